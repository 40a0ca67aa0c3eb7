using System.Globalization;

namespace Qingshan.Registry.Zones;

/// <summary>A closed ring, as it stands in an entry: <c>POLYGON ((122.096 30.058, …))</c>, the well-known text of OGC simple features.</summary>
internal static class Outline
{
    private const string Head = "POLYGON ((";
    private const string Tail = "))";

    public static string Write(IEnumerable<(decimal Longitude, decimal Latitude)> ring) =>
        $"{Head}{string.Join(", ", ring.Select(p => FormattableString.Invariant($"{p.Longitude} {p.Latitude}")))}{Tail}";

    /// <summary>The ring, or null when the text is not a closed ring of at least three different points within the bounds of degrees.</summary>
    public static IReadOnlyList<OutlinePoint>? TryParse(string text)
    {
        if (!text.StartsWith(Head, StringComparison.Ordinal) || !text.EndsWith(Tail, StringComparison.Ordinal) || text.Length < Head.Length + Tail.Length)
            return null;
        var ring = new List<OutlinePoint>();
        foreach (var pair in text[Head.Length..^Tail.Length].Split(", "))
        {
            if (TryPoint(pair) is not { } point)
                return null;
            ring.Add(point);
        }

        return ring.Count >= 4 && ring[0] == ring[^1] && ring.Distinct().Count() >= 3 ? ring : null;
    }

    /// <summary>Is the point inside or on the ring? Counts the edges that a ray to the east crosses.</summary>
    public static bool Contains(IReadOnlyList<OutlinePoint> ring, double longitude, double latitude)
    {
        var inside = false;
        for (var i = 1; i < ring.Count; i++)
        {
            var (a, b) = (ring[i - 1], ring[i]);
            var side = ((b.Longitude - a.Longitude) * (latitude - a.Latitude)) - ((b.Latitude - a.Latitude) * (longitude - a.Longitude));
            if (side == 0 && Between(a.Longitude, longitude, b.Longitude) && Between(a.Latitude, latitude, b.Latitude))
                return true;
            // An edge takes its lower end and not its upper one, so that a corner is crossed once.
            if (a.Latitude > latitude != b.Latitude > latitude && side > 0 == b.Latitude > a.Latitude)
                inside = !inside;
        }

        return inside;
    }

    private static bool Between(double one, double value, double other) => Math.Min(one, other) <= value && value <= Math.Max(one, other);

    private static OutlinePoint? TryPoint(string pair)
    {
        var space = pair.IndexOf(' ', StringComparison.Ordinal);
        return space > 0
            && double.TryParse(pair.AsSpan(0, space), NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && double.TryParse(pair.AsSpan(space + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90
                ? new OutlinePoint(longitude, latitude)
                : null;
    }
}
