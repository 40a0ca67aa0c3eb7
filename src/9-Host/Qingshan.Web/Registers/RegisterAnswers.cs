using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Registry.Enterprises;

namespace Qingshan.Web.Registers;

/// <summary>A row of <c>GET /api/enterprise</c>.</summary>
/// <param name="OpenSignals">Null below full access.</param>
public sealed record EnterpriseListItem(string Id, string NameZh, string NameEn, string Division, bool KeyDischarger, string Permit, bool Demo, AccessLevel Level, int? OpenSignals)
{
    internal static EnterpriseListItem Of(EnterpriseLine line) => new(
        line.Enterprise.Id, line.Enterprise.NameZh, line.Enterprise.NameEn, line.Enterprise.Division, line.Enterprise.KeyDischarger, line.Enterprise.PermitNumber,
        line.Enterprise.Demo, line.Level, line.Level >= AccessLevel.Full ? line.OpenSignals : null);
}

/// <summary>Answer of <c>GET /api/enterprise/{id}</c>. Below full access everything after <paramref name="Permit"/> is null.</summary>
public sealed record EnterpriseAnswer(
    string Id, AccessLevel Level, string NameZh, string NameEn, string Division, string AddressZh, string AddressEn, bool KeyDischarger, bool Demo, Permit? Permit,
    string? CreditCode, double? Longitude, double? Latitude, IReadOnlyList<Outlet>? Outlets, IReadOnlyList<HistoryItem>? History, IReadOnlyList<StationAnswer>? Stations,
    IReadOnlyList<string>? Signals, IReadOnlyList<string>? Cases)
{
    internal static EnterpriseAnswer Of(EnterpriseSight sight)
    {
        var (firm, full) = (sight.Enterprise, sight.Full);
        return new(
            firm.Id, sight.Access.Level, firm.NameZh, firm.NameEn, firm.Division, firm.AddressZh, firm.AddressEn, firm.KeyDischarger, firm.Demo, firm.Permit,
            full ? firm.CreditCode : null, full ? firm.Longitude : null, full ? firm.Latitude : null, full ? firm.Outlets : null, full ? firm.History : null,
            full ? [.. sight.Stations.Select(StationAnswer.Of)] : null, full ? [.. sight.Signals.Select(row => row.Id)] : null, full ? [.. sight.Cases.Select(row => row.Id)] : null);
    }
}

/// <summary>A station with its last readings; its password is never told.</summary>
public sealed record StationAnswer(
    string Mn, string Outlet, string System, bool Reviewed, double Longitude, double Latitude, StationState State, Instant? ReceivedAt, Instant? DataTime, IReadOnlyList<ReadingAnswer> Readings)
{
    internal static StationAnswer Of(StationSight sight) => new(
        sight.Station.Mn, sight.Station.Outlet, sight.Station.System, sight.Station.Reviewed, sight.Station.Longitude, sight.Station.Latitude,
        sight.Health.State, sight.Health.ReceivedAt, sight.Health.DataTime, [.. sight.Readings.Select(value => new ReadingAnswer(value.Factor, value.Text, value.Unit, value.Mark, value.At, value.IsOver))]);
}

/// <summary>The newest real-time value of a factor.</summary>
/// <param name="Value">Exactly as sent.</param>
public sealed record ReadingAnswer(string Factor, string Value, string Unit, string Mark, Instant At, bool IsOver);

/// <summary>Answer of <c>GET /api/sensing/accounting</c>. <c>received = decoded + rejected + pending</c>; <c>decoded = stored + withheld</c>.</summary>
/// <param name="DetectorInputs">Frames handed to the detector; null while it is still catching up.</param>
public sealed record AccountingAnswer(IReadOnlyList<ListenerAnswer> Listeners, long? DetectorInputs, long SignalsRaised, long SignalsWithdrawn, long SignalsMerged)
{
    internal static AccountingAnswer Of(AccountingSight sight) => new(
        [.. sight.Listeners.Select(report => new ListenerAnswer(
            report.Listener, report.Received, report.Decoded, report.Rejected, report.Pending, report.Stored, report.Withheld, report.Balanced,
            report.ObservationsStored, report.ObservationsLate, report.ObservationsMerged))],
        sight.DetectorInputs, sight.Signals.Raised, sight.Signals.Withdrawn, sight.Signals.Merged);
}

/// <summary>One listener in numbers.</summary>
/// <param name="Rejected">By reason code.</param>
/// <param name="Withheld">By reason code.</param>
public sealed record ListenerAnswer(
    string Listener, long Received, long Decoded, IReadOnlyDictionary<string, long> Rejected, long Pending, long Stored, IReadOnlyDictionary<string, long> Withheld, bool Balanced,
    long ObservationsStored, long ObservationsLate, long ObservationsMerged);
