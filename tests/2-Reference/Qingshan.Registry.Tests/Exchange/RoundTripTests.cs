using System.Text;
using System.Text.Json;
using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Exchange;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry.Tests.Exchange;

public sealed class RoundTripTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);

    private static readonly Vessel[] Vessels =
    [
        VesselFold.Of("v-1", new(
            "<script>=1;|\\\"", new(2020, 1, 2), [new("旧;名|一", new(2018, 1, 1), new(2020, 1, 1)), new("=SUM(A1)", null, null)], "412000001", null,
            [new("412000002", null, new(2019, 12, 31))], "fishing", "沈家门, 普陀", "330903",
            new Licence("（示范）船捕〔2026〕1号", new(2026, 1, 1), new(2026, 12, 31), ["beam-trawl", "pot"], ["C类渔区", "a;b"]), new Quantity(32.50m, "m"), "", "两行\n备注", true, "", "", 0), 1),
        VesselFold.Of("v-2", new("'=二号", null, [], "", null, [], "cargo", "", "", null, null, "", "", false, "", "", 0), 1),
    ];

    private static readonly Zone[] Zones =
    [
        ZoneFold.Of("z-1", new ZoneRecorded(
            "closed-season-area", "休渔海域", "Closed, \"season\"", "330900", ["a;b"], "WGS-84", "POLYGON ((121.1333333 40.8666667, 119.9166667 40, 121.9333333 40.1, 121.1333333 40.8666667))",
            new(2026, 1, 1), null, ZoneEffect.Forbids, ["05-01T12:00/09-16T12:00", "11-01/02-15 22:00-04:00"], ["trawl"], ["beam-trawl"], "通告", "第一条", "fish-zs", "注", true, "", "", 0), 1),
        ZoneFold.Of("z-2", new ZoneRecorded(
            "anchorage", "锚地", "", "", [], "WGS-84", "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3)), ((20 0, 21 0, 21 1, 20 0)))",
            null, null, ZoneEffect.Informs, [], [], [], "", "", "", "", false, "", "", 0), 1),
    ];

    [Theory]
    [InlineData(ExchangeFormat.Csv)]
    [InlineData(ExchangeFormat.GeoJson)]
    public void WhatIsExported_ReadsBackTheSame(ExchangeFormat format)
    {
        AssertSame(RegisterKind.Vessel, ExportFile.Write(format, Vessels), rows => ExportFile.Write(format, rows.Select(row => VesselFold.Of(row.Id, (VesselRecorded)row.Body!("", ""), 0))));
        AssertSame(RegisterKind.Zone, ExportFile.Write(format, Zones), rows => ExportFile.Write(format, rows.Select(row => ZoneFold.Of(row.Id, (ZoneRecorded)row.Body!("", ""), 0))));
    }

    [Theory]
    [InlineData(ExchangeFormat.Csv)]
    [InlineData(ExchangeFormat.GeoJson)]
    public void WhatIsExported_IsUnchangedInItsOwnRegister(ExchangeFormat format)
    {
        var state = RegistryState.Empty with
        {
            Vessels = RegistryState.Empty.Vessels.AddRange(Vessels.Select(vessel => KeyValuePair.Create(vessel.Id, vessel))),
            VesselsByMmsi = RegistryState.Empty.VesselsByMmsi.Add("412000001", "v-1"),
            Zones = RegistryState.Empty.Zones.AddRange(Zones.Select(zone => KeyValuePair.Create(zone.Id, zone))),
        };
        var planner = new ImportPlanner(state, Today, _ => true);
        Assert.All(planner.Plan(RegisterKind.Vessel, "", ExportFile.Write(format, Vessels)).Require().Rows, row => Assert.Equal(RowOutcome.Unchanged, row.Outcome));
        Assert.All(planner.Plan(RegisterKind.Zone, "", ExportFile.Write(format, Zones)).Require().Rows, row => Assert.Equal(RowOutcome.Unchanged, row.Outcome));
    }

    [Fact]
    public void Csv_IsAsWindowsWritesIt_AndRunsNoFormula()
    {
        var text = Encoding.UTF8.GetString(ExportFile.Write(ExchangeFormat.Csv, Vessels));
        Assert.StartsWith("\uFEFFid,name,name_from,former_names,mmsi,", text, StringComparison.Ordinal);
        Assert.Contains("\r\nv-2,''=二号,", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", text, StringComparison.Ordinal);
    }

    [Fact]
    public void GeoJson_HasListsAsLists_AndVesselsWithoutAPlace()
    {
        using var vessels = JsonDocument.Parse(ExportFile.Write(ExchangeFormat.GeoJson, Vessels));
        var first = vessels.RootElement.GetProperty("features")[0];
        Assert.Equal(("v-1", JsonValueKind.Null), (first.GetProperty("id").GetString(), first.GetProperty("geometry").ValueKind));
        Assert.Equal(["beam-trawl", "pot"], first.GetProperty("properties").GetProperty("licence_gear").EnumerateArray().Select(gear => gear.GetString()));
        using var zones = JsonDocument.Parse(ExportFile.Write(ExchangeFormat.GeoJson, Zones));
        Assert.Equal(["Polygon", "MultiPolygon"], zones.RootElement.GetProperty("features").EnumerateArray().Select(zone => zone.GetProperty("geometry").GetProperty("type").GetString()));
    }

    private static void AssertSame(RegisterKind register, byte[] exported, Func<IReadOnlyList<PlannedRow>, byte[]> again)
    {
        var plan = new ImportPlanner(RegistryState.Empty, Today, _ => true).Plan(register, "", exported).Require();
        Assert.Equal([], plan.Rows.SelectMany(row => row.Problems));
        Assert.Empty(plan.Notices);
        Assert.Equal(Encoding.UTF8.GetString(exported), Encoding.UTF8.GetString(again(plan.Rows)));
    }
}
