using Qingshan.Record.Entries;
using Qingshan.Transfers.Transfers;
using Qingshan.Web.Components.Pages.Transfers;
using static Qingshan.Web.Tests.Pages.TransferStories;

namespace Qingshan.Web.Tests.Pages;

public sealed class TransferVerbsTests
{
    public static TheoryData<string, EntryBody[]> Steps => new()
    {
        { "approve refuse", [Report] },
        { "make-letter", [Report, new TransferApproved("")] },
        { "send make-letter", [.. ToSent[..3]] },
        { "sign-receipt forward return", ToSent },
        { "accept forward return", [.. ToSent, new ReceiptSigned("p3", "")] },
        { "decide-filing find-incomplete extend-filing-clock refuse-filing", ToAccepted },
        { "supplement decide-filing find-incomplete extend-filing-clock refuse-filing", [.. ToAccepted, new SupplementRequested(["inquiry_record"], "")] },
        { "notify-agency", [.. ToAccepted, new FilingDecided("1", "p3")] },
        { "confirm-notice-received hand-over-items", [.. ToAccepted, new FilingDecided("1", "p3"), new AgencyNotified("2", true)] },
        { "acknowledge-items", [.. ToAccepted, new FilingDecided("1", "p3"), new AgencyNotified("2", true), new NoticeReceived(), new ItemsHandedOver("p1", [], "")] },
        { "", [.. ToAccepted, new FilingDecided("1", "p3"), new AgencyNotified("2", true), new NoticeReceived(), new ItemsHandedOver("p1", [], ""), new ItemsAcknowledged("p3", "")] },
        { "notify-agency", [.. ToAccepted, new FilingRefused("1", "理由")] },
        { "", [.. ToSent, new TransferReturned("理由")] },
        { "", [Report, new TransferRefused("理由")] },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void Open_FollowsTheStep(string verbs, EntryBody[] entries) =>
        Assert.Equal(verbs, string.Join(' ', TransferVerbs.Open(Of(entries), hasItems: true).Select(verb => verb["transfer.".Length..])));

    [Fact]
    public void Acceptance_IsOfferedOnceReceived_AndNothingHoldsItBack()
    {
        // Received and empty: not one document went along.
        Assert.Contains("transfer.accept", TransferVerbs.Open(Of([.. ToSent, new ReceiptSigned("p3", "")]), hasItems: false));
        Assert.DoesNotContain("transfer.accept", TransferVerbs.Aside);
    }

    [Fact]
    public void WithoutObjects_NothingIsHandedOver() => Assert.Equal(
        ["transfer.notify-agency"], TransferVerbs.Open(Of([.. ToAccepted, new FilingDecided("1", "p3")]), hasItems: false));
}
