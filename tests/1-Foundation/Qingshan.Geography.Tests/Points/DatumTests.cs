using System.Text.Json;
using Qingshan.Geography.Points;
using Qingshan.TestKit;

namespace Qingshan.Geography.Tests.Points;

public sealed class DatumTests
{
    // From an implementation of the published series in another language.
    [Theory]
    [InlineData(122.085, 30.112, 122.089372786, 30.109745761)]
    [InlineData(116.3975, 39.9087, 116.403743573, 39.910103499)]
    [InlineData(91.1, 29.65, 91.101568283, 29.647300329)]
    public void ToGcj02_InsideTheMainland_ShiftsByThePublishedSeries(double longitude, double latitude, double shiftedLongitude, double shiftedLatitude)
    {
        var shifted = new Wgs84Point(longitude, latitude).ToGcj02();
        Assert.Equal(shiftedLongitude, shifted.Longitude, 8);
        Assert.Equal(shiftedLatitude, shifted.Latitude, 8);
    }

    [Fact]
    public void ToGcj02_Abroad_ChangesNothing()
    {
        Assert.Equal(new Gcj02Point(139.6917, 35.6895), new Wgs84Point(139.6917, 35.6895).ToGcj02());
        Assert.Equal(new Wgs84Point(139.6917, 35.6895), new Gcj02Point(139.6917, 35.6895).ToWgs84());
    }

    [Fact]
    public void RoundTrip_OverTheWholeMainland_StaysBelowAMillimetre()
    {
        var worst = 0.0;
        for (var longitude = 73.0; longitude <= 136; longitude += 0.5)
        {
            for (var latitude = 3.0; latitude <= 54; latitude += 0.5)
            {
                var place = new Wgs84Point(longitude, latitude);
                worst = Math.Max(worst, Distance.Metres(place, place.ToGcj02().ToWgs84()));
            }
        }

        Assert.InRange(worst, 0, 0.001);
    }

    [SharedDataFact("geo/zhoushan-outline.gcj02.geojson")]
    public void BothDirections_OnThePublishedOutline_AgreeWithinItsRounding() => AssertPairAgrees("zhoushan-outline", 258);

    [SharedDataFact("geo/zhoushan-districts.gcj02.geojson")]
    public void BothDirections_OnThePublishedDistricts_AgreeWithinTheirRounding() => AssertPairAgrees("zhoushan-districts", 252);

    private static void AssertPairAgrees(string name, int rings)
    {
        var shifted = Rings($"geo/{name}.gcj02.geojson");
        var true84 = Rings($"geo/{name}.wgs84.geojson");
        Assert.Equal(rings, shifted.Count);
        var worst = 0.0;
        foreach (var (gcj02, wgs84) in shifted.Zip(true84).SelectMany(pair => pair.First.Zip(pair.Second)))
        {
            var there = new Gcj02Point(gcj02.X, gcj02.Y).ToWgs84();
            var back = new Wgs84Point(wgs84.X, wgs84.Y).ToGcj02();
            worst = Math.Max(worst, Distance.Metres(there, new Wgs84Point(wgs84.X, wgs84.Y)));
            worst = Math.Max(worst, Distance.Metres(new Wgs84Point(back.Longitude, back.Latitude), new Wgs84Point(gcj02.X, gcj02.Y)));
        }

        Assert.InRange(worst, 0, 0.2);
    }

    private static List<List<(double X, double Y)>> Rings(string relative)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path(relative)));
        return
        [
            .. document.RootElement.GetProperty("features").EnumerateArray()
                .SelectMany(f => f.GetProperty("geometry").GetProperty("coordinates").EnumerateArray())
                .SelectMany(p => p.EnumerateArray())
                .Select(r => r.EnumerateArray().Select(c => (c[0].GetDouble(), c[1].GetDouble())).ToList()),
        ];
    }
}
