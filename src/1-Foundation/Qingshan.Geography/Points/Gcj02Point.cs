using Qingshan.Record.Reasons;

namespace Qingshan.Geography.Points;

/// <summary>
/// A position in degrees of GCJ-02, the shifted datum of Chinese web maps and phones' map pickers (some hundred metres off WGS-84).
/// It exists only to be converted on the way in or out.
/// </summary>
public readonly record struct Gcj02Point
{
    /// <inheritdoc cref="Wgs84Point(double, double)"/>
    public Gcj02Point(double longitude, double latitude)
    {
        Degrees.ThrowIfOutOfRange(longitude, latitude);
        (Longitude, Latitude) = (longitude, latitude);
    }

    public double Longitude { get; }

    public double Latitude { get; }

    /// <summary>A position from input, or <c>geography.position-out-of-range</c>.</summary>
    public static Outcome<Gcj02Point> Create(double longitude, double latitude) =>
        Degrees.AreInRange(longitude, latitude) ? new Gcj02Point(longitude, latitude) : GeographyReasons.PositionOutOfRange.Refuse();

    /// <summary>The true place, exact to the millimetre against <see cref="Wgs84Point.ToGcj02"/>; unchanged outside the mainland's rectangle.</summary>
    public Wgs84Point ToWgs84()
    {
        var (longitude, latitude) = Gcj02Offset.Remove(Longitude, Latitude);
        return new Wgs84Point(longitude, latitude);
    }

    /// <inheritdoc cref="Wgs84Point.ToString"/>
    public override string ToString() => Degrees.Text(Longitude, Latitude);
}
