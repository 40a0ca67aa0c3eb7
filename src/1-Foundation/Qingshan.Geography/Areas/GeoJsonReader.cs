using System.Text.Json;
using Qingshan.Geography.Points;
using Qingshan.Record.Reasons;

namespace Qingshan.Geography.Areas;

/// <summary>Reads areas from GeoJSON (RFC 7946). Any input gives an area or a reason, never an exception.</summary>
public static class GeoJsonReader
{
    /// <summary>The area of a Polygon or MultiPolygon geometry object; heights are ignored.</summary>
    public static Outcome<Area> ReadArea(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object
            || !geometry.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
            || !geometry.TryGetProperty("coordinates", out var coordinates))
            return GeographyReasons.NotAnArea.Refuse();
        // Compared as bytes: GetString throws on an unpaired surrogate.
        if (type.ValueEquals("Polygon"u8))
            return ReadPolygon(coordinates).Then(rings => Area.FromPolygons([rings]));
        if (type.ValueEquals("MultiPolygon"u8))
            return ReadList(coordinates, ReadPolygon).Then(Area.FromPolygons);
        return GeographyReasons.NotAnArea.Refuse();
    }

    private static Outcome<IReadOnlyList<IReadOnlyList<Wgs84Point>>> ReadPolygon(JsonElement rings) => ReadList(rings, ring => ReadList(ring, ReadPosition));

    private static Outcome<Wgs84Point> ReadPosition(JsonElement position) =>
        position.ValueKind == JsonValueKind.Array && position.GetArrayLength() >= 2
        && TryGetDegrees(position[0], out var longitude) && TryGetDegrees(position[1], out var latitude)
            ? Wgs84Point.Create(longitude, latitude)
            : GeographyReasons.NotAnArea.Refuse();

    private static bool TryGetDegrees(JsonElement number, out double degrees)
    {
        degrees = 0;
        return number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out degrees);
    }

    private static Outcome<IReadOnlyList<T>> ReadList<T>(JsonElement list, Func<JsonElement, Outcome<T>> read)
    {
        if (list.ValueKind != JsonValueKind.Array)
            return GeographyReasons.NotAnArea.Refuse();
        var items = new List<T>(list.GetArrayLength());
        foreach (var element in list.EnumerateArray())
        {
            if (!read(element).TryGet(out var item, out var refusal))
                return refusal;
            items.Add(item);
        }

        return items;
    }
}
