using System.Globalization;
using System.Text.Json;
using Qingshan.Record.Reasons;

namespace Qingshan.Registry.Exchange;

/// <summary>A boundary as a file has it, before anything about it is checked: polygons of rings of longitude and latitude, in the file's datum.</summary>
internal sealed record Shape(IReadOnlyList<IReadOnlyList<IReadOnlyList<(double Longitude, double Latitude)>>> Polygons)
{
    /// <summary>A Polygon or MultiPolygon of GeoJSON; heights are left out.</summary>
    public static Outcome<Shape> Of(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
            || !geometry.TryGetProperty("coordinates", out var coordinates))
            return ExchangeReasons.BadShape.Refuse();
        var left = new Allowance();
        if (type.ValueEquals("MultiPolygon"u8))
            return List(coordinates, polygon => List(polygon, ring => List(ring, corner => Corner(corner, left)))).Then<Shape>(polygons => new Shape(polygons));
        return type.ValueEquals("Polygon"u8)
            ? List(coordinates, ring => List(ring, corner => Corner(corner, left))).Then<Shape>(rings => new Shape([rings]))
            : ExchangeReasons.BadShape.Refuse();
    }

    /// <summary><c>POLYGON ((…), (…))</c> or <c>MULTIPOLYGON (((…)), ((…)))</c>, in any case and with any spaces.</summary>
    public static Outcome<Shape> Of(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var kind = open < 0 ? "" : text[..open].Trim().ToUpperInvariant();
        var depth = kind == "POLYGON" ? 2 : kind == "MULTIPOLYGON" ? 3 : 0;
        if (depth == 0)
            return ExchangeReasons.BadShape.Refuse();
        return new TextShape(text, open, depth).Read();
    }

    private static Outcome<(double Longitude, double Latitude)> Corner(JsonElement corner, Allowance left)
    {
        if (--left.Corners < 0)
            return ExchangeReasons.TooManyCorners.Refuse(("limit", ExchangeLimits.Corners));
        return corner.ValueKind == JsonValueKind.Array && corner.GetArrayLength() >= 2 && Number(corner[0]) is { } longitude && Number(corner[1]) is { } latitude
            ? (longitude, latitude)
            : ExchangeReasons.BadShape.Refuse();
    }

    private static double? Number(JsonElement number) => number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var value) ? value : null;

    private static Outcome<IReadOnlyList<T>> List<T>(JsonElement list, Func<JsonElement, Outcome<T>> read)
    {
        if (list.ValueKind != JsonValueKind.Array)
            return ExchangeReasons.BadShape.Refuse();
        var items = new List<T>();
        foreach (var element in list.EnumerateArray())
        {
            if (!read(element).TryGet(out var item, out var refusal))
                return refusal;
            items.Add(item);
        }

        return items;
    }

    private sealed class Allowance
    {
        public int Corners { get; set; } = ExchangeLimits.Corners;
    }

    /// <summary>Well-known text, sign by sign: parentheses open and close lists, commas divide, two numbers are a corner.</summary>
    private sealed class TextShape(string text, int start, int depth)
    {
        private readonly List<IReadOnlyList<IReadOnlyList<(double, double)>>> polygons = [];
        private List<IReadOnlyList<(double, double)>> rings = [];
        private int corners;

        public Outcome<Shape> Read()
        {
            var level = 0;
            for (var i = start; i < text.Length; i++)
            {
                if (text[i] == '(' && ++level == depth)
                {
                    var close = text.IndexOf(')', i);
                    if (close < 0)
                        return ExchangeReasons.BadShape.Refuse();
                    if (Ring(text[(i + 1)..close]) is { } refusal)
                        return refusal;
                    i = close - 1;
                }
                else if (text[i] == ')')
                {
                    if (--level == depth - 2)
                        EndPolygon();
                    if (level == 0)
                        return i == text.TrimEnd().Length - 1 ? new Shape(polygons) : ExchangeReasons.BadShape.Refuse();
                }
                else if (text[i] is not ('(' or ',') && !char.IsWhiteSpace(text[i]))
                {
                    return ExchangeReasons.BadShape.Refuse();
                }
            }

            return ExchangeReasons.BadShape.Refuse();
        }

        private void EndPolygon()
        {
            polygons.Add(rings);
            rings = [];
        }

        private Refusal? Ring(string ring)
        {
            var read = new List<(double, double)>();
            foreach (var pair in ring.Split(','))
            {
                if (++corners > ExchangeLimits.Corners)
                    return ExchangeReasons.TooManyCorners.Refuse(("limit", ExchangeLimits.Corners));
                var numbers = pair.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                if (numbers.Length is < 2 or > 4 || Degrees(numbers[0]) is not { } longitude || Degrees(numbers[1]) is not { } latitude)
                    return ExchangeReasons.BadShape.Refuse();
                read.Add((longitude, latitude));
            }

            rings.Add(read);
            return null;
        }

        private static double? Degrees(string number) => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
    }
}
