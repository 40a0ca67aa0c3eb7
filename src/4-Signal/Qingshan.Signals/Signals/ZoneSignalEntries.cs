using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.Signals.Signals;

/// <summary>A detector found a vessel that moved as if it fished where a zone forbids it. The signal's key is derived from rule, vessel, zone and start.</summary>
/// <param name="Rule">Rule id: <c>ZN-01</c>.</param>
/// <param name="Owner">The agency whose duty officer decides: the joint centre of the place.</param>
/// <param name="Zone">Id of the zone.</param>
/// <param name="ZoneVersion">Version of the zone as it was judged by.</param>
/// <param name="Mmsi">What the transponder calls itself; proved by nothing.</param>
/// <param name="Vessel">The vessel that the registry has under this MMSI; empty where it has none.</param>
/// <param name="VesselName">Its name by the registry, or what the transponder says; empty where neither is known.</param>
/// <param name="Gear">Gear by its licence, ids separated by spaces; empty where it is not known.</param>
/// <param name="Ground">Why the zone forbids it, with time and season.</param>
/// <param name="ZoneSource">The notice or statute that draws the zone.</param>
[EntryType("signal.zone-raised")]
public sealed record ZoneSignalRaised(
    string Rule, string RuleVersion, string Owner, string Division, string Zone, long ZoneVersion, string Mmsi, string Vessel, string VesselName, string Gear, Passage Passage,
    Bilingual Ground, string ZoneSource, Bilingual Authentication, IReadOnlyList<Bilingual> LegalBasis, IReadOnlyList<Bilingual> LookNext) : EntryBody;

/// <summary>A stay in a zone, as far as it is known.</summary>
/// <param name="StartedAt">First fix at working speed inside.</param>
/// <param name="LastAt">Last fix at working speed inside.</param>
/// <param name="Slowest">Lowest of these speeds, kn.</param>
/// <param name="Fastest">Highest of these speeds, kn.</param>
/// <param name="Fixes">Number of these fixes.</param>
/// <param name="Minutes">Whole minutes at working speed inside, pauses left out.</param>
/// <param name="Ended">True when the vessel left, stopped working or was heard no more.</param>
/// <param name="Longitude">Of the first fix, WGS-84, 1/600,000 degree.</param>
/// <param name="Latitude">Of the first fix, WGS-84, 1/600,000 degree.</param>
/// <param name="FirstFrame">Archive position of the first fix (<c>segment:offset</c>).</param>
/// <param name="LastFrame">Archive position of the last fix.</param>
public sealed record Passage(
    Instant StartedAt, Instant LastAt, Quantity Slowest, Quantity Fastest, int Fixes, int Minutes, bool Ended, int Longitude, int Latitude, string FirstFrame, string LastFrame);

/// <summary>The stay went on, ended, or late data changed it; a signal that had been withdrawn is open again.</summary>
/// <param name="Late">True when data that arrived late changed what had been said.</param>
[EntryType("signal.zone-amended")]
public sealed record ZoneSignalAmended(Passage Passage, bool Late) : EntryBody;
