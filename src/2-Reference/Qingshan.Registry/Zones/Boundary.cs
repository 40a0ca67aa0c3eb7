using System.Globalization;
using Qingshan.Geography.Areas;
using Qingshan.Geography.Points;
using Qingshan.Record.Reasons;

namespace Qingshan.Registry.Zones;

/// <summary>
/// An area as it stands in an entry: <c>POLYGON ((122.096 30.058, …))</c> or <c>MULTIPOLYGON (((…)), ((…)))</c>, the well-known text of OGC simple
/// features, longitude first, with at most seven decimals (1 cm).
/// </summary>
public static class Boundary
{
    /// <summary>Decimals of a degree that are kept: one centimetre, beyond what any notice states.</summary>
    public const int Decimals = 7;

    private const string One = "POLYGON ";
    private const string Many = "MULTIPOLYGON (";

    public static string Write(Area area) => area.Polygons.Count == 1
        ? One + Polygon(area.Polygons[0])
        : $"{Many}{string.Join(", ", area.Polygons.Select(Polygon))})";

    /// <summary>The area, or why the text is none: <c>geography.not-an-area</c> and what <see cref="Area.FromPolygons"/> refuses.</summary>
    public static Outcome<Area> Read(string text)
    {
        var body = text.StartsWith(One, StringComparison.Ordinal) ? text[One.Length..]
            : text.StartsWith(Many, StringComparison.Ordinal) && text.EndsWith(')') ? text[Many.Length..^1] : "";
        if (!body.StartsWith("((", StringComparison.Ordinal) || !body.EndsWith("))", StringComparison.Ordinal) || body.Length < 4)
            return Geography.GeographyReasons.NotAnArea.Refuse();
        var polygons = body[2..^2].Split(")), ((").Select(polygon => polygon.Split("), (").Select(Ring).ToList()).ToList();
        return polygons.Exists(polygon => polygon.Contains(null))
            ? Geography.GeographyReasons.NotAnArea.Refuse()
            : Area.FromPolygons([.. polygons.Select(polygon => polygon.ConvertAll(ring => ring!))]);
    }

    /// <summary>A position with the decimals that are kept.</summary>
    public static Wgs84Point Round(Wgs84Point point) => new(Math.Round(point.Longitude, Decimals), Math.Round(point.Latitude, Decimals));

    private static string Polygon(IReadOnlyList<IReadOnlyList<Wgs84Point>> rings) =>
        $"({string.Join(", ", rings.Select(ring => $"({string.Join(", ", ring.Select(point => $"{Degrees(point.Longitude)} {Degrees(point.Latitude)}"))})"))})";

    private static string Degrees(double degrees) => degrees.ToString("0.#######", CultureInfo.InvariantCulture);

    private static IReadOnlyList<Wgs84Point>? Ring(string text)
    {
        var ring = new List<Wgs84Point>();
        foreach (var pair in text.Split(", "))
        {
            if (Point(pair) is not { } point)
                return null;
            ring.Add(point);
        }

        return ring;
    }

    private static Wgs84Point? Point(string pair)
    {
        var space = pair.IndexOf(' ', StringComparison.Ordinal);
        return space > 0
            && double.TryParse(pair.AsSpan(0, space), NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && double.TryParse(pair.AsSpan(space + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && Wgs84Point.Create(longitude, latitude).TryGet(out var point, out _)
                ? point
                : null;
    }
}
