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
        await scene.AtAsync(TransferStep.Filed, new AgencyNotified("通-1", true), new NoticeReceived(), new ItemsHandedOver("inspector", [], "暂存库"));
        Assert.Equal("K01 Met, K02 Met, K03 Met, K06 Met, K08 Met, K09 Running", await ClocksAsync());
        await scene.GivenAsync(new ItemsAcknowledged("officer", ""));
        Assert.EndsWith("K09 Met", await ClocksAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASupplement_StartsItsOwnClock_AndStopsNoOther()
    {
        await scene.AtAsync(TransferStep.Accepted, new SupplementRequested(["site_sketch"], ""));
        Assert.Equal("K01 Met, K02 Met, K03 Met, K04 Met, K05 Running, K06 Running", await ClocksAsync());
        await scene.GivenAsync(new TransferSupplemented([], "", Complete: false));
        Assert.Equal("K01 Met, K02 Met, K03 Met, K04 Met, K05 Running, K06 Running", await ClocksAsync());
        await scene.GivenAsync(new TransferSupplemented([], "", Complete: true));
        Assert.Equal("K01 Met, K02 Met, K03 Met, K04 Met, K05 Met, K06 Running", await ClocksAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheHandOver_IsDueSinceTheNoticeWasDelivered_WhetherTheAgencyConfirmsItFirstOrLast(bool first)
    {
        await scene.AtAsync(TransferStep.Filed);
        (await scene.Police.NotifyAgencyAsync(scene.Bench.By("officer"), "x1", new("通-1"), default)).Require();
        var notified = scene.Bench.Now;
        Assert.EndsWith("K08 Met, K09 Running", await ClocksAsync(), StringComparison.Ordinal);
        scene.Bench.Time.Advance(Duration.FromDays(1));
        if (first)
            (await scene.Agency.ConfirmNoticeAsync(scene.Bench.By("inspector"), "x1", new(), default)).Require();
        (await scene.Agency.HandOverAsync(scene.Bench.By("inspector"), "x1", new("暂存库"), default)).Require();
        (await scene.Police.AcknowledgeItemsAsync(scene.Bench.By("officer"), "x1", new(), default)).Require();
        if (!first)
            (await scene.Agency.ConfirmNoticeAsync(scene.Bench.By("inspector"), "x1", new(), default)).Require();
        scene.Bench.Time.Advance(Duration.FromDays(30));
        var clock = Assert.Single(Clocks(await scene.StateAsync()), clock => clock.Rule.Id == "K09");
        Assert.Equal((notified, ClockState.Met), (clock.StartedAt, clock.State));
    }

    [Fact]
    public async Task ANoticeThatNothingWasFiled_StartsNoHandOver()
    {
        await scene.AtAsync(TransferStep.NotFiled);
        (await scene.Police.NotifyAgencyAsync(scene.Bench.By("officer"), "x1", new("通-1"), default)).Require();
        Assert.Equal("K01 Met, K02 Met, K03 Met, K06 Met, K08 Met", await ClocksAsync());
    }

    [Fact]
    public async Task AForward_StartsTheReceiptAnew_AndTheNextPoliceCanMissIt()
    {
        await scene.AtAsync(TransferStep.Sent);
        scene.Bench.Time.Advance(Duration.FromHours(2));
        (await scene.Police.ForwardAsync(scene.Bench.By("officer"), "x1", new("police-district", "犯罪地在区"), default)).Require();
        var forwarded = scene.Bench.Now;
        Assert.Equal("K01 Met, K02 Met, K03 NotNeeded, K03 Running, K07 Met", await ClocksAsync());
        scene.Bench.Time.Advance(Duration.FromDays(2));
        Assert.Equal("K01 Met, K02 Met, K03 NotNeeded, K03 Overdue, K07 Met", await ClocksAsync());
        Assert.Equal(forwarded, Clocks(await scene.StateAsync()).Last(clock => clock.Rule.Id == "K03").StartedAt);
        await scene.GivenAsync(new ReceiptSigned("district", ""), new TransferAccepted("district", ""));
        Assert.Equal("K01 Met, K02 Met, K03 NotNeeded, K03 MetLate, K06 Running, K07 Met", await ClocksAsync());
    }

    [Theory]
    [InlineData(24, "K07 Met")]
    [InlineData(25, "K07 MetLate")]
    public async Task ForwardingAndReturning_AreDueADayAfterEachPoliceGotIt(int hours, string state)
    {
        await scene.AtAsync(TransferStep.Sent);
        scene.Bench.Time.Advance(Duration.FromHours(1));
        await scene.GivenAsync(new TransferForwarded("police-district", "管辖"));
        scene.Bench.Time.Advance(Duration.FromHours(hours));
        await scene.GivenAsync(new TransferReturned("不属公安管辖"));
        Assert.EndsWith($"K07 Met, {state}", await ClocksAsync(), StringComparison.Ordinal);
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
            new TransferApproved(""), new TransferRefused(""), new TransferSent("", "", []), new TransferAccepted("", ""), new SupplementRequested([], ""), new TransferSupplemented([], "", true),
            new FilingClockExtended(7, ""), new FilingClockExtended(30, ""), new FilingDecided("", ""), new FilingRefused("", ""), new AgencyNotified("", true),
            new ItemsAcknowledged("", ""), new TransferForwarded("", ""), new TransferReturned(""),
        ];
        Assert.All(bodies, body => Assert.NotEmpty(TransferClocks.EventsOf(body)));
        var known = TransferScene.Book.Clocks
            .SelectMany(rule => rule.Starts.Concat(rule.Stops).Concat(rule.CancelledBy).Concat(rule.Requires ?? []).Concat(rule.Periods.Select(p => p.ExtendedBy).OfType<string>())).ToHashSet();
        Assert.Subset(known, bodies.SelectMany(TransferClocks.EventsOf).ToHashSet());
    }

    private async Task<string> ClocksAsync()
    {
        return string.Join(", ", Clocks(await scene.StateAsync()).Select(clock => $"{clock.Rule.Id} {clock.State}"));
    }

    private IReadOnlyList<ClockResult> Clocks(Transfer transfer) => TransferClocks.Of(transfer, scene.Bench.Now + Duration.FromMinutes(1), TransferScene.Book);
}
