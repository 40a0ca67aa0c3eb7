using System.Text.Json;
using NetTopologySuite.Geometries;
using Qingshan.Geography.Points;

namespace Qingshan.Geography.Areas;

/// <summary>Writes GeoJSON (RFC 7946), which is WGS-84 by definition; other datums cannot be passed.</summary>
public static class GeoJson
{
    // 0.1 m: beyond what any source of ours knows.
    private const int Decimals = 6;

    /// <summary>A FeatureCollection with one feature an item; the delegates write one JSON value each.</summary>
    /// <param name="properties">Writes the members of the <c>properties</c> object.</param>
    public static void WriteFeatures<T>(
        Utf8JsonWriter writer, IEnumerable<T> items, Func<T, string> id, Action<Utf8JsonWriter, T> geometry, Action<Utf8JsonWriter, T> properties)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteStartArray("features");
        foreach (var item in items)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "Feature");
            writer.WriteString("id", id(item));
            writer.WritePropertyName("geometry");
            geometry(writer, item);
            writer.WriteStartObject("properties");
            properties(writer, item);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>A Point geometry.</summary>
    public static void WritePoint(Utf8JsonWriter writer, Wgs84Point point)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Point");
        writer.WritePropertyName("coordinates");
        WritePosition(writer, new Coordinate(point.Longitude, point.Latitude));
        writer.WriteEndObject();
    }

    /// <summary>A Polygon geometry, or a MultiPolygon when the area has several parts.</summary>
    public static void WriteArea(Utf8JsonWriter writer, Area area)
    {
        var polygons = area.Geometry.Geometries.Cast<Polygon>().ToList();
        writer.WriteStartObject();
        writer.WriteString("type", polygons.Count == 1 ? "Polygon" : "MultiPolygon");
        writer.WritePropertyName("coordinates");
        if (polygons.Count == 1)
            WriteRings(writer, polygons[0]);
        else
            WriteArray(writer, polygons, WriteRings);
        writer.WriteEndObject();
    }

    private static void WriteRings(Utf8JsonWriter writer, Polygon polygon) =>
        WriteArray(writer, polygon.InteriorRings.Prepend(polygon.ExteriorRing), (w, ring) => WriteArray(w, ring.Coordinates, WritePosition));

    private static void WritePosition(Utf8JsonWriter writer, Coordinate position) =>
        WriteArray(writer, [position.X, position.Y], (w, degrees) => w.WriteNumberValue(Math.Round(degrees, Decimals)));

    private static void WriteArray<T>(Utf8JsonWriter writer, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }
}
