namespace Qingshan.Protocols.Ais;

/// <summary>How the bits of a field are meant (ITU-R M.1371-5 annex 8).</summary>
public enum AisKind
{
    /// <summary>A number without a unit.</summary>
    Number,

    Flag,

    Text,

    /// <summary>Longitude, 1/600,000 degree; 181 degrees: not available.</summary>
    Longitude,

    /// <summary>Latitude, 1/600,000 degree; 91 degrees: not available.</summary>
    Latitude,

    /// <summary>Longitude of message 27, 1/600 degree.</summary>
    CoarseLongitude,

    /// <summary>Latitude of message 27, 1/600 degree.</summary>
    CoarseLatitude,

    /// <summary>Speed over ground, 1/10 knot; 1023: not available; 1022: 102.2 knots or more.</summary>
    Speed,

    /// <summary>Speed of message 27, knots; 63: not available.</summary>
    CoarseSpeed,

    /// <summary>Course over ground, 1/10 degree; 3600 and more: not available.</summary>
    Course,

    /// <summary>Course of message 27, degrees; 360 and more: not available.</summary>
    CoarseCourse,

    /// <summary>Heading, degrees; 511: not available.</summary>
    Heading,

    /// <summary>Rate of turn: (4.733 √degrees a minute); ±127: faster than 5 degrees in 30 s without an indicator; −128: not available.</summary>
    Turn,

    /// <summary>Second of the position's time; 60: not available; 61 to 63: the fix is by hand, estimated, or none.</summary>
    Second,

    /// <summary>Estimated arrival, UTC: month 4, day 5, hour 5, minute 6 bits; 0, 0, 24, 60: not available.</summary>
    Eta,

    /// <summary>Draught, 1/10 m; 0: not available.</summary>
    Draught,

    /// <summary>IMO number; 0: not available.</summary>
    Imo,

    NavigationStatus,

    ShipType,

    FixingDevice,
}
