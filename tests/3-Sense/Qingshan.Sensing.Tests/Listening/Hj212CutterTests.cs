using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Listening;

namespace Qingshan.Sensing.Tests.Listening;

public sealed class Hj212CutterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Stretches_DoNotDependOnSegments_AndHoldEveryByteButBlanks(int seed)
    {
        var random = new Random(seed);
        var frame = Frames.RealTime(TestRegistry.Plating, TestClock.Noon, "2.60");
        byte[][] pieces = [frame, Frames.Damaged(frame), frame[..40], "##12"u8.ToArray(), "####"u8.ToArray(), "\r\n"u8.ToArray(), [.. Enumerable.Repeat((byte)'#', 20_000)], [.. Enumerable.Repeat((byte)'y', 70_000)]];
        var input = Frames.Join([.. Enumerable.Range(0, 30).Select(_ => pieces[random.Next(pieces.Length)])]);

        var whole = Cut(input, _ => int.MaxValue);
        var small = Cut(input, _ => random.Next(1, 50));

        Assert.Equal(whole.Select(s => (s.Cut, Convert.ToHexString(s.Bytes.Span))), small.Select(s => (s.Cut, Convert.ToHexString(s.Bytes.Span))));
        var kept = whole.SelectMany(s => s.Bytes.ToArray()).ToArray();
        Assert.Equal(input.Where(b => b is not ((byte)'\r' or (byte)'\n')), kept.Where(b => b is not ((byte)'\r' or (byte)'\n')));
    }

    private static List<Stretch> Cut(byte[] input, Func<int, int> step)
    {
        var cutter = new Hj212Cutter("here", 1, _ => SourceAuthentication.Password);
        var all = new List<Stretch>();
        for (var at = 0; at < input.Length;)
        {
            var length = Math.Min(step(at), input.Length - at);
            cutter.Feed(input.AsSpan(at, length), TestClock.Noon);
            all.AddRange(cutter.Take().Stretches);
            at += length;
        }

        cutter.Complete(TestClock.Noon);
        all.AddRange(cutter.Take().Stretches);
        return all;
    }
}
