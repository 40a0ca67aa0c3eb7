using NodaTime;
using Qingshan.Sensing.Vessels;

namespace Qingshan.Sensing.Tests.Vessels;

public sealed class FixCodecTests
{
    [Fact]
    public void Block_AnyOrder_GivesBackWhatWasAdded()
    {
        var block = new TrackBlock(412000001, null);
        StoredFix[] fixes =
        [
            new(new(412000001, TestClock.Noon, 73_500_000, 18_150_000, 42, 2715, 511, 7, 0), new(1, 64)),
            new(new(412000001, TestClock.Noon + Duration.FromSeconds(5), -108_000_000, -54_000_000, 1023, 3600, 0, 15, 0), new(1, 20_000)),
            new(new(412000001, TestClock.Noon - Duration.FromMinutes(3), 108_000_000, 54_000_000, 0, 0, 359, 0, 0), new(2, 64)),
        ];
        Assert.All(fixes, fix => Assert.True(block.Add(fix)));
        Assert.Equal(fixes, block.Fixes);
        Assert.Equal(fixes, new TrackBlock(412000001, block.Bytes).Fixes);
    }

    [Fact]
    public void Block_CloserThanFiveSeconds_MergedAlsoWhenLate()
    {
        var block = new TrackBlock(1, null);
        Assert.True(block.Add(At(0)));
        Assert.False(block.Add(At(4.999)));
        Assert.True(block.Add(At(5)));
        Assert.True(block.Add(At(60)));
        Assert.False(block.Add(At(5)));
        Assert.False(block.Add(At(9)));
        Assert.True(block.Add(At(30)));
        Assert.Equal(4, block.Count);
    }

    [Fact]
    public void Block_UsualMovement_TakesSomeFourteenBytesAFix()
    {
        var block = new TrackBlock(1, null);
        for (var i = 0; i < 60; i++)
            block.Add(new(new(1, TestClock.Noon + Duration.FromSeconds(10 * i), 73_500_000 + (i * 210), 18_150_000 + (i * 95), (ushort)(80 + (i % 3)), (ushort)(900 + (i % 7)), 90, 0, 0), new(1, 64 + (i * 2000))));
        Assert.InRange(block.Bytes.Length, 60 * 13, 60 * 15);
    }

    private static StoredFix At(double seconds) => new(new(1, TestClock.Noon + Duration.FromSeconds(seconds), 0, 0, 0, 0, 0, 0, 0), new(1, 64));
}
