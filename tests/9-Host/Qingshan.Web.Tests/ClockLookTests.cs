using NodaTime;
using Qingshan.Web.Components.Parts;

namespace Qingshan.Web.Tests;

public sealed class ClockLookTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 2, 17, 0, 0);
    private static readonly Instant Due = Start + Duration.FromHours(24);

    [Theory]
    [InlineData(0, ClockState.Running, 0)]
    [InlineData(17.99, ClockState.Running, 74)]
    [InlineData(18, ClockState.Soon, 75)]
    [InlineData(24, ClockState.Soon, 100)]
    [InlineData(24.01, ClockState.Overdue, 100)]
    public void Of_RunsSoonAndOverdue(double hours, ClockState state, int share)
    {
        var look = ClockLook.Of(Start, Due, Start + Duration.FromHours(hours));
        Assert.Equal((state, share), (look.State, look.Share));
    }

    [Fact]
    public void Of_StopsWhenMet()
    {
        Assert.Equal(ClockState.Met, ClockLook.Of(Start, Due, Due + Duration.FromDays(9), met: Due).State);
        Assert.Equal(ClockState.MetLate, ClockLook.Of(Start, Due, Due, met: Due + Duration.FromSeconds(1)).State);
        Assert.Equal(ClockState.NotNeeded, ClockLook.Of(Start, Due, Due, needed: false).State);
    }

    [Fact]
    public void ChartScale_TakesRoundStepsAboveTheLimit()
    {
        var scale = new ChartScale([new(Start, 2.9m), new(Start + Duration.FromHours(1), 0.3m)], 0.5m, 600, 200);
        Assert.Equal((1d, 3d), (scale.Step, scale.Top));
        Assert.Equal("M0 6.67 L600 180", scale.Path([new(Start, 2.9m), new(Start + Duration.FromHours(1), 0.3m)]));
        Assert.Equal([Start, Start + Duration.FromMinutes(10)], scale.Ticks.Take(2));
    }
}
