using NodaTime;

namespace Qingshan.Sensing.Vessels;

/// <summary>A vessel's place as its transponder said it. Coordinates are WGS-84 in 1/600,000 degree (1/10,000 minute), as AIS sends them.</summary>
/// <param name="Mmsi">Claimed by the transponder, proved by nothing.</param>
/// <param name="At">Event time: of receipt, or of the receiver's tag block where its listener is trusted to tell the time.</param>
/// <param name="Speed">Over ground, 0.1 knot; 1023: not available.</param>
/// <param name="Course">Over ground, 0.1 degree; 3600: not available.</param>
/// <param name="Heading">Degrees; 511: not available.</param>
/// <param name="Status">Navigation status (ITU-R M.1371 table 45: 1 at anchor, 5 moored, 7 engaged in fishing …); 15: not available.</param>
/// <param name="Change">Number of the change that brought it; grows with every fix that is taken.</param>
public readonly record struct VesselFix(
    int Mmsi, Instant At, int Longitude, int Latitude, ushort Speed, ushort Course, ushort Heading, byte Status, long Change)
{
    /// <summary>Units in a degree.</summary>
    public const int Degree = 600_000;
}

/// <summary>What a vessel says of itself (messages 5, 19 and 24). Empty and zero: not said.</summary>
/// <param name="ShipType">ITU-R M.1371 table 53: 30 fishing, 31 towing, 70–79 cargo …; 0 not said.</param>
/// <param name="Length">Metres, bow to stern.</param>
/// <param name="Beam">Metres.</param>
public sealed record VesselIdentity(
    int Mmsi, string Name, string CallSign, int Imo, int ShipType, int Length, int Beam, string Destination, Instant At);

/// <summary>The moving part of the picture: what every vessel said last, and what it said before.</summary>
public interface IVesselPicture
{
    /// <summary>Number of the last change. Whoever has seen up to here asks for what came after.</summary>
    long Change { get; }

    /// <summary>
    /// The newest fix of every vessel that said something new after a change, in no order; 0 gives all vessels heard of in the last half hour.
    /// </summary>
    IReadOnlyList<VesselFix> Since(long change);

    /// <summary>Every vessel's last fix at an instant, not older than half an hour then.</summary>
    IReadOnlyList<VesselFix> At(Instant at);

    /// <summary>What a vessel says of itself; null where it has said nothing.</summary>
    VesselIdentity? Identity(int mmsi);

    /// <summary>Fixes of one vessel by time, from inclusive, to exclusive.</summary>
    IReadOnlyList<VesselFix> Track(int mmsi, Instant from, Instant to);
}
