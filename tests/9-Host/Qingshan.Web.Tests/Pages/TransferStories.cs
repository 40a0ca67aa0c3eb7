using NodaTime;
using Qingshan.Law;
using Qingshan.Law.Clocks;
using Qingshan.Record.Entries;
using Qingshan.Transfers.Transfers;
using Qingshan.Web.Components.Pages.Transfers;

namespace Qingshan.Web.Tests.Pages;

/// <summary>Transfers told by their entries: Monday 2026-03-02 09:00 in China, an hour between the entries.</summary>
internal static class TransferStories
{
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 1, 0);
    public static readonly StatuteBook Book = StatuteBook.Load();

    public static readonly TransferReportSubmitted Report = new(
        new StreamId("case", "c1"), "示范1号", "env-dh", "psb-dh", "proc-dh", "330902", "污染环境罪", "338", ["PE-C03"], "book", "报告", ["p1", "p2"]);

    public static readonly EntryBody[] ToSent = [Report, new TransferApproved(""), new TransferLetterMade("移1号", "aa", "docx", 1, [], 7), new TransferSent("psb-dh", "proc-dh", [])];

    public static readonly EntryBody[] ToAccepted = [.. ToSent, new ReceiptSigned("p3", ""), new TransferAccepted("p3", "")];

    public static Transfer Of(params IEnumerable<EntryBody> bodies)
    {
        var at = Start;
        var (transfer, version) = (Transfer.Empty, 0L);
        foreach (var body in bodies)
        {
            transfer = transfer.Apply(new Entry(version, new StreamId("transfer", "t1"), ++version, at, at, new Actor("p1", "", "", ""), body, ""));
            at += Duration.FromHours(1);
        }

        return transfer;
    }

    public static IReadOnlyList<ClockResult> Clocks(Transfer transfer, Instant asOf) => TransferClocks.Of(transfer, asOf, Book);

    /// <summary>Each card as <c>key:lane:state</c>, the lane by its first letter.</summary>
    public static string Cards(Transfer transfer, Instant asOf, bool hasItems = true) =>
        string.Join(' ', TransferSteps.Of(transfer, Clocks(transfer, asOf), hasItems).Select(card => $"{card.Key}:{(card.Police ? 'p' : 'a')}:{card.State}"));
}
