using Qingshan.Geography.Areas;
using Qingshan.Geography.Points;
using Qingshan.Registry.Zones;
using Qingshan.Sensing.Vessels;

namespace Qingshan.Signals.Zones;

/// <summary>The zones that forbid fishing, built anew when the registry has others.</summary>
internal sealed class ZoneIndex(IZones zones)
{
    private IReadOnlyList<Zone>? source;
    private AreaIndex<Zone> index = new([]);

    /// <summary>The zones that hold a place.</summary>
    public IReadOnlyList<Zone> At(int longitude, int latitude)
    {
        // The registry gives a new list when a zone changes, and the same one until then.
        var present = zones.Zones;
        if (!ReferenceEquals(present, source))
            (source, index) = (present, new(present.Where(zone => zone.Effect == ZoneEffect.Forbids).Select(zone => (zone, zone.Area))));
        return index.Find(new Wgs84Point((double)longitude / VesselFix.Degree, (double)latitude / VesselFix.Degree));
    }
}
