using NodaTime;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Law;
using Qingshan.Record.Views;
using Qingshan.Signals.Signals;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.Transfers.Transfers;
using Qingshan.Web.Today;

namespace Qingshan.Web.Tests.Today;

public sealed class TodayWorkTests
{
    private static readonly StatuteBook Book = StatuteBook.Load();

    // Monday 2026-03-02, 09:00 in China.
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 1, 0);

    [Fact]
    public void The_report_clock_is_the_heads_alone()
    {
        var sources = Transfer(AccessLevel.Act, sentAt: null, ("transfer_report_submitted", -20));

        var head = Assert.Single(TodayWork.Of(sources, Acting(PostKind.HeadOfAgency, "env-zs"), Now, Book));

        Assert.Equal(("K01", "env-zs", "/transfers/t1"), (head.Clock!.Rule.Id, head.Agency, head.Href));
        Assert.Empty(TodayWork.Of(sources, Acting(PostKind.Inspector, "env-zs"), Now, Book));
    }

    [Fact]
    public void An_approved_transfer_is_the_agencys_to_send_within_24_hours()
    {
        var sources = Transfer(AccessLevel.Act, sentAt: null, ("transfer_report_submitted", -30), ("transfer_approved", -20));

        var item = Assert.Single(TodayWork.Of(sources, Acting(PostKind.Inspector, "env-zs"), Now, Book));

        Assert.Equal(("K02", Now + Duration.FromHours(4)), (item.Clock!.Rule.Id, item.Due));
    }

    [Fact]
    public void A_sent_transfer_is_the_receiving_polices_to_accept_and_nobody_elses()
    {
        var sources = Transfer(AccessLevel.Act, Now, ("transfer_approved", -20), ("transfer_sent", -1), ("transfer_received", -1));

        var item = Assert.Single(TodayWork.Of(sources, Acting(PostKind.EcoPoliceOfficer, "psb-zs"), Now, Book));

        Assert.Equal("K03", item.Clock!.Rule.Id);
        Assert.Empty(TodayWork.Of(sources, Acting(PostKind.Inspector, "env-zs"), Now, Book));
        Assert.Empty(TodayWork.Of(sources, Acting(PostKind.EcoPoliceOfficer, "psb-pt"), Now, Book));
    }

    [Fact]
    public void A_clock_that_may_only_be_seen_is_not_ones_work()
    {
        var sources = Transfer(AccessLevel.Summary, sentAt: null, ("transfer_approved", -20));

        Assert.Empty(TodayWork.Of(sources, Acting(PostKind.Inspector, "env-zs"), Now, Book));
    }

    [Fact]
    public void A_clock_that_was_met_has_gone()
    {
        var sources = Transfer(AccessLevel.Act, Now, ("transfer_approved", -40), ("transfer_sent", -2));

        Assert.Empty(TodayWork.Of(sources, Acting(PostKind.Inspector, "env-zs"), Now, Book));
    }

    [Theory]
    [InlineData("Sent", "", "p-one", TodayKind.TaskToAccept)]
    [InlineData("Accepted", " p-two", "p-one", TodayKind.TaskToAccept)]
    [InlineData("Accepted", " p-one p-two", "p-one", TodayKind.TaskToFinish)]
    [InlineData("Accepted", " p-two p-three", "p-one", null)]
    [InlineData("Done", " p-one p-two", "p-one", null)]
    public void A_task_waits_for_two_officers_and_then_for_those_who_took_it(string state, string officers, string person, TodayKind? expected)
    {
        var task = new TaskRow("k1", state, "centre-zs", "env-zs", "330902", officers, "s1", "ent-1", "现场检查", Time(-3), Time(5), 1);
        var sources = new TodaySources { Tasks = [new(task, AccessLevel.Summary)] };

        var items = TodayWork.Of(sources, Acting(PostKind.Inspector, "env-zs", person), Now, Book).ToList();

        Assert.Equal(expected is null ? [] : [expected.Value], items.Select(item => item.Kind));
        Assert.All(items, item => Assert.Equal((Now + Duration.FromHours(5), "/tasks/k1"), (item.Due, item.Href)));
        Assert.Empty(TodayWork.Of(sources, Acting(PostKind.Inspector, "env-pt", person), Now, Book));
    }

    [Theory]
    [InlineData("Open", "", TodayKind.Signal)]
    [InlineData("Confirmed", "", TodayKind.Dispatch)]
    [InlineData("Confirmed", " env-zs", null)]
    [InlineData("Dismissed", "", null)]
    [InlineData("Withdrawn", "", null)]
    public void A_signal_waits_for_the_duty_officer_until_somebody_was_sent(string state, string involved, TodayKind? expected)
    {
        var row = new SignalRow(
            "s1", "exceedance", state, "EX-01", "ent-1", "DW001", "MN", "w20117", "", "", "", "330902", "centre-zs", involved, "0.5 mg/L", "2.9 mg/L", 0, Time(-2), Time(-1), Time(-1), true, 0, 1);
        var sources = new TodaySources { Signals = [new(row, AccessLevel.Act)] };

        Assert.Equal(expected is null ? [] : [expected.Value], TodayWork.Of(sources, Acting(PostKind.DutyOfficer, "centre-zs"), Now, Book).Select(item => item.Kind));
        Assert.Empty(TodayWork.Of(sources, Acting(PostKind.Inspector, "centre-zs"), Now, Book));
    }

    [Theory]
    [InlineData("taken", TodayKind.SampleToReceive)]
    [InlineData("received", TodayKind.SampleToTest)]
    [InlineData("tested", null)]
    public void A_sample_waits_for_its_laboratory(string state, TodayKind? expected)
    {
        var row = new SampleRow("x1", "SF-1", state, "env-zs", "lab-zs", "330902", "p-one", "k1", "w20117", Time(-4), 1);
        var sources = new TodaySources { Samples = [new(row, AccessLevel.Act)] };

        Assert.Equal(expected is null ? [] : [expected.Value], TodayWork.Of(sources, Acting(PostKind.Laboratory, "lab-zs"), Now, Book).Select(item => item.Kind));
        Assert.Empty(TodayWork.Of(sources, Acting(PostKind.Laboratory, "lab-pt"), Now, Book));
    }

    [Fact]
    public void A_case_with_an_open_duty_waits_until_it_is_reported()
    {
        var row = Case(transfer: null);
        var head = Acting(PostKind.HeadOfAgency, "env-zs");

        var item = Assert.Single(TodayWork.Of(new TodaySources { Cases = [new(row, AccessLevel.Act)] }, head, Now, Book));

        Assert.Equal((TodayKind.TransferDuty, "/cases/c1", Now - Duration.FromHours(6)), (item.Kind, item.Href, item.Since));
        Assert.Empty(TodayWork.Of(new TodaySources { Cases = [new(Case(transfer: "t1"), AccessLevel.Act)] }, head, Now, Book));
        Assert.Empty(TodayWork.Of(new TodaySources { Cases = [new(row, AccessLevel.Exists)] }, head, Now, Book));
    }

    [Fact]
    public void A_copy_waits_for_the_procuratorate_until_somebody_there_opened_it()
    {
        var sources = Transfer(AccessLevel.Full, Now - Duration.FromHours(2), ("transfer_sent", -2));
        var procurator = Acting(PostKind.Procurator, "proc-zs");

        var item = Assert.Single(TodayWork.Of(sources, procurator, Now, Book));

        Assert.Equal((TodayKind.Copy, "舟环立〔2026〕1号", "/transfers/t1"), (item.Kind, item.About, item.Href));
        Assert.Empty(TodayWork.Of(sources with { OpenedCopies = new HashSet<string> { "t1" } }, procurator, Now, Book));
        Assert.Empty(TodayWork.Of(sources, Acting(PostKind.Procurator, "proc-pt"), Now, Book));
    }

    private static Acting Acting(PostKind kind, string agency, string person = "p-one") => new(
        person, new Post("post", kind, agency, "岗位", "Post"), new Agency(agency, AgencyKind.Environment, "单位", "Agency", "330900", null), "");

    private static TodaySources Transfer(AccessLevel level, Instant? sentAt, params (string Event, int Hours)[] events) => new()
    {
        Transfers =
        [
            new(
                new TransferRow(
                    "t1", "c1", "舟环立〔2026〕1号", "Reported", "env-zs", "psb-zs", "proc-zs", "330900", "p-one", "污染环境罪", Time(-30),
                    sentAt is { } sent ? ViewTime.Text(sent) : null, 1),
                level),
        ],
        Events = events.Select(e => new TransferEventRow("t1", e.Event, Time(e.Hours))).ToLookup(row => row.Transfer, StringComparer.Ordinal),
    };

    private static CaseRow Case(string? transfer) => new(
        "c1", "舟环立〔2026〕1号", "administrative-reached", "env-zs", "330900", "p-one", "", "", "ent-1", "案由", "cause", nameof(TransferDuty.Open), "PE-C03", Time(-6), "",
        transfer, Time(-30), 3);

    private static string Time(int hours) => ViewTime.Text(Now + Duration.FromHours(hours));
}
