using System.Collections.Immutable;
using System.Globalization;
using Qingshan.Record.Entries;
using Qingshan.Record.Sealing;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry.Enterprises;

/// <summary>What the registry's streams add up to.</summary>
internal sealed record RegistryState
{
    public const string EnterpriseStream = "enterprise";
    public const string StationStream = "station";
    public const string ZoneStream = "zone";
    public const string VesselStream = "vessel";

    /// <summary>Unit of a figure without a dimension, because a stored figure always has one.</summary>
    public const string NoDimension = "1";

    // Stands for a password whose key is gone: a sign that no frame can carry, so that it fits none.
    private const string NoPassword = "\0";

    public static RegistryState Empty { get; } = new();

    public ImmutableSortedDictionary<string, Enterprise> Enterprises { get; init; } = ImmutableSortedDictionary.Create<string, Enterprise>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Station> Stations { get; init; } = ImmutableSortedDictionary.Create<string, Station>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Zone> Zones { get; init; } = ImmutableSortedDictionary.Create<string, Zone>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Vessel> Vessels { get; init; } = ImmutableSortedDictionary.Create<string, Vessel>(StringComparer.Ordinal);

    /// <summary>Id of the vessel that transmits an MMSI now.</summary>
    public ImmutableDictionary<string, string> VesselsByMmsi { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    public RegistryState Apply(Entry entry, ISealer sealer) => (entry.Stream.Kind, entry.Body) switch
    {
        (EnterpriseStream, EnterpriseRegistered e) => Set(New(entry.Stream.Key, e)),
        (EnterpriseStream, _) when Enterprises.TryGetValue(entry.Stream.Key, out var enterprise) => Set(Change(enterprise, entry.Body)),
        (StationStream, StationRegistered s) => this with { Stations = Stations.SetItem(entry.Stream.Key, New(entry.Stream.Key, s, sealer)) },
        (ZoneStream, ZoneRegistered z) => this with { Zones = Zones.SetItem(entry.Stream.Key, ZoneFold.Of(entry.Stream.Key, z, entry.Version)) },
        (ZoneStream, ZoneRecorded z) => this with { Zones = Zones.SetItem(entry.Stream.Key, ZoneFold.Of(entry.Stream.Key, z, entry.Version)) },
        (VesselStream, VesselRecorded v) => Set(VesselFold.Of(entry.Stream.Key, v, entry.Version)),
        _ => this,
    };

    private static Enterprise New(string id, EnterpriseRegistered e) => new(
        id, e.NameZh, e.NameEn, e.CreditCode, "", e.Division, e.AddressZh, e.AddressEn,
        (double)e.Seat.Longitude.Value, (double)e.Seat.Latitude.Value, e.KeyDischarger, KeyPermit: false, e.Demo, [], []);

    private static Enterprise Change(Enterprise enterprise, EntryBody body) => body switch
    {
        PermitGranted p => enterprise with
        {
            PermitNumber = p.Number,
            KeyPermit = p.Management == PermitManagement.Key,
            Permit = new Permit(p.Kind, p.Management, p.Number, p.IssuedBy, p.ValidFrom, p.ValidTo),
        },
        OutletRegistered o => enterprise with
        {
            Outlets = [.. enterprise.Outlets.Where(known => known.Id != o.Outlet).Append(New(o)).OrderBy(known => known.Id, StringComparer.Ordinal)],
        },
        InspectionRecorded i => With(enterprise, new HistoryItem("inspection", i.Date, "", i.ResultZh, i.ResultEn)),
        PenaltyRecorded p => With(enterprise, new HistoryItem("penalty", p.DecidedOn, p.Number, PenaltyZh(p), PenaltyEn(p))),
        _ => enterprise,
    };

    private static Enterprise With(Enterprise enterprise, HistoryItem item) =>
        enterprise with { History = [.. enterprise.History.Append(item).OrderByDescending(known => known.Date)] };

    private static string PenaltyZh(PenaltyRecorded p) => $"{p.ConductZh}；罚款 {Amount(p.Fine)} 元（《{p.Source}》{p.Article}）";

    private static string PenaltyEn(PenaltyRecorded p) => $"{p.ConductEn}; fined {Amount(p.Fine)} yuan (《{p.Source}》 {p.Article})";

    private static string Amount(Quantity fine) => fine.Value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static Outlet New(OutletRegistered o) => new(o.Outlet, o.NameZh, o.NameEn, o.Medium, [.. o.Limits.Select(New)]);

    private static DischargeLimit New(LimitSet limit) => new(
        limit.Factor, limit.Upper.Value, limit.Upper.Unit == NoDimension ? "" : limit.Upper.Unit, limit.BasisZh, limit.Lower?.Value, limit.BasisEn);

    private static Station New(string mn, StationRegistered s, ISealer sealer) => new(
        mn, s.Enterprise, s.Outlet, s.System, sealer.Open(s.Password) ?? NoPassword, s.Addresses, s.Reviewed,
        (double)s.Place.Longitude.Value, (double)s.Place.Latitude.Value);

    private RegistryState Set(Vessel vessel)
    {
        var byMmsi = Vessels.GetValueOrDefault(vessel.Id)?.Mmsi is { } old && VesselsByMmsi.GetValueOrDefault(old) == vessel.Id ? VesselsByMmsi.Remove(old) : VesselsByMmsi;
        return this with { Vessels = Vessels.SetItem(vessel.Id, vessel), VesselsByMmsi = vessel.Mmsi is { } mmsi ? byMmsi.SetItem(mmsi, vessel.Id) : byMmsi };
    }

    private RegistryState Set(Enterprise enterprise) => this with { Enterprises = Enterprises.SetItem(enterprise.Id, enterprise) };
}
