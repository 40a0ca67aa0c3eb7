using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Qingshan.Geography.Areas;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry.Exchange;

/// <summary>Formats in which a register is exchanged.</summary>
public enum ExchangeFormat
{
    GeoJson,
    Csv,
}

/// <summary>Writes objects of a register so that an import reads them back the same.</summary>
public static class ExportFile
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Vessels have no place, so that the geometry of their features is null (RFC 7946 section 3.2).</summary>
    public static byte[] Write(ExchangeFormat format, IEnumerable<Vessel> vessels) => Write(format, vessels, VesselRows.Columns, (json, _) => json.WriteNullValue());

    public static byte[] Write(ExchangeFormat format, IEnumerable<Zone> zones) => Write(format, zones, ZoneRows.Columns, (json, zone) => WriteArea(json, zone.Area));

    private static byte[] Write<T>(ExchangeFormat format, IEnumerable<T> items, IReadOnlyList<ExchangeColumn<T>> columns, Action<Utf8JsonWriter, T> geometry) =>
        format == ExchangeFormat.Csv ? Csv(items, columns) : Json(items, columns, geometry);

    // The mark at the beginning tells spreadsheets that it is UTF-8.
    private static byte[] Csv<T>(IEnumerable<T> items, IReadOnlyList<ExchangeColumn<T>> columns)
    {
        var text = new StringBuilder("\uFEFF");
        CsvText.Write(text, columns.Select(column => column.Name));
        foreach (var item in items)
            CsvText.Write(text, columns.Select(column => column.Write(item)));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Json<T>(IEnumerable<T> items, IReadOnlyList<ExchangeColumn<T>> columns, Action<Utf8JsonWriter, T> geometry)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
            GeoJson.WriteFeatures(json, items, columns[0].Write, geometry, (writer, item) => Properties(writer, item, columns));
        return bytes.ToArray();
    }

    private static void Properties<T>(Utf8JsonWriter json, T item, IReadOnlyList<ExchangeColumn<T>> columns)
    {
        foreach (var column in columns.Skip(1).Where(column => !column.InGeometry))
        {
            if (!column.IsList)
            {
                json.WriteString(column.Name, column.Write(item));
                continue;
            }

            json.WriteStartArray(column.Name);
            foreach (var piece in ListText.Split(column.Write(item), ListText.Items))
                json.WriteStringValue(piece.Replace("\\;", ";", StringComparison.Ordinal));
            json.WriteEndArray();
        }
    }

    // All the decimals that the register keeps, which are more than a map needs.
    private static void WriteArea(Utf8JsonWriter json, Area area)
    {
        var one = area.Polygons.Count == 1;
        json.WriteStartObject();
        json.WriteString("type", one ? "Polygon" : "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var polygon in area.Polygons)
        {
            if (!one)
                json.WriteStartArray();
            foreach (var ring in polygon)
                json.WriteRawValue($"[{string.Join(',', ring.Select(point => FormattableString.Invariant($"[{point.Longitude:0.#######},{point.Latitude:0.#######}]")))}]");
            if (!one)
                json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
