using NodaTime;
using Qingshan.Web.Registers;

namespace Qingshan.Web.Tests.Registers;

public sealed class StationHealthTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 1, 0);

    [Theory]
    [InlineData(0, StationState.Online)]
    [InlineData(15 * 60, StationState.Online)]
    [InlineData(15 * 60 + 1, StationState.Late)]
    [InlineData(120 * 60, StationState.Late)]
    [InlineData(120 * 60 + 1, StationState.Silent)]
    public void A_station_is_judged_by_when_it_was_last_heard(int secondsAgo, StationState expected)
    {
        var received = Now - Duration.FromSeconds(secondsAgo);

        // What it sent last may be a day old: it is back and catching up.
        Assert.Equal(new StationHealth(expected, received, Now - Duration.FromDays(1)), StationHealth.Of(received, Now - Duration.FromDays(1), Now));
    }

    [Fact]
    public void One_that_was_never_heard_says_so() => Assert.Equal(new StationHealth(StationState.Never, null, null), StationHealth.Of(null, null, Now));
}
