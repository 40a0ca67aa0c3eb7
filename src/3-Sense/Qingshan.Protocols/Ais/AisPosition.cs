namespace Qingshan.Protocols.Ais;

/// <summary>
/// The fields of a position report (1, 2, 3, 18, 19, 27) that the live picture and the detectors need, without allocation. WGS-84.
/// </summary>
/// <param name="Longitude">1/600,000 degree; null bits are <see cref="HasPosition"/>.</param>
/// <param name="Latitude">1/600,000 degree.</param>
/// <param name="Speed">1/10 knot; 1023: not available.</param>
/// <param name="Course">1/10 degree; 3600: not available.</param>
/// <param name="Heading">Degrees; 511: not available.</param>
/// <param name="Status">Navigation status; 15 where the message has none.</param>
/// <param name="Second">Second of the fix; 60 and more: not available.</param>
public readonly record struct AisPosition(
    byte Type, int Mmsi, int Longitude, int Latitude, ushort Speed, ushort Course, ushort Heading, byte Status, byte Second, bool Accurate)
{
    private const int Degree = 600_000;

    /// <summary>False where the sender says that it does not know, or says what is no place on earth.</summary>
    public bool HasPosition => Longitude is >= -180 * Degree and <= 180 * Degree && Latitude is >= -90 * Degree and <= 90 * Degree;

    /// <summary>True where the sender says that it does not know; false for a place, possible or not.</summary>
    public bool SaysNothing => Longitude == 181 * Degree || Latitude == 91 * Degree;

    /// <summary>Reads a position report; false for another message, or one that is too short for it.</summary>
    public static bool TryRead(AisBits bits, out AisPosition position)
    {
        position = default;
        if (bits.Length < 95)
            return false;
        var type = (byte)bits.Number(0, 6);
        switch (type)
        {
            case 1 or 2 or 3 when bits.Length >= 163:
                position = Classic(bits, type, (byte)bits.Number(38, 4), 50);
                return true;
            case 18 when bits.Length >= 148:
            case 19 when bits.Length >= 305:
                position = Classic(bits, type, 15, 46);
                return true;
            case 27:
                position = Coarse(bits);
                return true;
            default:
                return false;
        }
    }

    // From the speed on, class A and class B lie alike.
    private static AisPosition Classic(AisBits bits, byte type, byte status, int speed) => new(
        type, (int)bits.Number(8, 30), bits.SignedNumber(speed + 11, 28), bits.SignedNumber(speed + 39, 27), (ushort)bits.Number(speed, 10), (ushort)bits.Number(speed + 66, 12),
        (ushort)bits.Number(speed + 78, 9), status, (byte)bits.Number(speed + 87, 6), bits.Flag(speed + 10));

    private static AisPosition Coarse(AisBits bits)
    {
        var (speed, course) = (bits.Number(79, 6), bits.Number(85, 9));
        return new(
            27, (int)bits.Number(8, 30), bits.SignedNumber(44, 18) * 1000, bits.SignedNumber(62, 17) * 1000, (ushort)(speed == 63 ? 1023 : speed * 10),
            (ushort)(course >= 360 ? 3600 : course * 10), 511, (byte)bits.Number(40, 4), 60, bits.Flag(38));
    }
}
