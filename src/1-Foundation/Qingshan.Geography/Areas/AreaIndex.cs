using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using Qingshan.Geography.Points;

namespace Qingshan.Geography.Areas;

/// <summary>Answers "in which areas is this position?" among many thousands. Built once, then safe to ask from any thread.</summary>
/// <typeparam name="T">What an area belongs to: a division, a zone.</typeparam>
public sealed class AreaIndex<T>
{
    private readonly STRtree<(T Owner, Area Area)> tree = new();

    public AreaIndex(IEnumerable<(T Owner, Area Area)> areas)
    {
        foreach (var entry in areas)
            tree.Insert(entry.Area.Geometry.EnvelopeInternal, entry);
        tree.Build();
    }

    /// <summary>The owners of all areas that contain the position, edges included, in no promised order.</summary>
    public IReadOnlyList<T> Find(Wgs84Point point)
    {
        var candidates = tree.Query(new Envelope(new Coordinate(point.Longitude, point.Latitude)));
        return [.. candidates.Where(c => c.Area.Contains(point)).Select(c => c.Owner)];
    }
}
