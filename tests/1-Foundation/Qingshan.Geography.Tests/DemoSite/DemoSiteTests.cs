using System.Globalization;
using System.Text.Json;
using Qingshan.Geography.Areas;
using Qingshan.Geography.Divisions;
using Qingshan.Geography.Points;
using Qingshan.TestKit;

namespace Qingshan.Geography.Tests.DemoSite;

public sealed class DemoSiteTests
{
    private static readonly JsonElement Site = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedData.RepositoryRoot, "data/demo/site.json"))).RootElement;

    [Theory]
    [InlineData("91130200699229617X", true)]
    [InlineData("911302006992296170", false)]
    [InlineData("91130200699229617", false)]
    [InlineData("9113020069922961IX", false)]
    public void CreditCode_OnTheSampleOfTheStandard(string code, bool expected) => Assert.Equal(expected, CodeShapes.IsCreditCode(code));

    [Fact]
    public void Everything_IsMarkedAsDemo()
    {
        Assert.True(Site.GetProperty("site").GetProperty("demo").GetBoolean());
        foreach (var key in new[] { "agencies", "people", "enterprises", "zones" })
            Assert.All(Items(Site, key), item => Assert.True(item.GetProperty("demo").GetBoolean(), Id(item)));
        foreach (var key in new[] { "agencies", "enterprises", "zones" })
            Assert.All(Items(Site, key), item => Assert.Contains("示范", Text(item, "name_zh"), StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_AreShortSlugs_UniqueInTheFile()
    {
        var ids = AllObjects(Site).Where(o => o.TryGetProperty("id", out _)).Select(Id).ToList();
        Assert.All(ids, id => Assert.Matches("^[a-z][a-z0-9-]{1,39}$", id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void References_LeadSomewhere()
    {
        var (agencies, people, units, posts) = (Ids("agencies"), Ids("people"), Ids("units"), Ids("posts"));
        Assert.All(Items(Site, "agencies").Where(a => a.TryGetProperty("superior", out _)), a => Assert.Contains(Text(a, "superior"), agencies));
        Assert.All(Items(Site, "units").Concat(Items(Site, "posts")), x => Assert.Contains(Text(x, "agency"), agencies));
        Assert.All(Items(Site, "posts").Where(p => p.TryGetProperty("unit", out _)), p => Assert.Contains(Text(p, "unit"), units));
        Assert.Equal(posts.Order(), Items(Site, "people").SelectMany(p => Texts(p, "posts")).Order());
        foreach (var enterprise in Items(Site, "enterprises"))
        {
            var outlets = Items(enterprise, "outlets").Select(o => Text(o, "code")).ToList();
            Assert.All(outlets, o => Assert.Matches("^D[AW][0-9]{3}$", o));
            Assert.Contains(Text(enterprise.GetProperty("permit"), "issued_by"), agencies);
            Assert.All(Items(enterprise, "stations"), s => Assert.Contains(Text(s, "outlet"), outlets));
            Assert.All(Items(enterprise, "inspections").Concat(Items(enterprise, "penalties")), i => Assert.Contains(Text(i, "agency"), agencies));
            Assert.All(Items(enterprise, "inspections").SelectMany(i => Texts(i, "inspectors")), p => Assert.Contains(p, people));
        }
    }

    [Fact]
    public void Codes_HaveTheirShape_AndPassTheirChecks()
    {
        foreach (var enterprise in Items(Site, "enterprises"))
        {
            var code = Text(enterprise, "uscc");
            Assert.True(CodeShapes.IsCreditCode(code), code);
            Assert.True(CodeShapes.IsOrganisationCode(code[8..17]), code);
            Assert.StartsWith("91" + Text(enterprise, "division") + "000000", code, StringComparison.Ordinal);
            Assert.True(CodeShapes.IsPermitNumber(Text(enterprise.GetProperty("permit"), "number"), code), code);
        }

        var stations = Items(Site, "enterprises").SelectMany(e => Items(e, "stations")).ToList();
        Assert.All(stations, s => Assert.True(CodeShapes.IsMn(Text(s, "mn")), Id(s)));
        Assert.All(stations, s => Assert.Equal(6, Text(s, "password").Length));
        Assert.All(stations, s => Assert.Equal(Text(s, "outlet").StartsWith("DW", StringComparison.Ordinal) ? "32" : "31", Text(s, "st")));
        Assert.Equal(stations.Count, stations.Select(s => Text(s, "mn")).Distinct().Count());
    }

    [Fact]
    public void Divisions_AreKnown() =>
        Assert.All(AllObjects(Site).Where(o => o.TryGetProperty("division", out _)), o => Assert.NotNull(DivisionTable.Find(Text(o, "division"))));

    [Fact]
    public void Texts_InOneLanguage_HaveTheOther() =>
        Assert.All(
            AllObjects(Site).SelectMany(o => o.EnumerateObject().Where(p => p.Name.EndsWith("_zh", StringComparison.Ordinal)).Select(p => (Owner: o, p.Name))),
            x => Assert.False(string.IsNullOrWhiteSpace(Text(x.Owner, x.Name[..^3] + "_en"))));

    [Fact]
    public void Limits_AreDecimals_AndTheStoryHasItsOwn()
    {
        var factors = Items(Site, "enterprises").SelectMany(e => Items(e, "outlets")).SelectMany(o => Items(o, "factors")).ToList();
        Assert.All(
            factors.SelectMany(f => new[] { "limit_min", "limit_max" }.Where(k => f.TryGetProperty(k, out _)).Select(k => Text(f, k))),
            limit => Assert.True(decimal.TryParse(limit, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)));
        var electroplating = Items(Site, "enterprises").Single(e => Id(e) == "ent-electroplating");
        var outlet = Items(electroplating, "outlets").Single(o => Text(o, "code") == "DW001");
        Assert.Equal("0.5", Text(Items(outlet, "factors").Single(f => Text(f, "code") == "w20117"), "limit_max"));
    }

    [Fact]
    public void Zones_AreValidAreas_AndTheParksHoldTheirFirms()
    {
        var index = new AreaIndex<string>(Items(Site, "zones").Select(z => (Id(z), Area.FromOutline(Points(z.GetProperty("polygon"))).Require())));
        Assert.Equal(["zone-park-dh"], index.Find(Location("ent-electroplating")));
        Assert.Equal(["zone-park-dh"], index.Find(Location("ent-waste")));
        Assert.Equal(["zone-park-pt"], index.Find(Location("ent-seafood")));
        Assert.Equal(["zone-water-1", "zone-water-2"], index.Find(new Wgs84Point(122.1, 30.063)).Order());
        Assert.Empty(index.Find(Location("ent-aggregate")));
    }

    private static Wgs84Point Location(string enterprise) => Point(Items(Site, "enterprises").Single(e => Id(e) == enterprise).GetProperty("location"));

    private static IReadOnlyList<Wgs84Point> Points(JsonElement ring) => [.. ring.EnumerateArray().Select(Point)];

    private static Wgs84Point Point(JsonElement position) => new(position[0].GetDouble(), position[1].GetDouble());

    private static List<string> Ids(string key) => [.. Items(Site, key).Select(Id)];

    private static List<JsonElement> Items(JsonElement owner, string key) => [.. owner.GetProperty(key).EnumerateArray()];

    private static string Id(JsonElement item) => Text(item, "id");

    private static string Text(JsonElement item, string key) => item.GetProperty(key).GetString()!;

    private static IEnumerable<string> Texts(JsonElement item, string key) => item.GetProperty(key).EnumerateArray().Select(t => t.GetString()!);

    private static IEnumerable<JsonElement> AllObjects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => AllObjects(p.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(AllObjects),
        _ => [],
    };
}
