using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Reading;
using Qingshan.Record.Reasons;
using Qingshan.Registry.Access;
using Qingshan.Registry.Zones;
using Qingshan.Sensing.Vessels;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Picture;

/// <summary>Reads vessels for lists, cards and tracks. Whoever may read the picture sees all of them: a transponder tells everybody.</summary>
internal sealed class VesselReading(
    ICurrent current, IAccess access, ReadDesk desk, IZones zones, IDirectory directory, VesselFrames frames, TimeProvider time)
{
    /// <summary>How far a track goes back.</summary>
    public static Duration TrackLength { get; } = Duration.FromHours(2);

    private const int MaxFixes = 2000;

    private Acting Who => current.Who ?? throw new InvalidOperationException("A reading was reached without a sign-in.");

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Zones that the post may see, to filter by.</summary>
    public IReadOnlyList<Zone> Zones() => [.. desk.Filter(Who, zones.Zones, zone => RegistrySubjects.Of(zone, directory)).Select(seen => seen.Row)];

    /// <summary>The vessels that are wanted, in order.</summary>
    /// <param name="at">As addresses say it; null is now.</param>
    /// <param name="box">Only what lies within.</param>
    public Outcome<VesselSight> List(VesselFilter filter, string? at = null, string? order = null, VesselBox? box = null) => Permitted(at).Then<VesselSight>(asked =>
    {
        var instant = asked ?? Now;
        var zone = string.IsNullOrEmpty(filter.Zone) ? null : Zones().FirstOrDefault(known => known.Id == filter.Zone);
        var all = Fixes(asked);
        var wanted = all.Select(fix => VesselLine.Of(fix, frames.Picture!, instant))
            .Where(line => (box is not { } bounds || bounds.Contains(line)) && filter.Fits(line) && filter.FitsZone(line, zone)).ToList();
        VesselOrder.Sort(wanted, order);
        return new VesselSight(wanted, all.Count, instant, asked is not null, frames.Picture is not null);
    });

    /// <summary>One vessel. Not found where it was not heard of in the half hour before.</summary>
    public Outcome<VesselLine> Find(int mmsi, string? at = null) => Permitted(at).Then<VesselLine>(asked =>
        Fixes(asked).Where(fix => fix.Mmsi == mmsi).Select(fix => VesselLine.Of(fix, frames.Picture!, asked ?? Now)).FirstOrDefault() is { } line
            ? line
            : AccessReasons.NotFound.Refuse());

    /// <summary>Where it was in the two hours before, thinned evenly where there is very much.</summary>
    public Outcome<VesselTrack> Track(int mmsi, string? at = null) => Permitted(at).Then<VesselTrack>(asked =>
    {
        var to = asked ?? Now;
        // The end is exclusive, and what was said in this moment belongs to it.
        var fixes = frames.Picture?.Track(mmsi, to - TrackLength, to + Duration.FromMilliseconds(1)) ?? [];
        var step = (fixes.Count + MaxFixes - 1) / MaxFixes;
        return new VesselTrack(mmsi, to - TrackLength, to, step <= 1 ? fixes : [.. fixes.Where((_, index) => (fixes.Count - 1 - index) % step == 0)]);
    });

    private Outcome<Instant?> Permitted(string? at) => access.Permit(Who, "picture.read").Then(_ => PictureTime.Read(at, Now));

    private IReadOnlyList<VesselFix> Fixes(Instant? at) => at is { } instant ? frames.Picture?.At(instant) ?? [] : frames.Picture?.Since(0) ?? [];
}

/// <summary>Vessels as a list shows them.</summary>
/// <param name="Heard">How many there are, wanted or not.</param>
/// <param name="At">The instant that is pictured.</param>
/// <param name="HasSource">False where the site listens to no vessels.</param>
public sealed record VesselSight(IReadOnlyList<VesselLine> Lines, int Heard, Instant At, bool IsPast, bool HasSource);

/// <summary>Where a vessel was, by time.</summary>
public sealed record VesselTrack(int Mmsi, Instant From, Instant To, IReadOnlyList<VesselFix> Fixes);
