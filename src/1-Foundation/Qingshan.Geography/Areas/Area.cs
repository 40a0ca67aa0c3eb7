using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using Qingshan.Geography.Points;
using Qingshan.Record.Reasons;

namespace Qingshan.Geography.Areas;

/// <summary>
/// An area of the earth's surface in WGS-84: one or more polygons, with holes. Immutable, valid, safe to share between threads.
/// Its edges are straight in degrees, as GeoJSON draws them.
/// </summary>
public sealed class Area
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    private readonly IndexedPointInAreaLocator locator;

    private Area(MultiPolygon geometry)
    {
        Geometry = geometry;
        var envelope = geometry.EnvelopeInternal;
        Bounds = new BoundingBox(envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY);
        locator = new IndexedPointInAreaLocator(geometry);

        // The first question builds the locator's index; asked here, later ones only read it.
        locator.Locate(envelope.Centre);
    }

    public BoundingBox Bounds { get; }

    /// <summary>
    /// The polygons as closed rings (last = first), in each the outline first and then the holes; outlines run anticlockwise, holes clockwise.
    /// What <see cref="FromPolygons"/> takes back.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<Wgs84Point>>> Polygons =>
        [.. Geometry.Geometries.Cast<Polygon>().Select(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing).Select(Points).ToList())];

    /// <summary>Right-hand rule: outer rings anticlockwise, holes clockwise.</summary>
    internal MultiPolygon Geometry { get; }

    /// <summary>One polygon without holes from its closed outline.</summary>
    public static Outcome<Area> FromOutline(IReadOnlyList<Wgs84Point> outline) => FromPolygons([[outline]]);

    /// <summary>
    /// Polygons of rings: in each the first ring is the outline, the others are holes. A ring is closed (last = first) and may run either way.
    /// Refused: <c>geography.not-an-area</c>, <c>geography.ring-not-closed</c>, <c>geography.boundary-crosses-itself</c>.
    /// </summary>
    public static Outcome<Area> FromPolygons(IReadOnlyList<IReadOnlyList<IReadOnlyList<Wgs84Point>>> polygons)
    {
        if (polygons.Count == 0 || polygons.Any(p => p.Count == 0))
            return GeographyReasons.NotAnArea.Refuse();
        if (polygons.Any(p => p.Any(ring => ring.Count < 4 || ring[0] != ring[^1])))
            return GeographyReasons.RingNotClosed.Refuse();
        var geometry = Factory.CreateMultiPolygon([.. polygons.Select(Polygon)]);
        var problem = new IsValidOp(geometry).ValidationError;
        return problem is null
            ? new Area(geometry)
            : GeographyReasons.BoundaryCrossesItself.Refuse(("position", Degrees.Text(problem.Coordinate.X, problem.Coordinate.Y)));
    }

    /// <summary>True inside and on the edge, which belongs to the area; false in a hole.</summary>
    public bool Contains(Wgs84Point point) =>
        Bounds.Contains(point) && locator.Locate(new Coordinate(point.Longitude, point.Latitude)) != Location.Exterior;

    private static IReadOnlyList<Wgs84Point> Points(LineString ring) => [.. ring.Coordinates.Select(corner => new Wgs84Point(corner.X, corner.Y))];

    private static Polygon Polygon(IReadOnlyList<IReadOnlyList<Wgs84Point>> rings) =>
        Factory.CreatePolygon(Ring(rings[0], anticlockwise: true), [.. rings.Skip(1).Select(r => Ring(r, anticlockwise: false))]);

    private static LinearRing Ring(IReadOnlyList<Wgs84Point> points, bool anticlockwise)
    {
        var ring = Factory.CreateLinearRing([.. points.Select(p => new Coordinate(p.Longitude, p.Latitude))]);
        return ring.IsCCW == anticlockwise ? ring : (LinearRing)ring.Reverse();
    }
}
