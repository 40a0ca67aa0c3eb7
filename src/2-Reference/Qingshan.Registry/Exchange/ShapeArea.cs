using System.Globalization;
using Qingshan.Geography.Areas;
using Qingshan.Geography.Points;
using Qingshan.Record.Reasons;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry.Exchange;

/// <summary>Makes an area of a boundary that came in a file: in range, closed, in WGS-84, nowhere crossing itself. Says which ring and corner is wrong.</summary>
internal static class ShapeArea
{
    /// <summary>Datums that are taken, in the words of files; to well within a metre CGCS2000 is WGS-84.</summary>
    private static readonly Dictionary<string, string> Datums = new(StringComparer.OrdinalIgnoreCase)
    {
        ["WGS-84"] = Wgs84,
        ["WGS84"] = Wgs84,
        ["EPSG:4326"] = Wgs84,
        ["CGCS2000"] = Wgs84,
        ["EPSG:4490"] = Wgs84,
        ["GCJ-02"] = Gcj02,
        ["GCJ02"] = Gcj02,
    };

    public const string Wgs84 = "WGS-84";
    public const string Gcj02 = "GCJ-02";

    /// <summary><see cref="Wgs84"/> or <see cref="Gcj02"/>; null when the word names neither.</summary>
    public static string? Datum(string text) => Datums.GetValueOrDefault(text);

    public static Outcome<Area> Of(Shape shape, string datum)
    {
        var ring = 0;
        var polygons = new List<IReadOnlyList<IReadOnlyList<Wgs84Point>>>();
        foreach (var polygon in shape.Polygons)
        {
            var rings = new List<IReadOnlyList<Wgs84Point>>();
            foreach (var corners in polygon)
            {
                if (!Ring(corners, ++ring, datum).TryGet(out var points, out var refusal))
                    return refusal;
                rings.Add(points);
            }

            polygons.Add(rings);
        }

        return polygons.Count == 0 || polygons.Exists(polygon => polygon.Count == 0) ? ExchangeReasons.BadShape.Refuse() : Area.FromPolygons(polygons);
    }

    private static Outcome<IReadOnlyList<Wgs84Point>> Ring(IReadOnlyList<(double Longitude, double Latitude)> corners, int ring, string datum)
    {
        var points = new List<Wgs84Point>(corners.Count);
        foreach (var (longitude, latitude) in corners)
        {
            if (!Gcj02Point.Create(longitude, latitude).TryGet(out var point, out _))
            {
                return ExchangeReasons.CornerOutOfRange.Refuse(
                    ("ring", ring), ("corner", points.Count + 1), ("longitude", Text(longitude)), ("latitude", Text(latitude)));
            }

            points.Add(Boundary.Round(datum == Gcj02 ? point.ToWgs84() : new Wgs84Point(longitude, latitude)));
        }

        return points.Count >= 4 && points[0] == points[^1]
            ? points
            : ExchangeReasons.RingOpen.Refuse(("ring", ring), ("first", points.Count == 0 ? "" : points[0]), ("last", points.Count == 0 ? "" : points[^1]));
    }

    private static string Text(double degrees) => degrees.ToString("0.#######", CultureInfo.InvariantCulture);
}
