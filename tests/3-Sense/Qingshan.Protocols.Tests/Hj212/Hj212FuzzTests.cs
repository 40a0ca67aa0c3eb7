using System.Text.Json;
using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212FuzzTests
{
    private const int Mutations = 200_000;

    private static readonly byte[][] Seeds =
    [
        Samples.Frame(Samples.RealTimeSegment),
        Samples.Frame(Samples.HourlySegment),
        Samples.Frame("ST=32;CN=2011;PW=1;MN=QSDEMO00000014;CP=&&DataTime=20260301101500;011-Rtd=21.5,011-Flag=N&&"),
        Samples.Frame("ST=91;CN=9014;PW=1;MN=QSDEMO00000014;CP=&&QN=20260301101500123;CN=2051;PNUM=2;PNO=1&&"),
        Samples.Frame("QN=20260301101500123;ST=32;CN=2061;PW=;MN=M;FLAG=7;PNUM=2;PNO=1;CP=&&DataTime=20260301100000;a-Avg=1;&&"),
    ];

    private static readonly DateTimeOffset At = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly byte[][] Tokens = [.. new[] { "##", "##0100", "&&", "CP=&&", ";", ",", "=", "-", "PW=", "\r\n", "\r", "Flag=255", "-Rtd=", "9999", "\0", "锑", "PNUM=2;", "PNO=1;", "RF=1;", "{0x3d", "CN=9011;", "QN=1;", "DataTime=20260301000000" }.Select(Samples.Bytes)];

    [Fact]
    public void No_mutation_makes_anything_throw_and_no_byte_is_lost()
    {
        var random = new Random(20170501);
        var frames = 0;
        for (var i = 0; i < Mutations; i++)
        {
            // Half of them are broken before they are framed, so that the damage gets past the checksum.
            var seed = Seeds[i % Seeds.Length];
            var input = random.Next(2) == 0 ? Mutate(seed, random) : Hj212Encoder.Frame(Mutate(seed[6..^6], random));
            var sink = new Reader();
            var framer = new Hj212Framer();
            var cut = random.Next(input.Length + 1);
            framer.Feed(input.AsSpan(0, cut), ref sink);
            framer.Feed(input.AsSpan(cut), ref sink);
            framer.Complete(ref sink);
            Assert.Equal(input.Length, framer.FramedBytes + framer.RejectedBytes + framer.BlankBytes);
            frames += sink.Frames;
        }

        Assert.InRange(frames, Mutations / 2, Mutations * 2);
    }

    [Fact]
    public void Every_frame_that_is_read_can_be_shown()
    {
        var random = new Random(20170502);
        for (var i = 0; i < 4000; i++)
        {
            var output = new StringWriter();
            var input = Hj212Encoder.Frame(Mutate(Seeds[i % Seeds.Length][6..^6], random));
            Hj212Decode.Run(new MemoryStream(input), output, TextWriter.Null, explain: false);
            foreach (var line in output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
                JsonDocument.Parse(line).Dispose();
            Hj212Decode.Run(new MemoryStream(input), output, TextWriter.Null, explain: true);
        }
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        var bytes = new List<byte>(seed);
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 12), bytes.Count - at - (at == 0 ? 1 : 0))); break;
                case 2: bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]); break;
                default: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            }

            if (bytes.Count == 0)
                bytes.Add((byte)'#');
        }

        return [.. bytes];
    }

    /// <summary>Reads everything there is to read in a frame.</summary>
    private sealed class Reader : IHj212Sink
    {
        private readonly Hj212Joiner _joiner = new(new Hj212JoinLimits());

        public int Frames { get; private set; }

        public void OnFrame(in Hj212Frame frame)
        {
            Frames++;
            Hj212Report.From(frame.Segment);
            Hj212Report.All(frame.Segment);
            if (Hj212Reply.From(frame.Segment) is { } reply)
                Assert.True(reply.Meaning is null || reply.Code is not null);
            if (_joiner.Add(frame.Segment, At).Whole is { } whole)
                Hj212Report.All(Hj212Segment.Parse(whole));
            Hj212Answer.For(frame);
            if (Frames % 8 == 0)
                Hj212Inspection.Inspect(frame);
            Assert.True(Hj212Frame.TryRead(frame.Raw, out var again));
            Assert.Equal(frame.CrcOk, again.CrcOk);
        }

        public void OnRejection(in Hj212Rejection rejection) => Assert.True(rejection.Length > 0);
    }
}
