using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Record.Entries;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;

namespace Qingshan.Web.Registers;

/// <summary>A vessel as a post sees it. Below full access the page shows name, type and port only, and there is no history.</summary>
public sealed record VesselSight(Vessel Vessel, AccessAnswer Access, IReadOnlyList<RegisterEntry> History)
{
    public bool Full => Access.Level >= AccessLevel.Full;
}

/// <summary>A zone as a post sees it: a zone is a public notice, so only who recorded it why is kept from those without full access.</summary>
/// <param name="InForce">Valid and in season now.</param>
public sealed record ZoneSight(Zone Zone, AccessAnswer Access, bool InForce, IReadOnlyList<RegisterEntry> History)
{
    public bool Full => Access.Level >= AccessLevel.Full;
}

/// <summary>That something was recorded of an object of the register: when, by whom and why.</summary>
/// <param name="File">SHA-256 of the imported file; empty when it came otherwise.</param>
/// <param name="Row">Row of the file; 0 when it came otherwise.</param>
public sealed record RegisterEntry(long Version, Instant RecordedAt, Actor By, string Why, string File, int Row)
{
    internal static RegisterEntry Of(Entry entry) => entry.Body switch
    {
        VesselRecorded vessel => new(entry.Version, entry.RecordedAt, entry.By, vessel.Why, vessel.File, vessel.Row),
        ZoneRecorded zone => new(entry.Version, entry.RecordedAt, entry.By, zone.Why, zone.File, zone.Row),
        _ => new(entry.Version, entry.RecordedAt, entry.By, "", "", 0),
    };
}
