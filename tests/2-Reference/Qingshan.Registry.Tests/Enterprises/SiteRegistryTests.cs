using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Zones;
using Qingshan.TestKit;

namespace Qingshan.Registry.Tests.Enterprises;

public sealed class SiteRegistryTests
{
    private const string Mn = "330900DE0000000000000001";
    private static readonly StreamId Firm = new("enterprise", "ent-1");
    private static readonly Position Place = new(new Quantity(122.085m, "deg"), new Quantity(30.112m, "deg"), "WGS-84");
    private readonly InMemoryRecord record = new(new FakeTime());
    private readonly InMemorySealer sealer = new();

    [Fact]
    public async Task AFirm_IsTheSumOfItsEntries()
    {
        using var registry = await SiteRegistry.OpenAsync(record, sealer);
        await record.GivenAsync(Firm, Registered());
        Assert.Null(registry.FindEnterprise("ent-1")!.Permit);
        await record.GivenAsync(
            Firm,
            new PermitGranted(PermitKind.Permit, PermitManagement.Key, "91330902000000019C001P", "env-zs", new(2024, 3, 1), new(2029, 2, 28)),
            Outlet("DW002", "100"), Outlet("DW001", "0.5"), Outlet("DW002", "80"),
            new InspectionRecorded("i", new(2024, 5, 16), "env-zs", ["lin"], "random", false, "未发现违法行为", "No violation"),
            new PenaltyRecorded("舟环罚字1号", new(2025, 4, 22), "env-zs", "water-exceedance", "超标", "Exceedance", "水污染防治法", "83(2)", new(180000m, "CNY"), new(2025, 5, 6)));
        var firm = registry.FindEnterprise("ent-1")!;
        Assert.Equal(("91330902000000019C001P", true, true), (firm.PermitNumber, firm.KeyPermit, firm.KeyDischarger));
        Assert.Equal(new Permit(PermitKind.Permit, PermitManagement.Key, "91330902000000019C001P", "env-zs", new(2024, 3, 1), new(2029, 2, 28)), firm.Permit);
        Assert.Equal((122.085, 30.112), (firm.Longitude, firm.Latitude));
        Assert.Equal(["DW001", "DW002"], firm.Outlets.Select(outlet => outlet.Id));
        Assert.Equal(new DischargeLimit("w20117", 80m, "mg/L", "许可", null, "permit"), Assert.Single(firm.Outlets[1].Limits));
        Assert.Equal(
            [
                new HistoryItem("penalty", new(2025, 4, 22), "舟环罚字1号", "超标；罚款 180,000 元（《水污染防治法》83(2)）", "Exceedance; fined 180,000 yuan (《水污染防治法》 83(2))"),
                new HistoryItem("inspection", new(2024, 5, 16), "", "未发现违法行为", "No violation"),
            ],
            firm.History);
    }

    [Fact]
    public async Task AFigureWithoutDimension_HasNoUnit_AndKeepsItsLowerBound()
    {
        await record.GivenAsync(Firm, Registered(), new OutletRegistered("DW001", "口", "Outlet", "water", Place, [new LimitSet("w01001", new(9m, "1"), new(6m, "1"), "许可", "permit")]));
        using var registry = await SiteRegistry.OpenAsync(record, sealer);
        Assert.Equal(new DischargeLimit("w01001", 9m, "", "许可", 6m, "permit"), registry.FindEnterprise("ent-1")!.Outlets[0].Limits[0]);
    }

    [Fact]
    public async Task AStation_HasItsPasswordOpened_WhichTheEntryHidesAndNoFrameFitsOnceItIsDestroyed()
    {
        var registered = new StationRegistered(
            "ent-1", "DW001", "站", "Station", "HJ212-2017", "32", sealer.Seal($"device:{Mn}", "SF2601"), ["127.0.0.1", "::1"], false, Place, 60, ["w20117"], true);
        await record.GivenAsync(new("station", Mn), registered);
        Assert.DoesNotContain("SF2601", registered.ToString(), StringComparison.Ordinal);
        using var registry = await SiteRegistry.OpenAsync(record, sealer);
        var station = registry.FindStation(Mn)!;
        Assert.Equal(["127.0.0.1", "::1"], station.Addresses);
        Assert.Equal(new Station(Mn, "ent-1", "DW001", "32", "SF2601", station.Addresses, false, 122.085, 30.112), station);
        sealer.Destroy($"device:{Mn}");
        await registry.LoadAsync();
        Assert.Equal("\0", registry.FindStation(Mn)!.Password);
        Assert.Null(registry.FindStation(Mn[..^1]));
    }

    [Fact]
    public async Task Zones_AreFoundByPointAndDay()
    {
        await record.GivenAsync(new("zone", "b"), Zone("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", null));
        await record.GivenAsync(new("zone", "a"), Zone("POLYGON ((1 1, 3 1, 3 3, 1 3, 1 1))", new LocalDate(2026, 1, 1)));
        using var registry = await SiteRegistry.OpenAsync(record, sealer);
        Assert.Equal(["a", "b"], registry.At(1.5, 1.5, new LocalDate(2026, 1, 1)).Select(zone => zone.Id));
        Assert.Equal(["b"], registry.At(1.5, 1.5, new LocalDate(2025, 12, 31)).Select(zone => zone.Id));
        Assert.Empty(registry.At(5, 5, new LocalDate(2026, 1, 1)));
        Assert.Equal(["drinking_water_protection_zone"], registry.FindZone("a")!.Places);
        Assert.Null(registry.FindZone("c"));
    }

    private static EnterpriseRegistered Registered() =>
        new("示范公司", "Demo Co.", "91330902000000019C", "330902", "一路1号", "1 First Road", Place, "3360", "金属表面处理", "Metal treatment", KeyDischarger: true, Demo: true);

    private static OutletRegistered Outlet(string id, string upper) =>
        new(id, "排放口", "Outlet", "water", Place, [new LimitSet("w20117", Quantity.TryParse($"{upper} mg/L")!.Value, null, "许可", "permit")]);

    private static ZoneRegistered Zone(string outline, LocalDate? from) =>
        new("drinking-water-protection-zone-2", "保护区", "Zone", "330902", ["drinking_water_protection_zone"], "WGS-84", outline, from, null, true);
}
