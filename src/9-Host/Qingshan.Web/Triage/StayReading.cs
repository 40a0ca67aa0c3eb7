using System.Globalization;
using NodaTime;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;
using Qingshan.Sensing.Vessels;
using Qingshan.Signals.Signals;

namespace Qingshan.Web.Triage;

/// <summary>Reads the track behind a signal about a zone, and the hash that will seal it.</summary>
internal sealed class StayReading(IVesselFeed feed, IVesselPicture picture, IVessels vessels, IZones zones)
{
    private static readonly Duration Beside = Duration.FromMinutes(30);
    private static readonly Duration Longest = Duration.FromHours(12);

    /// <summary>The stay of a signal that was raised.</summary>
    /// <param name="knownAt">Leaves out what happened later.</param>
    public Stay Read(Signal signal, Instant? knownAt)
    {
        var (raised, passage) = (signal.Zone!, signal.Passage!);
        var mmsi = int.Parse(raised.Mmsi, CultureInfo.InvariantCulture);
        var end = passage.LastAt + Beside;
        if (knownAt is { } known && known < end)
            end = known;
        // A stay of days is drawn by its last hours; the whole of it stays in the archive.
        var from = Instant.Max(passage.StartedAt - Beside, end - Longest);
        var slice = feed.Slice(mmsi, from, end);
        return new(
            zones.FindZone(raised.Zone), raised.Vessel.Length > 0 ? vessels.FindVessel(raised.Vessel) : null, picture.Identity(mmsi),
            [.. slice.Fixes.Select(fix => fix.Fix)], slice.Hash, slice.DecoderVersion);
    }
}
