using NodaTime;
using Qingshan.Law.Clocks;
using Qingshan.Record.Entries;
using Qingshan.Transfers.Transfers;

namespace Qingshan.Transfers.Tests.Transfers;

/// <summary>The clocks follow from what happened; nothing else is stored.</summary>
public sealed class TransferClocksTests
{
    private readonly TransferScene scene = new();

    [Fact]
    public async Task EveryClock_OfATransferThatWasFiled()
    {
        await scene.AtAsync(TransferStep.Filed, new AgencyNotified("通-1"), new NoticeReceived(), new ItemsHandedOver("inspector", [], "暂存库"));
        Assert.Equal("K01 Met, K02 Met, K03 Met, K06 Met, K08 Met, K09 Running", await ClocksAsync());
        await scene.GivenAsync(new ItemsAcknowledged("officer", ""));
        Assert.EndsWith("K09 Met", await ClocksAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASupplement_StartsItsOwnClock_AndStopsNoOther()
    {
        await scene.AtAsync(TransferStep.Accepted, new SupplementRequested(["site_sketch"], ""));
        Assert.Equal("K01 Met, K02 Met, K03 Met, K04 Met, K05 Running, K06 Running", await ClocksAsync());
        await scene.GivenAsync(new TransferSupplemented([], ""));
        Assert.Equal("K01 Met, K02 Met, K03 Met, K04 Met, K05 Met, K06 Running", await ClocksAsync());
    }

    [Theory]
    [InlineData(3, "2026-03-05")]
    [InlineData(7, "2026-03-09")]
    [InlineData(30, "2026-04-01")]
    public async Task TheFilingClock_IsThreeSevenOrThirtyDaysFromAcceptance(int days, string due)
    {
        await scene.AtAsync(TransferStep.Accepted);
        if (days > 3)
            await scene.GivenAsync(new FilingClockExtended(days, "理由"));
        var clock = TransferClocks.Of(await scene.StateAsync(), scene.Bench.Now, TransferScene.Book).Single(clock => clock.Rule.Id == "K06");
        var last = clock.DueAt.InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]);
        Assert.Equal((due, new LocalTime(23, 59, 59)), (NodaTime.Text.LocalDatePattern.Iso.Format(last.Date), last.TimeOfDay));
    }

    [Fact]
    public async Task ARefusal_MeetsTheHeadsClock_AndStartsNoOther()
    {
        await scene.AtAsync(TransferStep.Refused);
        Assert.Equal("K01 Met", await ClocksAsync());
    }

    [Fact]
    public async Task AReturn_EndsWhatThePoliceHadRunning()
    {
        await scene.AtAsync(TransferStep.Returned);
        Assert.Equal("K01 Met, K02 Met, K03 NotNeeded, K07 Met", await ClocksAsync());
    }

    [Fact]
    public void EveryEntryThatTheLawCounts_IsAnEventTheBookKnows()
    {
        EntryBody[] bodies =
        [
            new TransferApproved(""), new TransferRefused(""), new TransferSent("", "", []), new TransferAccepted("", ""), new SupplementRequested([], ""), new TransferSupplemented([], ""),
            new FilingClockExtended(7, ""), new FilingClockExtended(30, ""), new FilingDecided("", ""), new FilingRefused("", ""), new AgencyNotified(""), new NoticeReceived(),
            new ItemsAcknowledged("", ""), new TransferForwarded("", ""), new TransferReturned(""),
        ];
        Assert.All(bodies, body => Assert.NotEmpty(TransferClocks.EventsOf(body)));
        var known = TransferScene.Book.Clocks
            .SelectMany(rule => rule.Starts.Concat(rule.Stops).Concat(rule.CancelledBy).Concat(rule.Requires ?? []).Concat(rule.Periods.Select(p => p.ExtendedBy).OfType<string>())).ToHashSet();
        Assert.Subset(known, bodies.SelectMany(TransferClocks.EventsOf).ToHashSet());
    }

    private async Task<string> ClocksAsync()
    {
        var clocks = TransferClocks.Of(await scene.StateAsync(), scene.Bench.Now + Duration.FromMinutes(1), TransferScene.Book);
        return string.Join(", ", clocks.Select((ClockResult clock) => $"{clock.Rule.Id} {clock.State}"));
    }
}
