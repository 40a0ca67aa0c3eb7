using NodaTime;
using NodaTime.Text;
using Qingshan.Law.Clocks;
using Qingshan.Record.Views;
using Qingshan.Transfers.Transfers;

namespace Qingshan.Web.Components.Pages.Transfers;

/// <summary>A transfer in a list of the interface.</summary>
/// <param name="SentAt">ISO 8601 in UTC; null before it was sent.</param>
public sealed record TransferLine(
    string Id, string CaseNumber, string Step, string Agency, string Police, string Procuratorate, string Offence, string ReportedAt, string? SentAt, long Version,
    IReadOnlyList<ClockLine> Clocks)
{
    internal static TransferLine Of(TransferListing line) => new(
        line.Row.Id, line.Row.CaseNumber, line.Row.Step, line.Row.Agency, line.Row.Police, line.Row.Procuratorate, line.Row.Offence, line.Row.ReportedAt, line.Row.SentAt,
        line.Row.Version, [.. line.Clocks.Select(ClockLine.Of)]);
}

/// <summary>One run of a clock. It says nothing that changes by itself, so that an answer can be kept: one that has not ended is late once <c>dueAt</c> is past.</summary>
public sealed record ClockLine(string Rule, string DutyHolder, string StartedAt, string DueAt, string? EndedAt, string Counting, string Source, string Article, IReadOnlyList<OtherDue> Alternatives)
{
    internal static ClockLine Of(ClockResult run) => new(
        run.Rule.Id, run.Rule.DutyHolder.Code, Text(run.StartedAt), Text(run.DueAt), run.EndedAt is { } ended ? Text(ended) : null, run.Counting, run.Period.Source, run.Period.Article,
        [.. run.Alternatives.Select(other => new OtherDue(Text(other.DueAt), other.Period.Source, other.Period.Article, other.Needs))]);

    private static string Text(Instant at) => ViewTime.Text(at);
}

/// <summary>Another due moment of the same clock.</summary>
/// <param name="Needs">The event without which it does not apply; null where it differs by source only.</param>
public sealed record OtherDue(string DueAt, string Source, string Article, string? Needs);

/// <summary>A transfer as the interface gives it. What the level does not reach is null.</summary>
/// <param name="Level"><c>exists</c>, <c>summary</c>, <c>full</c> or <c>act</c>.</param>
/// <param name="Verbs">What the post may do now.</param>
public sealed record TransferAnswer(
    string Id, string Level, string Agency, string? CaseNumber, string? Step, string? Police, string? Procuratorate, string? Offence, string? Article, long? Version,
    IReadOnlyList<string> Verbs, IReadOnlyList<ClockLine>? Clocks, IReadOnlyList<FindingLine>? Checklist, IReadOnlyList<string>? Missing, IReadOnlyList<TransferredDocument>? Documents,
    string? Report, IReadOnlyList<StepLine>? Steps)
{
    internal static TransferAnswer Of(TransferDossier of)
    {
        var (transfer, report) = (of.Transfer, of.Transfer.Report!);
        var summary = of.Summary;
        return new(
            of.Id, of.Seen.Access.Level.ToString().ToLowerInvariant(), report.Agency, summary ? report.CaseNumber : null, summary ? transfer.Step.ToString() : null,
            summary ? transfer.Police : null, summary ? report.Procuratorate : null, summary ? report.Offence : null, summary ? report.Article : null, summary ? transfer.Version : null,
            of.Verbs, summary ? [.. of.Clocks.Select(ClockLine.Of)] : null,
            of.Full ? [.. of.Findings.Select(finding => new FindingLine(finding.Requirement.Id, finding.Requirement.Group, finding.Requirement.AnyOf, finding.State.ToString()))] : null,
            of.Full ? transfer.Missing : null, of.Full ? transfer.Documents : null, of.Full ? report.Report : null,
            summary ? [.. of.Cards.Select(card => new StepLine(card.Key, card.Police ? "police" : "agency", card.Done is null ? null : InstantPattern.ExtendedIso.Format(card.Done.OccurredAt)))] : null);
    }
}

/// <summary>One required document.</summary>
/// <param name="State"><c>Present</c>, <c>Missing</c> or <c>NotApplicable</c>.</param>
public sealed record FindingLine(string Id, int Group, IReadOnlyList<string> AnyOf, string State);

/// <summary>One step of the procedure; <c>doneAt</c> is null before it is done.</summary>
public sealed record StepLine(string Step, string Lane, string? DoneAt);
