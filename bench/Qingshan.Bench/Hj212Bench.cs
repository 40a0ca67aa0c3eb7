using System.Globalization;
using System.Text;
using Qingshan.Protocols.Hj212;

namespace Qingshan.Bench;

/// <summary>
/// HJ 212 decode to fields against its yardstick, the plain table-driven CRC over the same bytes, in the same run: one core, median of five.
/// The decoder's own CRC runs in sixteen lanes; the yardstick is the plain loop.
/// </summary>
internal static class Hj212Bench
{
    private const int TargetBytes = 112 * 1024 * 1024;
    private const int Seed = 212;

    public static IReadOnlyList<Figure> Run(TextWriter output)
    {
        var input = Stream(TargetBytes, out var frames);
        var (crc, _) = MedianOfFive.Of(() => Checksums(input));
        var framer = new Hj212Framer();
        var (fields, fieldBytes) = MedianOfFive.Of(() => Decode(framer, input, new FieldSink()));
        var (values, valueBytes) = MedianOfFive.Of(() => Decode(framer, input, new ValueSink()));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hj212: {frames} frames, {input.Length / 1e6:F0} MB, {(double)input.Length / frames:F0} bytes a frame"));
        Line(output, "table-driven CRC alone (yardstick)", input.Length, frames, crc, crc, 0);
        Line(output, "decode to fields and items", input.Length, frames, fields, crc, fieldBytes);
        Line(output, "decode to typed values with marks", input.Length, frames, values, crc, valueBytes);
        return
        [
            Of("HJ 212 decode to fields and items, one core", fields, crc, input.Length, frames, "at least 0.40, and 1 M frames/s"),
            Of("HJ 212 decode to typed values with marks, one core", values, crc, input.Length, frames, "–"),
        ];
    }

    private static Figure Of(string what, double seconds, double yardstick, long bytes, long frames, string wanted) => new(
        what,
        string.Create(CultureInfo.InvariantCulture, $"{frames / seconds / 1e6:F2} M frames/s, {bytes / seconds / 1e6:F0} MB/s"),
        string.Create(CultureInfo.InvariantCulture, $"table-driven CRC alone, {bytes / yardstick / 1e6:F0} MB/s"), yardstick / seconds, wanted);

    private static void Line(TextWriter output, string name, long bytes, long frames, double seconds, double yardstick, long allocated) =>
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-36} {bytes / seconds / 1e6,7:F0} MB/s {frames / seconds / 1e6,6:F2} M frames/s {100 * yardstick / seconds,5:F0} % of the yardstick {allocated} bytes allocated in a pass"));

    private static long Checksums(byte[] input)
    {
        long sum = 0;
        const int block = 256;
        for (var at = 0; at + block <= input.Length; at += block)
            sum += Hj212Crc.ComputeByTable(input.AsSpan(at, block));
        return sum;
    }

    private static long Decode<TSink>(Hj212Framer framer, byte[] input, TSink sink)
        where TSink : struct, ITally
    {
        const int chunk = 65536;
        for (var at = 0; at < input.Length; at += chunk)
            framer.Feed(input.AsSpan(at, Math.Min(chunk, input.Length - at)), ref sink);
        framer.Complete(ref sink);
        return sink.Sum;
    }

    private static byte[] Stream(int target, out long frames)
    {
        var random = new Random(Seed);
        var parts = Enumerable.Range(0, 4096).Select(_ => Frame(random)).ToArray();
        var stream = new List<byte>(target + 1024);
        for (frames = 0; stream.Count < target; frames++)
            stream.AddRange(parts[frames % parts.Length]);
        return [.. stream];
    }

    private static byte[] Frame(Random random)
    {
        string[] factors = ["w01018", "w21003", "w20117", "w00000"];
        var items = string.Join(';', factors.Select(factor =>
            string.Create(CultureInfo.InvariantCulture, $"{factor}-Rtd={random.Next(100000) / 100m},{factor}-Flag=N")));
        return Hj212Encoder.Frame(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"QN=20260301101500{random.Next(1000):D3};ST=32;CN=2011;PW=654321;MN=QSDEMO{random.NextInt64(1_000_000_000_000_000_000):D18};Flag=5;CP=&&DataTime=20260301101500;{items}&&")));
    }

    private interface ITally : IHj212Sink
    {
        long Sum { get; }
    }

    private struct FieldSink : ITally
    {
        public long Sum { get; private set; }

        public void OnFrame(in Hj212Frame frame)
        {
            var segment = frame.Segment;
            Sum += segment.Qn.Length + segment.Mn.Length + segment.Command + (frame.CrcOk ? 1 : 0);
            foreach (var item in segment.Items)
                Sum += item.Key.Length + item.Value.Length;
        }

        public readonly void OnRejection(in Hj212Rejection rejection) => throw new InvalidOperationException("The bench feeds whole frames only.");
    }

    private struct ValueSink : ITally
    {
        public long Sum { get; private set; }

        public void OnFrame(in Hj212Frame frame)
        {
            var segment = frame.Segment;
            Sum += segment.Command + (Hj212LocalTime.TryRead(segment.Value("DataTime"u8), out var time) ? time.Second : 0);
            foreach (var reading in segment.Readings)
                Sum += (reading.Number is { } number ? number.Unscaled : 0) + reading.Mark.Length;
        }

        public readonly void OnRejection(in Hj212Rejection rejection) => throw new InvalidOperationException("The bench feeds whole frames only.");
    }
}
