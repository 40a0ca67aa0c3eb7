using NodaTime;
using Qingshan.Sensing.Vessels;

namespace Qingshan.Web.Picture;

/// <summary>What a vessel is, as far as its shape on the map says it. The numbers travel in <see cref="VesselFrame"/>.</summary>
public enum VesselKind : byte
{
    Other = 0,
    Fishing = 1,

    /// <summary>Cargo ships and tankers.</summary>
    Cargo = 2,
}

/// <summary>What a vessel does, as far as its colour on the map says it. The numbers travel in <see cref="VesselFrame"/>.</summary>
public enum VesselState : byte
{
    Underway = 0,

    /// <summary>Says of itself that it fishes.</summary>
    Fishing = 1,

    /// <summary>At anchor, moored, or without way.</summary>
    Still = 2,

    /// <summary>Not under command, restricted, constrained, aground, or a search and rescue transmitter.</summary>
    Restricted = 3,

    /// <summary>Not heard for a while: where it is now is not known. Follows from the age, so a frame never carries it.</summary>
    Stale = 4,
}

/// <summary>Turns what a transponder says into kind and state. The numbers are those of ITU-R M.1371: navigation status table 45, ship type table 53.</summary>
internal static class VesselSigns
{
    public const int NoSpeed = 1023;
    public const int NoCourse = 3600;
    public const int NoHeading = 511;
    private const int FishingType = 30;

    // Tenths of a knot: slower is what current and the receiver's noise make of a vessel that lies still.
    private const int Steerage = 5;

    /// <summary>The slowest reporting interval is three minutes; after three of them a position is only where the vessel was.</summary>
    public static Duration StaleAfter { get; } = Duration.FromMinutes(10);

    public static VesselKind Kind(int shipType) => shipType switch
    {
        FishingType => VesselKind.Fishing,
        >= 70 and <= 89 => VesselKind.Cargo,
        _ => VesselKind.Other,
    };

    /// <summary>By what it said, however long ago.</summary>
    public static VesselState State(in VesselFix fix) => fix.Status switch
    {
        2 or 3 or 4 or 6 or 14 => VesselState.Restricted,
        7 => VesselState.Fishing,
        1 or 5 => VesselState.Still,
        _ => fix.Speed < Steerage ? VesselState.Still : VesselState.Underway,
    };

    public static VesselState State(in VesselFix fix, Instant at) => at - fix.At >= StaleAfter ? VesselState.Stale : State(fix);

    /// <summary>Names the text <c>vessel.type.NAME</c> of a ship type.</summary>
    public static string TypeName(int shipType) => shipType switch
    {
        FishingType => "fishing",
        31 or 32 or 52 => "tug",
        33 => "dredger",
        35 or 55 => "law",
        36 or 37 => "pleasure",
        50 or 51 or 53 or 54 or 58 => "port",
        >= 40 and <= 49 => "fast",
        >= 60 and <= 69 => "passenger",
        >= 70 and <= 79 => "cargo",
        >= 80 and <= 89 => "tanker",
        0 => "unsaid",
        _ => "other",
    };
}
