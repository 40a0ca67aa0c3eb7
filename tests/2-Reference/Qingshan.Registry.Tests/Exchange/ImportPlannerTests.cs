using System.Text;
using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Exchange;
using Qingshan.Registry.Vessels;
using Qingshan.TestKit;

namespace Qingshan.Registry.Tests.Exchange;

public sealed class ImportPlannerTests
{
    private const string Square = "\"POLYGON ((122 30, 123 30, 123 31, 122 31, 122 30))\"";
    private static readonly LocalDate Today = new(2026, 3, 2);

    [Theory]
    [InlineData("412000001", "mmsi", null)]
    [InlineData("0", "mmsi", "registry.mmsi-length")]
    [InlineData("41200000X", "mmsi", "registry.mmsi-character")]
    [InlineData("992000001", "mmsi", "registry.mmsi-not-a-ship")]
    public void AnMmsi_IsCheckedInItsRow(string mmsi, string field, string? code) => AssertOne(Vessels($"id,name,mmsi,type\nv,一号,{mmsi},fishing"), field, code);

    [Theory]
    [InlineData("name_from", "2019-03-01", null)]
    [InlineData("name_from", "2019/3/1", null)]
    [InlineData("name_from", "1970-01-01", "exchange.implausible-date")]
    [InlineData("name_from", "2099-01-01", "exchange.implausible-date")]
    [InlineData("name_from", "2056-03-02", null)]
    [InlineData("name_from", "2056-03-03", "exchange.implausible-date")]
    [InlineData("name_from", "2019-02-30", "exchange.bad-date")]
    [InlineData("name_from", "yesterday", "exchange.bad-date")]
    [InlineData("former_names", "旧名|2019-01-01|2018-01-01", "exchange.dates-reversed")]
    [InlineData("former_names", "旧名|2019-01-01", "exchange.bad-use")]
    [InlineData("former_names", "旧名", null)]
    [InlineData("former_mmsis", "412000002;7", "registry.mmsi-length")]
    [InlineData("licence_gear", "trawl", "exchange.missing")]
    [InlineData("licence_gear", "dynamite", "exchange.unknown-gear")]
    [InlineData("length_m", "12.5", null)]
    [InlineData("length_m", "0.5", "exchange.bad-length")]
    [InlineData("length_m", "12 m", "exchange.bad-length")]
    [InlineData("owner", "ent-1", null)]
    [InlineData("owner", "nobody", "exchange.unknown-owner")]
    [InlineData("division", "330903", null)]
    [InlineData("division", "Zhoushan", "exchange.unknown-division")]
    [InlineData("demo", "maybe", "exchange.bad-flag")]
    [InlineData("note", "a\u0007b", "exchange.unfit-text")]
    public void AFieldOfAVessel_IsCheckedInItsRow(string field, string value, string? code)
    {
        var plan = Vessels($"id,name,type,{field}\nv,一号,捕捞渔船,{value}");
        AssertOne(plan, field == "licence_gear" && code == "exchange.missing" ? "licence" : field, code);
        if (code == "exchange.unknown-gear")
            Assert.Equal("不认识的作业类型（渔具）“dynamite”。", plan.Rows[0].Problems[0].Refusal.Zh);
    }

    [Fact]
    public void AllThatIsWrongInARow_IsSaidAtOnce_WithItsNumber()
    {
        var row = Vessels("id,name,mmsi,type,name_from\na,一,412000001,fishing,\nno way,,0,boat,1970-01-01").Rows[1];
        Assert.Equal((3, RowOutcome.Refused), (row.Row, row.Outcome));
        Assert.Equal(["id", "mmsi", "name", "name_from", "type"], row.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AName_IsKeptAsItIsTyped()
    {
        var row = Assert.Single(Vessels("id,name,type\nv,<script>alert(1)</script>,fishing").Rows);
        Assert.Equal((RowOutcome.New, "<script>alert(1)</script>"), (row.Outcome, row.Title));
        Assert.Equal("<script>alert(1)</script>", ((VesselRecorded)row.Body!("why", "f")).Name);
    }

    [Fact]
    public void WhatStandsTwiceInAFile_OrBelongsToAnother_IsRefused()
    {
        var known = State(("v-1", Vessel("一号", "412000001")));
        var plan = Plan(known, "id,name,mmsi,type\na,甲,412000002,fishing\nb,乙,412000002,fishing\na,丙,,fishing\nc,丁,412000001,fishing\nv-1,一号,412000001,fishing");
        Assert.Equal(
            ["", "exchange.same-in-file", "exchange.same-in-file", "exchange.mmsi-taken", "exchange.same-in-file"],
            plan.Rows.Select(row => string.Join(' ', row.Problems.Select(problem => problem.Refusal.Reason.Code))));
        Assert.Equal("“412000002”与第 2 行相同。", plan.Rows[1].Problems[0].Refusal.Zh);
        Assert.Equal("MMSI 412000001 现在属于“一号”（v-1）。", plan.Rows[3].Problems[0].Refusal.Zh);
    }

    [Fact]
    public void WithoutAnId_TheMmsiTellsTheVessel()
    {
        var plan = Plan(State(("v-1", Vessel("一号", "412000001"))), "name,mmsi,type\n一号改,412000001,fishing\n新,412000002,fishing\n无,,fishing");
        Assert.Equal([("v-1", RowOutcome.Changed), ("mmsi-412000002", RowOutcome.New), ("", RowOutcome.Refused)], plan.Rows.Select(row => (row.Id, row.Outcome)));
        Assert.Equal("exchange.no-identity", plan.Rows[2].Problems[0].Refusal.Reason.Code);
    }

    [Fact]
    public void AChange_ShowsBeforeAndAfter_AndLosesNoName()
    {
        var known = State(("v-1", Vessel("浙普渔90001", "412000001") with { NameFrom = new LocalDate(2020, 1, 1) }));
        var row = Assert.Single(Plan(known, "id,name,name_from,mmsi,type,port\nv-1,浙普渔90009,2026-03-01,,fishing,沈家门").Rows);
        Assert.Equal(RowOutcome.Changed, row.Outcome);
        Assert.Equal(
            [
                ("name", "浙普渔90001", "浙普渔90009"), ("name_from", "2020-01-01", "2026-03-01"), ("former_names", "", "浙普渔90001|2020-01-01|2026-02-28"),
                ("mmsi", "412000001", ""), ("former_mmsis", "", "412000001"),
            ],
            row.Changes.Select(change => (change.Name, change.Before, change.After)));
        var body = (VesselRecorded)row.Body!("更名", "abc");
        Assert.Equal(("更名", "abc", 2), (body.Why, body.File, body.Row));
        Assert.Equal([new Used("浙普渔90001", new LocalDate(2020, 1, 1), new LocalDate(2026, 2, 28))], body.FormerNames);
    }

    [Fact]
    public void WhatIsTheSame_IsUnchanged_AndWhatOneMayNotChangeIsRefused()
    {
        var known = State(("v-1", Vessel("一号", "412000001")));
        const string Same = "id,name,mmsi,type,port\nv-1,一号,412000001,fishing,沈家门";
        Assert.Equal(RowOutcome.Unchanged, Assert.Single(Plan(known, Same).Rows).Outcome);
        // "The same" would tell what the register says.
        foreach (var file in new[] { Same, Same.Replace("沈家门", "定海", StringComparison.Ordinal), Same.Replace("v-1", "v-2", StringComparison.Ordinal) })
        {
            var row = Assert.Single(Plan(known, file, may: false).Rows);
            Assert.Equal((RowOutcome.Refused, "exchange.not-yours"), (row.Outcome, Assert.Single(row.Problems).Refusal.Reason.Code));
            Assert.Empty(row.Changes);
        }
    }

    [Theory]
    [InlineData("\"POLYGON ((122 30, 123 31, 123 30, 122 31, 122 30))\"", "geography.boundary-crosses-itself", "122.500000,30.500000")]
    [InlineData("\"POLYGON ((122 30, 123 30, 123 31, 122 31))\"", "exchange.ring-open", "122.000000,31.000000")]
    [InlineData("\"POLYGON ((122 30, 123 91, 123 31, 122 30))\"", "exchange.corner-out-of-range", "第 2 个顶点（经度 123，纬度 91）")]
    [InlineData("\"POLYGON ((122 30, 123 30, 123 31, 122 30), (122.1 30.05, 122.2 30.05, 122.2 30.1))\"", "exchange.ring-open", "第 2 条边界线")]
    [InlineData("POINT (122 30)", "exchange.bad-shape", "POLYGON")]
    [InlineData("\"POLYGON ((122 30, 123 x, 123 31, 122 30))\"", "exchange.bad-shape", "POLYGON")]
    [InlineData("POLYGON ((", "exchange.bad-shape", "POLYGON")]
    [InlineData("POLYGON", "exchange.bad-shape", "POLYGON")]
    [InlineData("\"POLYGON ((122 30, 123 30, 123 31, 122 30)) x\"", "exchange.bad-shape", "POLYGON")]
    [InlineData("", "exchange.no-shape", "没有边界")]
    public void ABoundary_IsCheckedInItsRow_AndSaysWhere(string boundary, string code, string said)
    {
        var plan = Zones($"id,kind,name_zh,effect,datum,boundary\nz,禁渔区,区,forbids,WGS-84,{boundary}");
        AssertOne(plan, "boundary", code);
        Assert.Contains(said, plan.Rows[0].Problems[0].Refusal.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("datum", "", "exchange.unknown-datum")]
    [InlineData("datum", "BD-09", "exchange.unknown-datum")]
    [InlineData("datum", "CGCS2000", null)]
    [InlineData("kind", "park", "exchange.unknown-word")]
    [InlineData("effect", "", "exchange.missing")]
    [InlineData("effect", "1", "exchange.unknown-word")]
    [InlineData("seasons", "05-01/13-01", "exchange.bad-season")]
    [InlineData("seasons", "05-01T12:00/09-16T12:00;11-01/02-15 22:00-04:00", null)]
    [InlineData("gear", "拖网;dynamite", "exchange.unknown-gear")]
    [InlineData("valid_to", "2025-12-31", "exchange.dates-reversed")]
    [InlineData("id", "", "exchange.missing")]
    [InlineData("id", "a/b", "exchange.bad-id")]
    public void AFieldOfAZone_IsCheckedInItsRow(string field, string value, string? code)
    {
        var cells = new Dictionary<string, string>
        {
            ["id"] = "z", ["kind"] = "closed-fishing-area", ["name_zh"] = "区", ["effect"] = "forbids", ["datum"] = "WGS-84", ["valid_from"] = "2026-01-01", ["boundary"] = Square, [field] = value,
        };
        AssertOne(Zones($"{string.Join(',', cells.Keys)}\n{string.Join(',', cells.Values)}"), field == "valid_to" ? "valid_from" : field, code);
    }

    [Fact]
    public void Gcj02_IsConverted_WithANotice()
    {
        var row = Assert.Single(Zones($"id,kind,name_zh,effect,datum,boundary\nz,禁渔区,区,forbids,GCJ-02,{Square}").Rows);
        Assert.Contains("GCJ-02", Assert.Single(row.Notices).Zh, StringComparison.Ordinal);
        var moved = ((Qingshan.Registry.Zones.ZoneRecorded)row.Body!("", "")).Boundary;
        Assert.StartsWith("POLYGON ((121.99", moved, StringComparison.Ordinal);
        Assert.Equal("POLYGON ((122 30, 123 30, 123 31, 122 31, 122 30))", ((Qingshan.Registry.Zones.ZoneRecorded)Zones(
            $"id,kind,name_zh,effect,boundary\nz,禁渔区,区,forbids,{Square}", "WGS-84").Rows[0].Body!("", "")).Boundary);
    }

    [Fact]
    public void GeoJson_HasOneRowForAFeature()
    {
        var plan = Zones("""
            {"name":"x","features":[
              {"type":"Feature","id":"z-1","geometry":{"type":"MultiPolygon","coordinates":[[[[122,30],[122,31],[123,31,5],[122,30]]],[[[124,30],[125,30],[125,31],[124,30]]]]},
               "properties":{"kind":"anchorage","name_zh":"锚地","effect":"informs","datum":"WGS-84","places":["a;b","c"],"colour":"red"}},
              {"type":"Feature","geometry":null,"properties":{"id":"z-2","kind":"anchorage","name_zh":"锚地","effect":"informs","datum":"WGS-84","gear":{"a":1}}},
              7
            ],"type":"FeatureCollection"}
            """);
        Assert.Equal([RowOutcome.New, RowOutcome.Refused, RowOutcome.Refused], plan.Rows.Select(row => row.Outcome));
        Assert.Equal(["boundary", "gear"], plan.Rows[1].Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));
        Assert.Equal("以下列不使用：colour", Assert.Single(plan.Notices).Zh);
        var body = (Qingshan.Registry.Zones.ZoneRecorded)plan.Rows[0].Body!("", "");
        Assert.Equal("MULTIPOLYGON (((122 30, 123 31, 122 31, 122 30)), ((124 30, 125 30, 125 31, 124 30)))", body.Boundary);
        Assert.Equal(["a;b", "c"], body.Places);
    }

    [Theory]
    [InlineData("", "exchange.empty-file")]
    [InlineData("  \n", "exchange.empty-file")]
    [InlineData("id,name,type", "exchange.empty-file")]
    [InlineData("id,name\nv,一", "exchange.column-missing")]
    [InlineData("id,name,type,id\nv,一,fishing,v", "exchange.column-twice")]
    [InlineData("id,name,type\n\"v,一,fishing", "exchange.quote-open")]
    [InlineData("{\"features\":[]}", "exchange.empty-file")]
    [InlineData("{\"type\":\"FeatureCollection\"}", "exchange.not-features")]
    [InlineData("{\"features\":7}", "exchange.not-features")]
    [InlineData("[1]", "exchange.not-features")]
    [InlineData("{\"features\":[", "exchange.bad-json")]
    [InlineData("{\"features\":[]} x", "exchange.bad-json")]
    [InlineData("{\"\\ud800\":1,\"features\":[]}", "exchange.empty-file")]
    public void AFileThatIsNone_IsRefusedAsAWhole(string text, string code) =>
        Assert.Equal(code, Planner(RegistryState.Empty).Plan(RegisterKind.Vessel, "", Encoding.UTF8.GetBytes(text)).Refusal?.Reason.Code);

    [Fact]
    public void DeepJson_AndHalfASurrogate_AreAnswered()
    {
        Assert.Equal("exchange.bad-json", Refusal($"{{\"features\":{new string('[', 10_000)}"));
        var plan = Vessels("{\"features\":[{\"properties\":{\"name\":\"\\ud800\",\"type\":\"fishing\",\"id\":\"v\"}},{\"properties\":{\"name\":\"一\",\"type\":\"fishing\",\"id\":\"w\"}}]}");
        Assert.Equal(["exchange.unfit-text", null], plan.Rows.Select(row => row.Problems is [var first, ..] ? first.Refusal.Reason.Code : null));
    }

    [Fact]
    public void GbkAndUtf16_AreRefusedWithTheWayOut_AndUtf8IsReadWithAndWithoutItsMark()
    {
        byte[] gbk = [.. "id,name,type\nv,"u8, 0xD5, 0xE3, 0xC6, 0xD5, .. ",fishing"u8];
        var refusal = Planner(RegistryState.Empty).Plan(RegisterKind.Vessel, "", gbk).Refusal!;
        Assert.Equal(("exchange.not-utf8", "16"), (refusal.Reason.Code, refusal.Details!["position"]));
        Assert.Contains("GBK", refusal.Zh, StringComparison.Ordinal);
        Assert.Equal("exchange.not-utf8", Planner(RegistryState.Empty).Plan(RegisterKind.Vessel, "", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("id,名\n")).ToArray()).Refusal?.Reason.Code);
        Assert.Equal("一", Assert.Single(Vessels("\uFEFFid,name,type\r\nv,一,fishing\r\n").Rows).Title);
    }

    [Fact]
    public void TooLarge_OrTooManyCorners_IsRefused()
    {
        Assert.Equal("exchange.file-too-large", Planner(RegistryState.Empty).Plan(RegisterKind.Vessel, "", new byte[ExchangeLimits.FileBytes + 1]).Refusal?.Reason.Code);
        var corners = string.Join(", ", Enumerable.Range(0, ExchangeLimits.Corners + 1).Select(_ => "122 30"));
        AssertOne(Zones($"id,kind,name_zh,effect,datum,boundary\nz,禁渔区,区,forbids,WGS-84,\"POLYGON (({corners}))\""), "boundary", "exchange.too-many-corners");
        AssertOne(Vessels($"id,name,type\nv,{new string('名', 201)},fishing"), "name", "exchange.too-long");
    }

    [Fact]
    public void TheMark_ChangesWithTheRegisterAndTheFile_AndWithNothingElse()
    {
        const string File = "id,name,mmsi,type,port\nv-1,一号,412000001,fishing,定海";
        var known = State(("v-1", Vessel("一号", "412000001")));
        var mark = Plan(known, File).Mark;
        Assert.Equal(mark, Plan(known, File).Mark);
        Assert.NotEqual(mark, Plan(State(("v-1", Vessel("一号", "412000001") with { Port = "定海" })), File).Mark);
        Assert.NotEqual(mark, Plan(known, File.Replace("定海", "岱山", StringComparison.Ordinal)).Mark);
    }

    private static void AssertOne(ImportPlan plan, string field, string? code)
    {
        var row = Assert.Single(plan.Rows);
        Assert.Equal(code is null ? [] : [(field, code)], row.Problems.Select(problem => (problem.Field, problem.Refusal.Reason.Code)));
        Assert.Equal(code is null ? RowOutcome.New : RowOutcome.Refused, row.Outcome);
    }

    private static string? Refusal(string text) => Planner(RegistryState.Empty).Plan(RegisterKind.Vessel, "", Encoding.UTF8.GetBytes(text)).Refusal?.Reason.Code;

    private static ImportPlan Vessels(string text) => Plan(State(), text);

    private static ImportPlan Zones(string text, string datum = "") => Planner(RegistryState.Empty).Plan(RegisterKind.Zone, datum, Encoding.UTF8.GetBytes(text)).Require();

    private static ImportPlan Plan(RegistryState state, string text, bool may = true) =>
        Planner(state, may).Plan(RegisterKind.Vessel, "", Encoding.UTF8.GetBytes(text)).Require();

    private static ImportPlanner Planner(RegistryState state, bool may = true) => new(state, Today, _ => may);

    private static VesselRecorded Vessel(string name, string mmsi) => new(name, null, [], mmsi, null, [], "fishing", "沈家门", "", null, null, "", "", false, "", "", 0);

    private static RegistryState State(params (string Id, VesselRecorded Vessel)[] vessels)
    {
        var place = new Position(new Quantity(122m, "deg"), new Quantity(30m, "deg"), "WGS-84");
        var firm = new EnterpriseRegistered("示范公司", "Demo", "", "330902", "", "", place, "", "", "", false, true);
        var state = Apply(RegistryState.Empty, new("enterprise", "ent-1"), firm);
        return vessels.Aggregate(state, (all, vessel) => Apply(all, new("vessel", vessel.Id), vessel.Vessel));
    }

    private static RegistryState Apply(RegistryState state, StreamId stream, EntryBody body) =>
        state.Apply(new Entry(0, stream, 1, default, default, Actor.Rule("test"), body, ""), new InMemorySealer());
}
