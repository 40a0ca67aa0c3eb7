using NodaTime;
using NodaTime.Extensions;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Law;
using Qingshan.Law.Clocks;
using Qingshan.Law.Documents;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Record.Views;
using Qingshan.Transfers.Transfers;

namespace Qingshan.Web.Components.Pages.Transfers;

/// <summary>A transfer as a post sees it, with what follows from it.</summary>
/// <param name="Clocks">Its clocks as of now.</param>
/// <param name="Findings">The seven groups; empty below full.</param>
/// <param name="Items">Objects the case holds; shown from full on.</param>
public sealed record TransferDossier(
    Seen<Transfer> Seen, Instant Now, IReadOnlyList<ClockResult> Clocks, IReadOnlyList<DocumentFinding> Findings, IReadOnlyList<HeldObject> Items)
{
    public Transfer Transfer => Seen.State;

    /// <summary>The post may see at least the summary of the case.</summary>
    public bool MayOpenCase { get; init; }

    public string Id => Transfer.Stream.Key;

    public bool Full => Seen.Full;

    /// <summary>The post may know more than that it is.</summary>
    public bool Summary => Seen.Access.Level >= AccessLevel.Summary;

    public IReadOnlyList<TransferCard> Cards => TransferSteps.Of(Transfer, Clocks, Items.Count > 0);

    /// <summary>What the post may do now: allowed by the table and by the step.</summary>
    public IReadOnlyList<string> Verbs => [.. TransferVerbs.Open(Transfer, Items.Count > 0).Where(Seen.May)];
}

/// <summary>One line of the list.</summary>
/// <param name="Next">The clock that ends next or ran out first; null when none runs.</param>
public sealed record TransferListing(TransferRow Row, AccessLevel Level, IReadOnlyList<ClockResult> Clocks)
{
    public ClockResult? Next => Clocks.Where(clock => clock.EndedAt is null).MinBy(clock => clock.DueAt);

    /// <summary>Clocks that ran out, met late or not at all.</summary>
    public IReadOnlyList<ClockResult> Missed => [.. Clocks.Where(clock => clock.State is Qingshan.Law.Clocks.ClockState.Overdue or Qingshan.Law.Clocks.ClockState.MetLate)];

    public bool IsOverdue => Clocks.Any(clock => clock is { State: Qingshan.Law.Clocks.ClockState.Overdue, EndedAt: null });
}

/// <summary>Reads transfers for pages and API: permission first, then clocks and checklist.</summary>
internal sealed class TransferReader(ReadDesk desk, IAccess access, IRecord record, StatuteBook book, TransferFile files, TransferQueries queries, TimeProvider time)
{
    public StatuteBook Book => book;

    /// <summary>One transfer, as it is or as it was known at a recording time.</summary>
    public async Task<Outcome<TransferDossier>> ReadAsync(
        Acting who, string id, Instant? knownAt = null, AccessLevel needed = AccessLevel.Exists, CancellationToken cancel = default)
    {
        if (!(await desk.ReadAsync<Transfer>(who, new StreamId(Transfer.Kind, id), knownAt, needed, cancel)).TryGet(out var seen, out var refusal))
            return refusal;
        if (seen.State.Report is not { } report)
            return AccessReasons.NotFound.Refuse();
        var file = (await record.ReadAsync(report.Case, knownAt, cancel)).Fold<Case>();
        var now = knownAt ?? time.GetUtcNow().ToInstant();
        return new TransferDossier(seen, now, TransferClocks.Of(seen.State, now, book), seen.Full ? files.Check(seen.State, file) : [], [.. file.Objects.SelectMany(list => list.Objects)])
        {
            MayOpenCase = access.Ask(who, file.Subject).Level >= AccessLevel.Summary,
        };
    }

    /// <summary>The transfers a post may see at least the summary of: overdue first, then by what is due next, then what is over.</summary>
    public IReadOnlyList<TransferListing> List(Acting who, string? caseId = null)
    {
        var now = time.GetUtcNow().ToInstant();
        var rows = desk.Filter(who, queries.List(caseId), row => row.Subject);
        var events = rows.Count == 0 ? null : queries.Events();
        return
        [
            .. rows.Select(row => new TransferListing(row.Row, row.Level, Clocks(events![row.Row.Id], now)))
                .OrderBy(line => line.Next is null).ThenBy(line => line.Next?.DueAt).ThenByDescending(line => line.Row.ReportedAt, StringComparer.Ordinal),
        ];
    }

    private IReadOnlyList<ClockResult> Clocks(IEnumerable<TransferEventRow> events, Instant now) =>
        TransferClocks.Of(events.Select(row => new ClockEvent(row.Event, ViewTime.Parse(row.At))), now, book);
}
