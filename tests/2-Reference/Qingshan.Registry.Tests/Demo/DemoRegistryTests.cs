using NodaTime;
using Qingshan.Registry.Demo;
using Qingshan.Registry.Zones;
using Qingshan.TestKit;

namespace Qingshan.Registry.Tests.Demo;

public sealed class DemoRegistryTests : IDisposable
{
    private const string Site = """
        {
          "agencies": [],
          "enterprises": [{
            "id": "ent-1", "name_zh": "示范公司", "name_en": "Demo Co.", "uscc": "91330902000000019C", "division": "330902",
            "industry": "3360", "industry_zh": "金属表面处理", "industry_en": "Metal treatment", "address_zh": "一路1号", "address_en": "1 First Road",
            "datum": "WGS-84", "location": [122.085, 30.112], "legal_representative_zh": "甘示范", "legal_representative_en": "Gan Shifan",
            "management": "key", "key_discharger": true,
            "permit": {"kind": "permit", "number": "91330902000000019C001P", "issued_by": "env-zs", "valid_from": "2024-03-01", "valid_to": "2029-02-28"},
            "outlets": [{"code": "DW001", "medium": "water", "name_zh": "排放口", "name_en": "Outlet", "location": [122.0856, 30.1124], "factors": [
              {"code": "w20117", "name_zh": "六价铬", "name_en": "hexavalent chromium", "unit": "mg/L", "limit_max": "0.50", "basis_zh": "许可", "basis_en": "permit"},
              {"code": "w01001", "name_zh": "pH值", "name_en": "pH", "unit": "", "limit_min": "6", "limit_max": "9", "basis_zh": "许可", "basis_en": "permit"},
              {"code": "w00000", "name_zh": "流量", "name_en": "flow", "unit": "L/s", "basis_zh": "", "basis_en": ""}]}],
            "stations": [{"id": "st-1", "outlet": "DW001", "name_zh": "站", "name_en": "Station", "protocol": "HJ212-2017", "mn": "330900DE0000000000000001", "password": "SF2601",
              "st": "32", "addresses": ["127.0.0.1"], "reviewed": false, "interval_seconds": 60, "factors": ["w20117"], "location": [122.0857, 30.1125]}],
            "inspections": [{"id": "i", "date": "2024-05-16", "agency": "env-zs", "inspectors": ["lin"], "kind": "random", "violation_found": false, "result_zh": "无", "result_en": "None"}],
            "penalties": [], "demo": true}],
          "zones": [{"id": "zone-1", "kind": "industrial-park", "name_zh": "示范园", "name_en": "Demo park", "division": "330902", "place": [], "datum": "WGS-84",
            "polygon": [[122.06, 30.105], [122.095, 30.105], [122.095, 30.13], [122.06, 30.13], [122.06, 30.105]], "demo": true}]
        }
        """;

    private readonly string file = Path.GetTempFileName();
    private readonly InMemoryRecord record;
    private readonly InMemorySealer sealer = new();
    private readonly FakeTime time = new();

    public DemoRegistryTests() => record = new InMemoryRecord(time);

    [Fact]
    public async Task Seeding_BringsFirmsStationsAndZones_Once()
    {
        using var registry = await SiteRegistry.OpenAsync(record, sealer);
        Assert.True((await Seed(Site)).Require());
        var firm = registry.FindEnterprise("ent-1")!;
        Assert.Equal(("91330902000000019C", "91330902000000019C001P", true), (firm.CreditCode, firm.PermitNumber, firm.KeyPermit));
        Assert.Equal([("w20117", 0.50m, "mg/L", null), ("w01001", 9m, "", 6m)], firm.Outlets[0].Limits.Select(l => (l.Factor, l.Value, l.Unit, l.Lower)));
        Assert.Equal("SF2601", registry.FindStation("330900DE0000000000000001")!.Password);
        Assert.Equal("zone-1", Assert.Single(registry.At(122.085, 30.112, new LocalDate(2026, 3, 2))).Id);
        var count = record.Count;
        Assert.False((await Seed(Site)).Require());
        Assert.Equal((6, 6), (count, record.Count));
    }

    [Theory]
    [InlineData("\"91330902000000019C\"", "\"91330902000000019D\"", "registry.credit-code-check")]
    [InlineData("019C001P", "019C00AP", "registry.permit-number-sequence")]
    [InlineData("330900DE0000000000000001", "330900DE", "registry.device-number-length")]
    [InlineData("\"datum\": \"WGS-84\", \"location\"", "\"datum\": \"GCJ-02\", \"location\"", "registry.unknown-datum")]
    [InlineData("[122.06, 30.13], [122.06, 30.105]]", "[122.06, 30.13]]", "registry.bad-polygon")]
    public async Task WhatBreaksARule_IsRefused_AndNothingIsWritten(string good, string bad, string code)
    {
        Assert.Equal(code, (await Seed(Site.Replace(good, bad, StringComparison.Ordinal))).Refusal?.Reason.Code);
        Assert.Equal(0, record.Count);
    }

    [RepositoryFact("data/demo/site.json")]
    public async Task TheDemoSiteOfTheRepository_Loads()
    {
        using var registry = await SiteRegistry.OpenAsync(record, sealer);
        Assert.True((await DemoRegistry.SeedAsync(record, sealer, Path.Combine(SharedData.RepositoryRoot, "data/demo/site.json"), time)).Require());
        Assert.All(registry.Stations, station => Assert.Contains(registry.FindEnterprise(station.Enterprise)!.Outlets, outlet => outlet.Id == station.Outlet));
        var chromium = registry.FindEnterprise("ent-electroplating")!.Outlets.Single(outlet => outlet.Id == "DW001").Limits.Single(limit => limit.Factor == "w20117");
        Assert.Equal((0.5m, "mg/L"), (chromium.Value, chromium.Unit));
        Assert.All(registry.Enterprises, enterprise => Assert.Contains("示范", enterprise.NameZh, StringComparison.Ordinal));
    }

    [RepositoryFact("data/demo/vessels.csv")]
    public async Task TheDemosVesselsAndSeaZones_Load_Once()
    {
        var demo = Path.Combine(SharedData.RepositoryRoot, "data/demo");
        using var registry = await SiteRegistry.OpenAsync(record, sealer);
        (await DemoRegistry.SeedAsync(record, sealer, Path.Combine(demo, "site.json"), time)).Require();
        Assert.True((await DemoSea.SeedAsync(record, registry, demo, time)).Require());
        Assert.Equal(30, registry.Vessels.Count);
        Assert.All(registry.Vessels, vessel => Assert.True(vessel.Demo && vessel.Names.All(name => name.Contains("示范", StringComparison.Ordinal)), vessel.Name));
        Assert.All(registry.Vessels.Where(vessel => vessel.Mmsi is not null), vessel => Assert.Matches("^41[23]0000[0-9]{2}$", vessel.Mmsi));
        var noon = Instant.FromUtc(2017, 7, 25, 4, 0);
        Assert.Equal(ZoneVerdict.Forbidden, registry.FindZone("zone-closed-demo")!.Forbids(null, Instant.FromUtc(2026, 12, 25, 4, 0)).Verdict);
        Assert.True(registry.FindZone("zone-closed-demo")!.Contains(122.8, 30.2));
        Assert.Equal((true, ZoneGround.PermitArea), (registry.FindZone("MOA-2017-LN")!.IsInForce(noon), registry.FindZone("MOA-2017-LN")!.Forbids("trawl", noon).Ground));
        // Noon of the first and the last day.
        Assert.Equal([false, true, true, false], new[] { "2017-07-20T03:59:59Z", "2017-07-20T04:00:00Z", "2017-07-31T03:59:59Z", "2017-07-31T04:00:00Z" }
            .Select(text => registry.FindZone("MOA-2017-TJ")!.IsInForce(NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value)));
        Assert.Equal(ZoneGround.GearForbidden, registry.FindZone("ZS-2006-33")!.Forbids("beam-trawl", Instant.FromUtc(2006, 6, 1, 0, 0)).Ground);
        var count = record.Count;
        Assert.False((await DemoSea.SeedAsync(record, registry, demo, time)).Require());
        Assert.Equal(count, record.Count);
    }

    public void Dispose() => File.Delete(file);

    private async Task<Qingshan.Record.Reasons.Outcome<bool>> Seed(string text)
    {
        await File.WriteAllTextAsync(file, text);
        return await DemoRegistry.SeedAsync(record, sealer, file, time);
    }
}
