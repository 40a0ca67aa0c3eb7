using System.Globalization;
using NodaTime;
using NodaTime.Extensions;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Record.Sealing;
using Qingshan.Registry.Codes;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry.Demo;

/// <summary>Loads the demo's firms, stations and zones into the record, once. Everything is invented and marked as demo.</summary>
public static class DemoRegistry
{
    private const string Key = "demo-site:registry:1";
    private const string Wgs84 = "WGS-84";

    /// <summary>Appends the demo's registry as one decision; refuses what breaks the rules of the codes.</summary>
    /// <param name="siteFile">Path of <c>data/demo/site.json</c>.</param>
    /// <returns>True when it was loaded, false when it was there.</returns>
    public static async Task<Outcome<bool>> SeedAsync(IRecord record, ISealer sealer, string siteFile, TimeProvider time, CancellationToken cancel = default)
    {
        if (await record.FindReceiptAsync(Key, Key, cancel) is not null)
            return false;
        var file = await DemoRegistryFile.ReadAsync(siteFile, cancel);
        if (file.Enterprises.Select(Check).Concat(file.Zones.Select(Check)).FirstOrDefault(problem => problem is not null) is { } refusal)
            return refusal;
        var now = time.GetUtcNow().ToInstant();
        var stations = file.Enterprises.SelectMany(e => e.Stations.Select(s => Change(RegistryState.StationStream, s.Mn, now, [Station(e, s, sealer)])));
        var enterprises = file.Enterprises.Select(e => Change(RegistryState.EnterpriseStream, e.Id, now, Enterprise(e)));
        var zones = file.Zones.Select(z => Change(RegistryState.ZoneStream, z.Id, now, [Zone(z)]));
        var appended = await record.AppendAsync(new Decision(Key, Key, Actor.Rule("demo"), [.. enterprises, .. stations, .. zones]), cancel);
        return appended.Then<bool>(_ => true);
    }

    private static Refusal? Check(DemoEnterprise e) =>
        Datum(e.Datum) ?? CreditCode.Check(e.Uscc) ?? PermitNumber.Check(e.Permit.Number, e.Uscc) ?? e.Stations.Select(s => DeviceNumber.Check(s.Mn)).FirstOrDefault(problem => problem is not null);

    private static Refusal? Check(DemoZone zone) => Datum(zone.Datum) ?? (Boundary.Read(Ring(zone)).Refusal is null ? null : RegistryReasons.BadPolygon.Refuse());

    private static Refusal? Datum(string datum) => datum == Wgs84 ? null : RegistryReasons.UnknownDatum.Refuse(("datum", datum));

    private static IEnumerable<EntryBody> Enterprise(DemoEnterprise e) =>
    [
        new EnterpriseRegistered(
            e.NameZh, e.NameEn, e.Uscc, e.Division, e.AddressZh, e.AddressEn, DemoRegistryFile.Position(e.Location, e.Datum),
            e.Industry, e.IndustryZh, e.IndustryEn, e.KeyDischarger, e.Demo),
        new PermitGranted(e.Permit.Kind, e.Management, e.Permit.Number, e.Permit.IssuedBy, e.Permit.ValidFrom, e.Permit.ValidTo),
        .. e.Outlets.Select(o => new OutletRegistered(o.Code, o.NameZh, o.NameEn, o.Medium, DemoRegistryFile.Position(o.Location, e.Datum), [.. o.Factors.SelectMany(Limit)])),
        .. e.Inspections.Select(i => new InspectionRecorded(i.Id, i.Date, i.Agency, i.Inspectors, i.Kind, i.ViolationFound, i.ResultZh, i.ResultEn)),
        .. e.Penalties.Select(p => new PenaltyRecorded(
            p.Number, p.DecidedOn, p.Agency, p.ConductKind, p.ConductZh, p.ConductEn, p.Source, p.Article, new Quantity(p.FineYuan, "CNY"), p.PaidOn)),
    ];

    // A factor without an upper limit is reported, not limited.
    private static IEnumerable<LimitSet> Limit(DemoFactor factor)
    {
        var unit = factor.Unit.Length == 0 ? RegistryState.NoDimension : factor.Unit;
        if (factor.LimitMax is { } upper)
            yield return new LimitSet(factor.Code, Figure(upper, unit), factor.LimitMin is { } lower ? Figure(lower, unit) : null, factor.BasisZh, factor.BasisEn);
    }

    private static Quantity Figure(string text, string unit) => new(decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), unit);

    private static StationRegistered Station(DemoEnterprise e, DemoStation s, ISealer sealer) => new(
        e.Id, s.Outlet, s.NameZh, s.NameEn, s.Protocol, s.St, sealer.Seal($"device:{s.Mn}", s.Password), s.Addresses, s.Reviewed,
        DemoRegistryFile.Position(s.Location, e.Datum), s.IntervalSeconds, s.Factors, e.Demo);

    private static ZoneRegistered Zone(DemoZone z) => new(z.Kind, z.NameZh, z.NameEn, z.Division, z.Place, z.Datum, Ring(z), null, null, z.Demo);

    private static string Ring(DemoZone zone) => $"POLYGON (({string.Join(", ", zone.Polygon.Select(p => FormattableString.Invariant($"{p[0]} {p[1]}")))}))";

    private static StreamChange Change(string kind, string id, Instant now, IEnumerable<EntryBody> bodies) =>
        new(new StreamId(kind, id), 0, [.. bodies.Select(body => new NewEntry(body, now))]);
}
