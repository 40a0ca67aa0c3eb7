using static System.Math;

namespace Qingshan.Geography.Points;

/// <summary>
/// The offset between WGS-84 and GCJ-02. The official algorithm is not public; this is the published reconstruction that
/// every open implementation agrees on: two series in the distance from (105° E, 35° N), in metres, on the Krasovsky ellipsoid.
/// </summary>
internal static class Gcj02Offset
{
    private const double SemiMajorAxis = 6378245.0;
    private const double EccentricitySquared = 0.00669342162296594323;
    private const double RadiansPerDegree = PI / 180;

    // One thousandth of a millimetre; the iteration gains three digits a turn.
    private const double Tolerance = 1e-11;
    private const int MostTurns = 20;

    public static (double Longitude, double Latitude) Apply(double longitude, double latitude)
    {
        if (IsOutside(longitude, latitude))
            return (longitude, latitude);
        var (east, north) = At(longitude, latitude);
        return (longitude + east, latitude + north);
    }

    /// <summary>There is no closed inverse: the offset changes so slowly that a fixed-point iteration finds the place it came from.</summary>
    public static (double Longitude, double Latitude) Remove(double longitude, double latitude)
    {
        if (IsOutside(longitude, latitude))
            return (longitude, latitude);
        var (trueLongitude, trueLatitude) = (longitude, latitude);
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var (east, north) = At(trueLongitude, trueLatitude);
            var (missingEast, missingNorth) = (longitude - trueLongitude - east, latitude - trueLatitude - north);
            (trueLongitude, trueLatitude) = (trueLongitude + missingEast, trueLatitude + missingNorth);
            if (Abs(missingEast) < Tolerance && Abs(missingNorth) < Tolerance)
                break;
        }

        return (trueLongitude, trueLatitude);
    }

    // The rectangle in which the offset is applied, as all implementations draw it.
    private static bool IsOutside(double longitude, double latitude) => longitude is < 72.004 or > 137.8347 || latitude is < 0.8293 or > 55.8271;

    private static (double East, double North) At(double longitude, double latitude)
    {
        var (x, y) = (longitude - 105, latitude - 35);
        var phi = latitude * RadiansPerDegree;
        var w = 1 - (EccentricitySquared * Sin(phi) * Sin(phi));
        var metresPerRadianNorth = SemiMajorAxis * (1 - EccentricitySquared) / (w * Sqrt(w));
        var metresPerRadianEast = SemiMajorAxis / Sqrt(w) * Cos(phi);
        return (EastMetres(x, y) / metresPerRadianEast / RadiansPerDegree, NorthMetres(x, y) / metresPerRadianNorth / RadiansPerDegree);
    }

    private static double EastMetres(double x, double y) =>
        300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Sqrt(Abs(x))) + Ripple(x)
        + (2.0 / 3 * ((20 * Sin(PI * x)) + (40 * Sin(PI * x / 3)) + (150 * Sin(PI * x / 12)) + (300 * Sin(PI * x / 30))));

    private static double NorthMetres(double x, double y) =>
        -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Sqrt(Abs(x))) + Ripple(x)
        + (2.0 / 3 * ((20 * Sin(PI * y)) + (40 * Sin(PI * y / 3)) + (160 * Sin(PI * y / 12)) + (320 * Sin(PI * y / 30))));

    private static double Ripple(double x) => 2.0 / 3 * ((20 * Sin(6 * PI * x)) + (20 * Sin(2 * PI * x)));
}
