using System.Text;
using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212FramerTests
{
    private const int FrameCap = 10011;

    private static readonly byte[] Good = Samples.Frame(Samples.RealTimeSegment);

    [Fact]
    public void One_frame_is_one_frame()
    {
        var (sink, framer) = Collected.Of(Good);
        var frame = Assert.Single(sink.Frames);
        Assert.Equal(Good, frame.Raw);
        Assert.True(frame.CrcOk);
        Assert.Equal(0, frame.Offset);
        Assert.Empty(sink.Rejections);
        Assert.Equal(Good.Length, framer.FramedBytes);
    }

    [Fact]
    public void Glued_frames_with_and_without_line_ends_are_all_found()
    {
        byte[] input = [.. Good, .. Good, .. Good[..^2], .. Good[..^1], .. Good, .. "\r\n\r\n "u8, .. Good];
        var (sink, framer) = Collected.Of(input);
        Assert.Equal(6, sink.Frames.Count);
        Assert.Empty(sink.Rejections);
        Assert.Equal(5, framer.BlankBytes);
        Assert.Equal(0, framer.PendingBytes);
    }

    [Theory]
    [InlineData("noise", Hj212RejectionReason.NoFrameStart, 5)]
    [InlineData("##12", Hj212RejectionReason.LengthNotDecimal, 4)]
    [InlineData("##ABCD", Hj212RejectionReason.LengthNotDecimal, 6)]
    [InlineData("##0101", Hj212RejectionReason.Interrupted, 6)]
    [InlineData("##0317QN=20160801085857223;ST=32;CN=20", Hj212RejectionReason.Interrupted, 38)]
    [InlineData("##0317QN=20160801085857223;ST=3\r\n", Hj212RejectionReason.ChecksumNotFound, 33)]
    [InlineData("##0317QN=20160801085857223;ABCD\r\n", Hj212RejectionReason.LengthAndChecksumWrong, 33)]
    public void Mess_before_a_frame_is_one_rejection_and_the_frame_survives(string mess, Hj212RejectionReason reason, int length)
    {
        var (sink, _) = Collected.Of([.. Samples.Bytes(mess), .. Good]);
        Assert.Equal((0L, (long)length, reason), Assert.Single(sink.Rejections));
        Assert.Equal(mess.Length, Assert.Single(sink.Frames).Offset);
    }

    [Fact]
    public void A_wrong_length_with_a_right_crc_is_a_frame()
    {
        foreach (var length in new[] { "0000", "0005", "0100", "0300", "9999" })
        {
            var input = (byte[])Good.Clone();
            Encoding.ASCII.GetBytes(length).CopyTo(input, 2);
            var (sink, _) = Collected.Of([.. input, .. Good]);
            Assert.Equal(2, sink.Frames.Count);
            Assert.True(sink.Frames[0].CrcOk);
            Assert.False(sink.Frames[0].LengthOk);
            Assert.Empty(sink.Rejections);
        }
    }

    [Fact]
    public void A_length_of_three_digits_is_read()
    {
        var segment = Samples.RealTimeSegment;
        var frame = Samples.Bytes($"##{segment.Length:D3}{segment}{Hj212Crc.Compute(Samples.Bytes(segment)):X4}\r\n");
        var read = Samples.Read(frame);
        Assert.Equal(5, read.HeadLength);
        Assert.True(read.LengthOk);
        Assert.Equal(Hj212Problems.LengthThreeDigits, read.FramingProblems);
    }

    [Fact]
    public void A_wrong_crc_in_the_right_place_is_a_frame_that_says_so()
    {
        var input = (byte[])Good.Clone();
        input[50] ^= 1;
        var (sink, _) = Collected.Of(input);
        Assert.False(Assert.Single(sink.Frames).CrcOk);
    }

    [Fact]
    public void Ten_megabytes_without_an_end_are_rejected_in_bounded_memory()
    {
        var framer = new Hj212Framer();
        var sink = new Collected();
        framer.Feed("##9999QN="u8, ref sink);
        var chunk = new byte[65536];
        Array.Fill(chunk, (byte)'A');
        framer.Feed(chunk, ref sink);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 160; i++)
            framer.Feed(chunk, ref sink);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        framer.Complete(ref sink);
        Assert.InRange(allocated, 0, 65536);
        Assert.InRange(sink.Rejections.Count, 161, 163);
        Assert.All(sink.Rejections, rejection => Assert.Equal(Hj212RejectionReason.NoFrameEnd, sink.Rejections[0].Reason));
        Assert.Equal(9 + 161 * 65536, sink.Rejections.Sum(rejection => rejection.Length));
        Assert.Equal(framer.ReceivedBytes, framer.RejectedBytes);
    }

    [Theory]
    [InlineData("{0x3d,0x1f}", 11)]
    [InlineData("w01018-Rtd=1,", 13)]
    [InlineData("DataTime=20260301101500;", 24)]
    public void A_data_area_of_a_megabyte_is_rejected_and_the_next_frame_survives(string item, int length)
    {
        var area = Samples.Bytes(string.Concat(Enumerable.Repeat(item, 1024 * 1024 / length)));
        byte[] input = [.. "##9999QN=20260301101500123;ST=32;CN=2051;PW=1;MN=M;Flag=9;CP=&&"u8, .. area, .. "&&ABCD\r\n"u8, .. Good];
        var (sink, framer) = Collected.Of(input, _ => 4096);
        Assert.Equal(Good, Assert.Single(sink.Frames).Raw);
        Assert.Equal(input.Length - Good.Length, framer.RejectedBytes + framer.BlankBytes);
        Assert.Equal(Hj212RejectionReason.NoFrameEnd, sink.Rejections[0].Reason);
    }

    [Fact]
    public void Reading_the_fields_and_values_of_a_frame_allocates_nothing()
    {
        var input = Enumerable.Repeat(Good, 500).SelectMany(frame => frame).ToArray();
        var framer = new Hj212Framer();
        var sink = new Walker();
        framer.Feed(input, ref sink);
        var before = GC.GetAllocatedBytesForCurrentThread();
        framer.Feed(input, ref sink);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1000, sink.Frames);
        Assert.Equal(3000, sink.Values);
    }

    private struct Walker : IHj212Sink
    {
        public int Frames { get; private set; }

        public int Values { get; private set; }

        public void OnFrame(in Hj212Frame frame)
        {
            Frames++;
            var segment = frame.Segment;
            if (segment.Command != 2011 || segment.RequestNumber.IsEmpty || segment.Part is not null || segment.IsEncrypted)
                return;
            foreach (var reading in segment.Readings)
                Values += reading.Number is not null && reading.Mark.Length == 1 ? 1 : 0;
        }

        public readonly void OnRejection(in Hj212Rejection rejection) => throw new InvalidOperationException();
    }

    [Fact]
    public void A_frame_that_begins_at_the_cap_of_an_endless_one_is_still_found()
    {
        for (var filler = FrameCap - 30; filler < FrameCap + 10; filler++)
        {
            var endless = new byte[filler];
            Array.Fill(endless, (byte)'x');
            "##9999"u8.CopyTo(endless);
            var (sink, _) = Collected.Of([.. endless, .. Good]);
            Assert.Equal(Good, Assert.Single(sink.Frames).Raw);
        }
    }

    [Fact]
    public void The_longest_segment_has_9999_bytes()
    {
        var longest = Samples.Bytes("CN=2011;CP=&&i=" + new string('x', 9982) + "&&");
        Assert.Equal(9999, longest.Length);
        Assert.Equal(FrameCap, Hj212Encoder.Frame(longest).Length);
        var (sink, _) = Collected.Of([.. Hj212Encoder.Frame(longest), .. Good], _ => 1000);
        Assert.Equal(2, sink.Frames.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => Hj212Encoder.Frame(new byte[10000]));
    }

    [Fact]
    public void A_stretch_of_checksum_like_lines_costs_no_more_than_its_bytes()
    {
        var input = Samples.Bytes("##9999" + string.Concat(Enumerable.Repeat("ABCD\n", 20_000)));
        var (sink, framer) = Collected.Of([.. input, .. Good], _ => 1);
        Assert.Equal(Good, Assert.Single(sink.Frames).Raw);
        Assert.Equal(input.Length, framer.RejectedBytes);
    }

    [Fact]
    public void A_right_crc_of_0000_is_right()
    {
        var segment = Enumerable.Range(0, 1_000_000).Select(i => Samples.Bytes($"CN=9014;MN={i};CP=&&&&")).First(bytes => Hj212Crc.Compute(bytes) == 0);
        Assert.True(Assert.Single(Collected.Of(Hj212Encoder.Frame(segment)).Sink.Frames).CrcOk);
    }

    [Fact]
    public void After_complete_the_framer_starts_anew_and_offsets_run_on()
    {
        var framer = new Hj212Framer();
        var sink = new Collected();
        framer.Feed(Good.AsSpan(0, 20), ref sink);
        framer.Complete(ref sink);
        framer.Feed(Good, ref sink);
        framer.Complete(ref sink);
        Assert.Equal((0L, 20L, Hj212RejectionReason.Incomplete), Assert.Single(sink.Rejections));
        Assert.Equal(20, Assert.Single(sink.Frames).Offset);
    }

    [Fact]
    public void Cut_at_every_byte_the_rest_is_rejected_and_the_next_frame_survives()
    {
        for (var cut = 0; cut < Good.Length; cut++)
        {
            var (alone, framer) = Collected.Of(Good.AsSpan(0, cut));
            Assert.Equal(cut, framer.FramedBytes + framer.RejectedBytes);
            Assert.Equal(cut >= Good.Length - 2 ? 1 : 0, alone.Frames.Count);
            var (followed, _) = Collected.Of([.. Good[..cut], .. Good]);
            Assert.Equal(Good, followed.Frames[^1].Raw);
            Assert.Equal(cut >= Good.Length - 2 ? 2 : 1, followed.Frames.Count);
        }
    }

    [Fact]
    public void The_result_does_not_depend_on_the_segments_and_every_byte_is_accounted_for()
    {
        var random = new Random(21201);
        for (var round = 0; round < 400; round++)
        {
            var input = RandomStream(random);
            var (whole, framer) = Collected.Of(input);
            AssertSumsUp(input, whole, framer);
            var (bytewise, second) = Collected.Of(input, _ => 1);
            Assert.Equal(whole.Pieces, bytewise.Pieces);
            AssertSumsUp(input, bytewise, second);
            Assert.Equal(whole.Pieces, Collected.Of(input, _ => random.Next(1, 400)).Sink.Pieces);
        }
    }

    private static void AssertSumsUp(byte[] input, Collected sink, Hj212Framer framer)
    {
        Assert.Equal(0, framer.PendingBytes);
        Assert.Equal(input.Length, framer.ReceivedBytes);
        Assert.Equal(sink.Frames.Sum(frame => frame.Raw.Length), framer.FramedBytes);
        Assert.Equal(sink.Rejections.Sum(rejection => rejection.Length), framer.RejectedBytes);
        long at = 0;
        foreach (var (offset, length, _) in sink.Pieces)
        {
            Assert.InRange(offset, at, input.Length);
            Assert.All(input[(int)at..(int)offset], gap => Assert.Contains((char)gap, "\r\n \t"));
            at = offset + length;
        }

        Assert.All(input[(int)at..], gap => Assert.Contains((char)gap, "\r\n \t"));
        foreach (var (offset, raw, _, _) in sink.Frames)
            Assert.Equal(input.AsSpan((int)offset, raw.Length).ToArray(), raw);
    }

    private static byte[] RandomStream(Random random)
    {
        var parts = new[] { Good, Samples.Frame(Samples.HourlySegment), Good[..^2], Good[..random.Next(Good.Length)], Samples.Bytes("\r\n"), Samples.Bytes("##"), Samples.Bytes("#"), Samples.Bytes("##0100"), Samples.Bytes("AB12\n"), Samples.Bytes("AB12\r\n"), Samples.Bytes("垃圾 noise"), Samples.Bytes("##123"), [0, 255, 13] };
        var stream = new List<byte>();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            var part = (byte[])parts[random.Next(parts.Length)].Clone();
            if (random.Next(4) == 0)
                part[random.Next(part.Length)] = (byte)random.Next(256);
            stream.AddRange(part);
        }

        return [.. stream];
    }
}
