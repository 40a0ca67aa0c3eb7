namespace Qingshan.Geography.Points;

internal static class Degrees
{
    // Written so that NaN is out of range.
    public static bool AreInRange(double longitude, double latitude) => longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90;

    public static void ThrowIfOutOfRange(double longitude, double latitude)
    {
        if (!AreInRange(longitude, latitude))
            throw new ArgumentOutOfRangeException(nameof(longitude), $"{longitude}, {latitude}");
    }

    public static string Text(double longitude, double latitude) => FormattableString.Invariant($"{longitude:0.000000},{latitude:0.000000}");
}
