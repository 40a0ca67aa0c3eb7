using NodaTime;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Law.Clocks;
using Qingshan.Law.Documents;
using Qingshan.Law.Thresholds;
using Qingshan.Record.Entries;
using Qingshan.Record.Views;

namespace Qingshan.Web.CaseFiles;

/// <summary>A row of <c>GET /api/case</c>. Only <see cref="Lead"/> is there at the level <c>exists</c>; the enterprise is null below full access.</summary>
public sealed record CaseListItem(
    string Id, AccessLevel Level, string Lead, long? Version, string? Number, string? Stage, string? Division, string? Duty, IReadOnlyList<string>? Rows, Bilingual? Cause,
    Instant? OpenedAt, string? Enterprise)
{
    internal static CaseListItem Of(SeenRow<CaseRow> seen)
    {
        var (row, summary) = (seen.Row, seen.Level >= AccessLevel.Summary);
        return summary
            ? new(
                row.Id, seen.Level, row.Lead, row.Version, row.Number, row.Stage, row.Division, row.Duty.ToLowerInvariant(),
                row.DutyRows.Split(' ', StringSplitOptions.RemoveEmptyEntries), new(row.CauseZh, row.CauseEn), ViewTime.Parse(row.OpenedAt), seen.Level >= AccessLevel.Full ? row.Enterprise : null)
            : new(row.Id, seen.Level, row.Lead, null, null, null, null, null, null, null, null, null);
    }
}

/// <summary>Answer of <c>GET /api/case/{id}</c>. Below full access the content is null; sealed names never travel this way.</summary>
/// <param name="Verbs">What the post may do now.</param>
/// <param name="Transfer">Key of its transfer, where the post may know of it.</param>
public sealed record CaseAnswer(
    string Id, long Version, AccessLevel Level, IReadOnlyList<string> Verbs, string Lead, string? Number, string? Stage, string? Division, string? Duty, Instant? DutySince,
    string? Transfer, IReadOnlyList<ClockAnswer>? Clocks, CaseContent? Content)
{
    internal static CaseAnswer Of(CaseSight sight)
    {
        var (state, summary) = (sight.Case, sight.Summary);
        return new(
            sight.Id, state.Version, sight.Seen.Access.Level, sight.Seen.Verbs, state.Lead, summary ? state.Opened?.Number : null, summary ? state.Subject.Stage : null,
            summary ? state.Opened?.Division : null, summary ? state.Duty.ToString().ToLowerInvariant() : null, summary ? state.DutySince : null,
            sight.Transfer is null || !summary ? null : state.Transfer?.Key, summary ? [.. sight.Clocks.Select(ClockAnswer.Of)] : null,
            sight.Seen.Full ? CaseContent.Of(sight) : null);
    }
}

/// <summary>A statutory clock of the case's transfer.</summary>
public sealed record ClockAnswer(string Rule, ClockState State, Instant StartedAt, Instant DueAt, Instant? EndedAt)
{
    internal static ClockAnswer Of(ClockResult clock) => new(clock.Rule.Id, clock.State, clock.StartedAt, clock.DueAt, clock.EndedAt);
}

/// <summary>What a case holds.</summary>
/// <param name="Screening">One for each offence that the facts raise.</param>
public sealed record CaseContent(
    CaseOpened? Opened, IReadOnlyList<string> Team, IReadOnlyList<FactRecorded> Facts, IReadOnlyList<EvidenceAdded> Evidence, IReadOnlyList<ObjectsListed> Objects,
    IReadOnlyList<ScreenSummary> Screening, IReadOnlyList<RequirementState> Documents, string NonTransferReasons, FineDecided? Fine, CaseClosed? Closed)
{
    internal static CaseContent Of(CaseSight sight)
    {
        var state = sight.Case;
        return new(
            state.Opened, state.Team, state.Facts, state.Evidence, state.Objects, [.. (sight.Screening?.Results ?? []).Select(ScreenSummary.Of)],
            [.. sight.Documents.Select(finding => new RequirementState(finding.Requirement.Id, finding.Requirement.AnyOf, finding.State))], state.NonTransferReasons, state.Fine, state.Closed);
    }
}

/// <summary>What the screening says of one offence.</summary>
/// <param name="Rows">Threshold rows that are met; where undetermined, rows that might be.</param>
/// <param name="Missing">Facts that would decide, the cheapest first.</param>
public sealed record ScreenSummary(string Offence, Reached Reached, IReadOnlyList<string> Rows, IReadOnlyList<string> Missing, Bilingual Explanation)
{
    internal static ScreenSummary Of(ScreenResult result) => new(
        result.Offence.Article, result.Reached, [.. result.Rows.Select(row => row.Id)], [.. result.Missing.Select(fact => fact.Name)], new(result.Explanation.Zh, result.Explanation.En));
}

/// <summary>A required document and whether it is there.</summary>
public sealed record RequirementState(string Requirement, IReadOnlyList<string> AnyOf, DocumentState State);
