using System.Text.Json;
using Qingshan.Geography.Areas;
using Qingshan.Geography.Divisions;
using Qingshan.Geography.Points;
using Qingshan.TestKit;

namespace Qingshan.Geography.Tests.Basemap;

public sealed class BasemapTests
{
    private static readonly List<(string Id, Area Area)> Coast = Read("coast.geojson");
    private static readonly List<(string Id, Area Area)> Districts = Read("districts.geojson");

    [Fact]
    public void Files_TogetherStayWithinTheirAllowance() =>
        Assert.InRange(new[] { "coast.geojson", "districts.geojson" }.Sum(f => new FileInfo(File(f)).Length), 1, 700_000);

    [Theory]
    [InlineData(120.155, 30.274, true)] // Hangzhou, on the mainland that is closed along the frame
    [InlineData(119.01, 33.99, true)] // the frame's north-west corner
    [InlineData(119.01, 26.01, true)] // the frame's south-west corner
    [InlineData(122.106, 30.02, true)] // Dinghai
    [InlineData(122.7, 30.73, false)] // open sea off Shengsi
    [InlineData(125.99, 33.99, false)] // the frame's north-east corner
    [InlineData(120.2, 31.2, false)] // Lake Tai, a hole
    public void Land_IsLandAndSeaIsSea(double longitude, double latitude, bool land) =>
        Assert.Equal(land, Coast.Single().Area.Contains(new Wgs84Point(longitude, latitude)));

    [Fact]
    public void Districts_AreThoseOfZhoushan_AndHoldTheirSeats()
    {
        Assert.Equal(DivisionTable.Children("330900").Select(d => d.Code), Districts.Select(d => d.Id));
        var index = new AreaIndex<string>(Districts);
        Assert.Equal(["330902"], index.Find(new Wgs84Point(122.102, 30.02)));
        Assert.Equal(["330903"], index.Find(new Wgs84Point(122.30, 29.96)));
        Assert.Equal(["330921"], index.Find(new Wgs84Point(122.20, 30.25)));
        Assert.Equal(["330922"], index.Find(new Wgs84Point(122.45, 30.72)));
        Assert.Empty(index.Find(new Wgs84Point(121.55, 29.87)));
    }

    [Fact]
    public void DemoEnterprises_StandOnLand_InTheirDivision()
    {
        using var site = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(SharedData.RepositoryRoot, "data/demo/site.json")));
        var index = new AreaIndex<string>(Districts);
        var enterprises = site.RootElement.GetProperty("enterprises").EnumerateArray().ToList();
        Assert.Equal(8, enterprises.Count);
        foreach (var enterprise in enterprises)
        {
            var (id, position) = (enterprise.GetProperty("id").GetString(), enterprise.GetProperty("location"));
            var point = new Wgs84Point(position[0].GetDouble(), position[1].GetDouble());
            Assert.True(Coast.Single().Area.Contains(point), id);
            Assert.Equal([enterprise.GetProperty("division").GetString()!], index.Find(point));
        }
    }

    private static List<(string Id, Area Area)> Read(string name)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(File(name)));
        return
        [
            .. document.RootElement.GetProperty("features").EnumerateArray()
                .Select(f => (f.GetProperty("id").GetString()!, GeoJsonReader.ReadArea(f.GetProperty("geometry")).Require())),
        ];
    }

    private static string File(string name) => Path.Combine(SharedData.RepositoryRoot, "data/basemap", name);
}
