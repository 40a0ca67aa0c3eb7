using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Record.Entries;
using Qingshan.Record.Views;
using Qingshan.Signals.Signals;

namespace Qingshan.Web.Triage;

/// <summary>A row of <c>GET /api/signal</c>.</summary>
/// <param name="TimesOver">(peak − limit) / limit, rounded down to one decimal; null where the limit is zero.</param>
/// <param name="Enterprise">Null below full access, as are <paramref name="Outlet"/> and <paramref name="Station"/>.</param>
public sealed record SignalListItem(
    string Id, long Version, string Kind, string State, string Rule, string Factor, string Division, Quantity? Peak, Quantity? Limit, decimal? TimesOver, Instant StartedAt, Instant LastAt,
    bool Ended, Instant RaisedAt, string? Enterprise, string? Outlet, string? Station, string? Vessel, string? VesselName, string? Zone)
{
    internal static SignalListItem Of(SeenRow<SignalRow> seen)
    {
        var (row, full) = (seen.Row, seen.Level >= AccessLevel.Full);
        return new(
            row.Id, row.Version, row.Kind, row.State.ToLowerInvariant(), row.Rule, row.Factor, row.Division, Quantity.TryParse(row.PeakText), Quantity.TryParse(row.LimitText),
            row.Kind == SignalKind.Zone ? null : SignalFigures.Of(row).TimesOver, ViewTime.Parse(row.StartedAt), ViewTime.Parse(row.LastAt), row.Ended, ViewTime.Parse(row.RaisedAt),
            full ? row.Enterprise : null, full ? row.Outlet : null, full ? row.Station : null, full ? row.Vessel : null, full ? row.Named : null, full ? row.Zone : null);
    }
}

/// <summary>Answer of <c>GET /api/signal/{id}</c>. What names the enterprise and the evidence is null below full access.</summary>
/// <param name="Verbs">What the post may do now.</param>
/// <param name="SliceHash">SHA-256 over the hashes of the raw frames of the event.</param>
public sealed record SignalAnswer(
    string Id, long Version, AccessLevel Level, IReadOnlyList<string> Verbs, SignalState State, string Kind, string Rule, string RuleVersion, string Factor, string Division, Quantity? Limit,
    Measured? Measured, Passage? Passage, decimal? TimesOver, IReadOnlyList<Bilingual> LegalBasis, IReadOnlyList<Bilingual> LookNext, int Confirmed, int Dismissed,
    string? Enterprise, string? Outlet, string? Station, string? Vessel, string? VesselName, string? Zone, Bilingual? Authentication, int? SliceFrames, string? SliceHash, IReadOnlyList<string>? Tasks, string? Case, string? Note)
{
    /// <summary>Of a signal that was raised.</summary>
    internal static SignalAnswer Of(SignalSight sight)
    {
        var (signal, full) = (sight.Signal, sight.Seen.Full);
        var (head, raised, zone) = (signal.Head!, signal.Raised, signal.Zone);
        return new(
            sight.Id, signal.Version, sight.Seen.Access.Level, sight.Seen.Verbs, signal.State, zone is null ? SignalKind.Exceedance : SignalKind.Zone,
            head.Rule, head.RuleVersion, raised?.Factor ?? "", head.Division, raised?.Limit,
            signal.Measured, signal.Passage, raised is null ? null : SignalFigures.Of(signal).TimesOver, head.LegalBasis, head.LookNext, sight.Precision.Confirmed, sight.Precision.Dismissed,
            full ? raised?.Enterprise : null, full ? raised?.Outlet : null, full ? raised?.Station ?? zone?.Mmsi : null, full ? zone?.Vessel : null, full ? zone?.VesselName : null,
            full ? zone?.Zone : null, full ? head.Authentication : null,
            sight.Slice?.Frames ?? sight.Stay?.Track.Count, sight.Slice?.Hash ?? sight.Stay?.Hash, full ? [.. sight.Tasks.Select(task => task.Id)] : null, sight.Case?.Id, full ? signal.DecisionNote : null);
    }
}
