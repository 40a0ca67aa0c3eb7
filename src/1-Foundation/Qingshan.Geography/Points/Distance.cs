using static System.Math;

namespace Qingshan.Geography.Points;

/// <summary>Distances along the earth's surface.</summary>
public static class Distance
{
    // WGS-84 (NIMA TR8350.2).
    private const double SemiMajorAxis = 6378137.0;
    private const double Flattening = 1 / 298.257223563;
    private const double RadiansPerDegree = PI / 180;

    /// <summary>
    /// Metres between two positions on the WGS-84 ellipsoid, by Lambert's formula for long lines: no iteration,
    /// a few centimetres off over a city, a few metres over a thousand kilometres. It is not meant for places opposite on the globe.
    /// </summary>
    public static double Metres(Wgs84Point from, Wgs84Point to)
    {
        var (beta1, beta2) = (ReducedLatitude(from), ReducedLatitude(to));
        var sigma = CentralAngle(beta1, beta2, (to.Longitude - from.Longitude) * RadiansPerDegree);
        if (sigma == 0)
            return 0;
        var (p, q) = ((beta1 + beta2) / 2, (beta2 - beta1) / 2);
        var x = (sigma - Sin(sigma)) * Square(Sin(p) * Cos(q) / Cos(sigma / 2));
        var y = (sigma + Sin(sigma)) * Square(Cos(p) * Sin(q) / Sin(sigma / 2));
        return SemiMajorAxis * (sigma - (Flattening / 2 * (x + y)));
    }

    private static double ReducedLatitude(Wgs84Point point) => Atan((1 - Flattening) * Tan(point.Latitude * RadiansPerDegree));

    // The haversine form keeps its digits when the places are close.
    private static double CentralAngle(double latitude1, double latitude2, double longitudeDifference) =>
        2 * Asin(Min(1, Sqrt(Square(Sin((latitude2 - latitude1) / 2)) + (Cos(latitude1) * Cos(latitude2) * Square(Sin(longitudeDifference / 2))))));

    private static double Square(double value) => value * value;
}
