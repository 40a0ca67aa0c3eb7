using NodaTime;
using Qingshan.Transfers.Transfers;
using Qingshan.Web.Components.Pages.Transfers;
using static Qingshan.Web.Tests.Pages.TransferStories;

namespace Qingshan.Web.Tests.Pages;

public sealed class TransferStepsTests
{
    private static readonly Instant Soon = Start + Duration.FromHours(8);

    [Fact]
    public void Reported_WaitsForTheHead() => Assert.Equal(
        "report:a:Done approve:a:Now letter:a:Later send:a:Later receipt:p:Later accept:p:Later decide:p:Later notify:p:Later confirm:a:Later hand-over:a:Later acknowledge:p:Later",
        Cards(Of(Report), Soon));

    [Fact]
    public void Reported_FourDaysLater_IsOverdueAtTheHead() => Assert.Equal(
        "approve:a:Overdue", Cards(Of(Report), Start + Duration.FromDays(4)).Split(' ')[1]);

    [Fact]
    public void Accepted_WithPartsAskedFor_ShowsWhatIsMissingAndTheFilingClockRunsOn() => Assert.Equal(
        "report:a:Done approve:a:Done letter:a:Done send:a:Done receipt:p:Done accept:p:Done incomplete:p:Done supplement:a:Missing decide:p:Now notify:p:Later confirm:a:Later",
        Cards(Of([.. ToAccepted, new SupplementRequested(["inquiry_record"], "")]), Soon, hasItems: false));

    [Fact]
    public void Supplement_ThatCameInPart_IsNotDone()
    {
        var part = new TransferSupplemented([new("inquiry_record", "笔录", "bb", "pdf")], "", false);
        var asked = new SupplementRequested(["inquiry_record", "site_sketch"], "");
        Assert.Contains("supplement:a:Missing", Cards(Of([.. ToAccepted, asked, part]), Soon));
        Assert.Contains("supplement:a:Done", Cards(Of([.. ToAccepted, asked, part, new TransferSupplemented([new("site_sketch", "图", "cc", "pdf")], "", true)]), Soon));
    }

    [Fact]
    public void Filed_WaitsForNoSupplement() => Assert.DoesNotContain(
        "supplement", Cards(Of([.. ToAccepted, new SupplementRequested(["inquiry_record"], ""), new FilingDecided("1", "p3")]), Soon));

    [Fact]
    public void Filed_LeadsToTheObjects() => Assert.EndsWith(
        "decide:p:Done notify:p:Done confirm:a:Done hand-over:a:Done acknowledge:p:Now",
        Cards(Of([.. ToAccepted, new FilingDecided("1", "p3"), new AgencyNotified("2", true), new NoticeReceived(), new ItemsHandedOver("p1", [], "")]), Start + Duration.FromHours(10)));

    [Fact]
    public void NotFiled_HandsNothingOver() => Assert.EndsWith(
        "decide:p:Done notify:p:Now confirm:a:Later", Cards(Of([.. ToAccepted, new FilingRefused("1", "理由")]), Soon));

    [Fact]
    public void Refused_EndsThere() => Assert.Equal("report:a:Done approve:a:Done", Cards(Of(Report, new TransferRefused("理由")), Soon));

    [Fact]
    public void Returned_EndsThere() => Assert.Equal(
        "report:a:Done approve:a:Done letter:a:Done send:a:Done pass-on:p:Done", Cards(Of([.. ToSent, new TransferReturned("理由")]), Soon));

    [Fact]
    public void Forwarded_LetsTheNextPoliceSignForThemselves() => Assert.StartsWith(
        "report:a:Done approve:a:Done letter:a:Done send:a:Done pass-on:p:Done receipt:p:Now accept:p:Later",
        Cards(Of([.. ToSent, new ReceiptSigned("p3", ""), new TransferForwarded("psb-zs", "理由")]), Soon));

    [Fact]
    public void Cards_CarryTheirClock()
    {
        var transfer = Of(ToAccepted);
        var cards = TransferSteps.Of(transfer, Clocks(transfer, Soon), hasItems: true);
        Assert.Equal(
            ["approve K01", "send K02", "accept K03", "decide K06"], cards.Where(card => card.Clock is not null).Select(card => $"{card.Key} {card.Clock!.Rule.Id}"));
    }
}
