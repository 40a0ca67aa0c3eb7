using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Registry.Exchange;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;

namespace Qingshan.Web.Registers;

/// <summary>A row of <c>GET /api/vessel</c>.</summary>
/// <param name="Mmsi">Null below full access, or where it has none.</param>
public sealed record VesselListItem(string Id, string Name, string Type, string Port, string Division, bool Demo, AccessLevel Level, string? Mmsi)
{
    internal static VesselListItem Of(SeenRow<Vessel> seen) => new(
        seen.Row.Id, seen.Row.Name, seen.Row.Type, seen.Row.Port, seen.Row.Division, seen.Row.Demo, seen.Level, seen.Level >= AccessLevel.Full ? seen.Row.Mmsi : null);
}

/// <summary>Answer of <c>GET /api/vessel/{id}</c>. Below full access <paramref name="Vessel"/> and <paramref name="History"/> are null.</summary>
public sealed record VesselAnswer(string Id, AccessLevel Level, string Name, string Type, string Port, string Division, bool Demo, Vessel? Vessel, IReadOnlyList<RegisterEntryAnswer>? History)
{
    internal static VesselAnswer Of(VesselSight sight) => new(
        sight.Vessel.Id, sight.Access.Level, sight.Vessel.Name, sight.Vessel.Type, sight.Vessel.Port, sight.Vessel.Division, sight.Vessel.Demo,
        sight.Full ? sight.Vessel : null, sight.Full ? [.. sight.History.Select(RegisterEntryAnswer.Of)] : null);
}

/// <summary>A row of <c>GET /api/zone</c>.</summary>
public sealed record ZoneListItem(string Id, string NameZh, string NameEn, string Kind, string Division, ZoneEffect Effect, bool InForce, bool Demo, AccessLevel Level);

/// <summary>Answer of <c>GET /api/zone/{id}</c>; positions are WGS-84 in <paramref name="Boundary"/>, as well-known text.</summary>
/// <param name="InForce">Valid and in season now.</param>
/// <param name="History">Null below full access.</param>
public sealed record ZoneDetails(
    string Id, AccessLevel Level, string NameZh, string NameEn, string Kind, string Division, IReadOnlyList<string> Places, string Boundary, LocalDate? ValidFrom, LocalDate? ValidTo,
    ZoneEffect Effect, IReadOnlyList<string> Seasons, IReadOnlyList<string> Gear, IReadOnlyList<string> ExemptGear, string Source, string Article, string Agency, string Note, bool Demo,
    bool InForce, IReadOnlyList<RegisterEntryAnswer>? History)
{
    internal static ZoneDetails Of(ZoneSight sight)
    {
        var zone = sight.Zone;
        return new(
            zone.Id, sight.Access.Level, zone.NameZh, zone.NameEn, zone.Kind, zone.Division, zone.Places, Qingshan.Registry.Zones.Boundary.Write(zone.Area), zone.ValidFrom, zone.ValidTo,
            zone.Effect, [.. zone.Seasons.Select(season => season.ToString())], zone.Gear, zone.ExemptGear, zone.Source, zone.Article, zone.Agency, zone.Note, zone.Demo,
            sight.InForce, sight.Full ? [.. sight.History.Select(RegisterEntryAnswer.Of)] : null);
    }
}

/// <summary>Who recorded something of the object, when and why.</summary>
public sealed record RegisterEntryAnswer(long Version, Instant RecordedAt, string Person, string Agency, string Why, string File, int Row)
{
    internal static RegisterEntryAnswer Of(RegisterEntry entry) => new(entry.Version, entry.RecordedAt, entry.By.Person, entry.By.Agency, entry.Why, entry.File, entry.Row);
}

/// <summary>Answer of <c>PUT /api/import/files</c>: what an import would do. Nothing is imported by asking.</summary>
/// <param name="File">SHA-256, which the import names.</param>
/// <param name="Mark">Goes back with the import: it is refused when the register changed since.</param>
public sealed record PreviewAnswer(RegisterKind Register, string File, string Mark, int New, int Changed, int Unchanged, int Refused, IReadOnlyList<TextAnswer> Notices, IReadOnlyList<PreviewRow> Rows)
{
    internal static PreviewAnswer Of(ImportPlan plan) => new(
        plan.Register, plan.File, plan.Mark, plan.Count(RowOutcome.New), plan.Count(RowOutcome.Changed), plan.Count(RowOutcome.Unchanged), plan.Count(RowOutcome.Refused),
        [.. plan.Notices.Select(notice => new TextAnswer(notice.Zh, notice.En))], [.. plan.Rows.Select(PreviewRow.Of)]);
}

/// <summary>A row of a preview.</summary>
public sealed record PreviewRow(
    int Row, string Id, string Title, RowOutcome Outcome, IReadOnlyList<PreviewChange> Changes, IReadOnlyList<PreviewProblem> Problems, IReadOnlyList<TextAnswer> Notices)
{
    internal static PreviewRow Of(PlannedRow row) => new(
        row.Row, row.Id, row.Title, row.Outcome, [.. row.Changes.Select(change => new PreviewChange(change.Name, change.Before, change.After))],
        [.. row.Problems.Select(problem => new PreviewProblem(problem.Field, problem.Refusal.Reason.Code, problem.Refusal.Zh, problem.Refusal.En))],
        [.. row.Notices.Select(notice => new TextAnswer(notice.Zh, notice.En))]);
}

/// <summary>A field before and after.</summary>
public sealed record PreviewChange(string Field, string Before, string After);

/// <summary>What is wrong with a field; empty for the row as a whole.</summary>
public sealed record PreviewProblem(string Field, string Code, string Zh, string En);

/// <summary>A text in both languages.</summary>
public sealed record TextAnswer(string Zh, string En);
