namespace Qingshan.Geography.Points;

/// <summary>A rectangle in degrees of WGS-84, edges included. It does not cross the date line.</summary>
public readonly record struct BoundingBox(double West, double South, double East, double North)
{
    /// <summary>The smallest box around positions; null when there are none.</summary>
    public static BoundingBox? Around(IEnumerable<Wgs84Point> points)
    {
        BoundingBox? box = null;
        foreach (var point in points)
            box = box?.With(point) ?? new BoundingBox(point.Longitude, point.Latitude, point.Longitude, point.Latitude);
        return box;
    }

    public bool Contains(Wgs84Point point) =>
        point.Longitude >= West && point.Longitude <= East && point.Latitude >= South && point.Latitude <= North;

    public bool Intersects(BoundingBox other) => West <= other.East && other.West <= East && South <= other.North && other.South <= North;

    private BoundingBox With(Wgs84Point point) =>
        new(Math.Min(West, point.Longitude), Math.Min(South, point.Latitude), Math.Max(East, point.Longitude), Math.Max(North, point.Latitude));
}
