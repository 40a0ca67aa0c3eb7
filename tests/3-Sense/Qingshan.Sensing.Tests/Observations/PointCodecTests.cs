using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Observations;

namespace Qingshan.Sensing.Tests.Observations;

public sealed class PointCodecTests
{
    [Fact]
    public void Texts_ComeBackExactly()
    {
        string[] texts =
        [
            "0.50", "2.60", "-3.1", "0", "-0.0", "+1.5", "1e3", "007", ".5", "5.", "", "--", "999999999999999999", "-999999999999999999",
            "1234567890123456789012345", "0.000000000000000001", "六价", "2.60",
        ];
        var points = texts.Select((t, i) => new Point(1_778_472_000_000 + (i * 60_000L), t, i % 5 == 0 ? "" : "N", new ArchivePosition(1 + (i / 7), 64 + (i * 211)))).ToList();

        Assert.Equal(points, PointCodec.Decode(PointCodec.Encode(points)));
    }

    [Fact]
    public void AnHourOfMinutes_TakesLessThanTenBytesAPoint()
    {
        var random = new Random(7);
        var points = Enumerable.Range(0, 60).Select(i => new Point(
            1_778_472_000_000 + (i * 60_000L), (2.6m + (random.Next(0, 51) / 100m)).ToString("F2", System.Globalization.CultureInfo.InvariantCulture), "N",
            new ArchivePosition(3, 1_000_000 + (i * 90_000L)))).ToList();

        Assert.InRange(PointCodec.Encode(points).Length, 60, 600);
    }

    [Fact]
    public void Block_OrdersByTime_MergesTheSame_KeepsWhatDiffersBesideIt()
    {
        var block = new Block([]);
        Point At(long time, string text, string mark = "N") => new(time, text, mark, new ArchivePosition(1, 100));

        Assert.True(block.Add(At(2000, "2.6")));
        Assert.True(block.Add(At(1000, "2.7")));
        Assert.False(block.Add(At(2000, "2.6")));
        Assert.True(block.Add(At(2000, "0.1")));
        Assert.True(block.Add(At(2000, "2.6", "M")));
        Assert.False(block.Add(At(2000, "0.1")));
        Assert.True(block.Add(At(3000, "2.8")));

        Assert.Equal(["2.7", "2.6", "0.1", "2.6", "2.8"], block.Points.Select(p => p.Text));
    }
}
