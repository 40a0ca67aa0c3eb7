using Qingshan.Record.Reasons;

namespace Qingshan.Geography.Points;

/// <summary>
/// A position in degrees of WGS-84: what GNSS, AIS and GeoJSON (RFC 7946) speak, and to well within a metre CGCS2000.
/// The one datum that is stored; a position on another datum is another type, so mixing them does not compile.
/// </summary>
public readonly record struct Wgs84Point
{
    /// <param name="longitude">East positive, −180…180.</param>
    /// <param name="latitude">North positive, −90…90.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of range or not a number; use <see cref="Create"/> for input.</exception>
    public Wgs84Point(double longitude, double latitude)
    {
        Degrees.ThrowIfOutOfRange(longitude, latitude);
        (Longitude, Latitude) = (longitude, latitude);
    }

    public double Longitude { get; }

    public double Latitude { get; }

    /// <summary>A position from input, or <c>geography.position-out-of-range</c>.</summary>
    public static Outcome<Wgs84Point> Create(double longitude, double latitude) =>
        Degrees.AreInRange(longitude, latitude) ? new Wgs84Point(longitude, latitude) : GeographyReasons.PositionOutOfRange.Refuse();

    /// <summary>The same place as Chinese web maps draw it; unchanged outside the mainland's rectangle.</summary>
    public Gcj02Point ToGcj02()
    {
        var (longitude, latitude) = Gcj02Offset.Apply(Longitude, Latitude);
        return new Gcj02Point(longitude, latitude);
    }

    /// <summary>Longitude and latitude with six decimals (0.1 m).</summary>
    public override string ToString() => Degrees.Text(Longitude, Latitude);
}
