using System.Buffers;
using System.Text;
using System.Text.Json;
using Qingshan.Geography.Areas;
using Qingshan.Geography.Points;

namespace Qingshan.Geography.Tests.Areas;

public sealed class GeoJsonTests
{
    private const string WithHole =
        """{"type":"Polygon","coordinates":[[[122,30],[123,30],[123,31],[122,31],[122,30]],[[122.4,30.4],[122.4,30.6],[122.6,30.6],[122.6,30.4],[122.4,30.4]]]}""";

    private const string TwoParts =
        """{"type":"MultiPolygon","coordinates":[[[[122,30],[123,30],[123,31],[122,30]]],[[[125,30],[126,30],[126,31],[125,30]]]]}""";

    [Theory]
    [InlineData(WithHole)]
    [InlineData(TwoParts)]
    public void ReadThenWrite_GivesTheSameText(string json) => Assert.Equal(json, Written(w => GeoJson.WriteArea(w, Read(json).Require())));

    [Fact]
    public void Write_TurnsRingsByTheRightHandRule()
    {
        var area = Read("""{"type":"Polygon","coordinates":[[[122,30,5],[123,31,5],[123,30,5],[122,30,5]]]}""").Require();
        Assert.Equal("""{"type":"Polygon","coordinates":[[[122,30],[123,30],[123,31],[122,30]]]}""", Written(w => GeoJson.WriteArea(w, area)));
    }

    [Fact]
    public void WriteFeatures_RoundsToTheDecimetre()
    {
        var json = Written(w => GeoJson.WriteFeatures(
            w, [("s-1", new Wgs84Point(122.08512345678, 30.1))], s => s.Item1, (x, s) => GeoJson.WritePoint(x, s.Item2), (x, s) => x.WriteString("name", s.Item1)));
        Assert.Equal(
            """{"type":"FeatureCollection","features":[{"type":"Feature","id":"s-1","geometry":{"type":"Point","coordinates":[122.085123,30.1]},"properties":{"name":"s-1"}}]}""",
            json);
    }

    [Theory]
    [InlineData("[]", "geography.not-an-area")]
    [InlineData("null", "geography.not-an-area")]
    [InlineData("{}", "geography.not-an-area")]
    [InlineData("""{"type":7,"coordinates":[]}""", "geography.not-an-area")]
    [InlineData("""{"type":"\ud800","coordinates":[]}""", "geography.not-an-area")]
    [InlineData("""{"\ud800":1,"type":"Polygon","coordinates":[]}""", "geography.not-an-area")]
    [InlineData("""{"type":"Polygon"}""", "geography.not-an-area")]
    [InlineData("""{"type":"Point","coordinates":[122,30]}""", "geography.not-an-area")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "geography.not-an-area")]
    [InlineData("""{"type":"Polygon","coordinates":[[[122]]]}""", "geography.not-an-area")]
    [InlineData("""{"type":"Polygon","coordinates":[[["122",30]]]}""", "geography.not-an-area")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[]]}""", "geography.not-an-area")]
    [InlineData("""{"type":"Polygon","coordinates":[[]]}""", "geography.ring-not-closed")]
    [InlineData("""{"type":"Polygon","coordinates":[[[122,30],[123,30],[123,31],[122,31]]]}""", "geography.ring-not-closed")]
    [InlineData("""{"type":"Polygon","coordinates":[[[1222,30],[123,30],[123,31],[1222,30]]]}""", "geography.position-out-of-range")]
    [InlineData("""{"type":"Polygon","coordinates":[[[1e999,30],[123,30],[123,31],[1e999,30]]]}""", "geography.position-out-of-range")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}""", "geography.boundary-crosses-itself")]
    public void Read_Garbage_IsRefusedWithItsReason(string json, string code) => Assert.Equal(code, Read(json).Refusal?.Reason.Code);

    private static Record.Reasons.Outcome<Area> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return GeoJsonReader.ReadArea(document.RootElement);
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
