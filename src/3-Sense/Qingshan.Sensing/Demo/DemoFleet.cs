using System.Globalization;
using NodaTime;
using Qingshan.Protocols.Ais;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;

namespace Qingshan.Sensing.Demo;

/// <summary>One vessel of the demo on its way.</summary>
internal sealed record DemoVessel(int Mmsi, string Name, int ShipType, int Length, DemoShuttle Way);

/// <summary>
/// The demo's vessels at sea: those of the registry that are marked as demo, on the open water east of Zhoushan. The first that fishes works in the demo's smallest
/// zone that is always closed; all others keep away from it, or cross it quickly.
/// </summary>
internal static class DemoFleet
{
    // Open water east of the islands, in a grid of some six nautical miles.
    private const double West = 122.98;
    private const double South = 29.60;
    private const double Step = 0.11;
    private const int Columns = 5;

    private static readonly Dictionary<string, (int ShipType, double Miles, double Knots)> Habits = new(StringComparer.Ordinal)
    {
        ["fishing"] = (30, 3, 3.4),
        ["fishery-support"] = (30, 6, 6.5),
        ["recreational-fishing"] = (37, 2, 5),
        ["aquaculture"] = (30, 1, 2),
        ["sand-carrier"] = (70, 9, 8),
        ["sand-dredger"] = (33, 1, 1),
        ["cargo"] = (70, 12, 11.5),
        ["tanker"] = (80, 12, 10.5),
        ["passenger"] = (60, 10, 18),
        ["tug"] = (52, 4, 7),
        ["official"] = (55, 8, 14),
    };

    public static IReadOnlyList<DemoVessel> Of(IReadOnlyList<Vessel> vessels, IReadOnlyList<Zone> zones)
    {
        var closed = zones.Where(zone => zone is { Demo: true, Effect: ZoneEffect.Forbids, Seasons.Count: 0, Gear.Count: 0, ExemptGear.Count: 0 })
            .Where(zone => Middle(zone) is var (longitude, latitude) && zone.Contains(longitude, latitude))
            .MinBy(zone => zone.Area.Bounds.East - zone.Area.Bounds.West);
        var known = vessels.Where(vessel => vessel.Demo && vessel.Mmsi is not null).ToList();
        var intruder = closed is null ? null : known.Find(vessel => vessel.Type == "fishing");
        return [.. known.Select((vessel, index) => Of(vessel, index, vessel == intruder ? closed : null))];
    }

    /// <summary>What the vessel's transponder says of its movement at an instant.</summary>
    public static string Position(DemoVessel vessel, Instant at)
    {
        var (longitude, latitude, course) = vessel.Way.At(at);
        return AisEncoder.Encode(AisLayouts.Of(1), vessel.Mmsi, new Dictionary<string, object>
        {
            ["lon"] = (int)Math.Round(longitude * 600_000),
            ["lat"] = (int)Math.Round(latitude * 600_000),
            ["speed"] = (int)Math.Round(vessel.Way.Knots * 10),
            ["course"] = (int)Math.Round(course * 10) % 3600,
            ["heading"] = (int)Math.Round(course) % 360,
            ["turn"] = -128,
            ["status"] = vessel.Way.Knots == 0 ? 1 : vessel.ShipType == 30 ? 7 : 0,
            ["second"] = (int)(at.ToUnixTimeSeconds() % 60),
        }, tags: Tags(at))[0];
    }

    /// <summary>What it says of itself, in two sentences.</summary>
    public static IReadOnlyList<string> Identity(DemoVessel vessel, Instant at) => AisEncoder.Encode(AisLayouts.Of(5), vessel.Mmsi, new Dictionary<string, object>
    {
        ["shipname"] = vessel.Name,
        ["callsign"] = "DEMO",
        ["shiptype"] = vessel.ShipType,
        ["to_bow"] = vessel.Length / 2,
        ["to_stern"] = vessel.Length - (vessel.Length / 2),
        ["to_port"] = 3,
        ["to_starboard"] = 3,
        ["destination"] = "DEMO",
    }, sequence: vessel.Mmsi % 10, tags: Tags(at));

    private static (double Longitude, double Latitude) Middle(Zone zone) =>
        ((zone.Area.Bounds.West + zone.Area.Bounds.East) / 2, (zone.Area.Bounds.South + zone.Area.Bounds.North) / 2);

    private static string Tags(Instant at) => string.Create(CultureInfo.InvariantCulture, $"s:demo,c:{at.ToUnixTimeSeconds()}");

    private static DemoVessel Of(Vessel vessel, int index, Zone? closed)
    {
        var (shipType, miles, knots) = Habits.GetValueOrDefault(vessel.Type, (90, 4, 6));
        var phase = index * 0.37 % 1;
        var way = closed is not null && Middle(closed) is var (longitude, latitude)
            ? new DemoShuttle(longitude, latitude, 60, 1.6, 3.2, phase)
            : new DemoShuttle(West + (index % Columns * Step), South + (index / Columns % 8 * Step), index * 47 % 180, miles, index % 9 == 8 ? 0 : knots, phase);
        return new(int.Parse(vessel.Mmsi!, CultureInfo.InvariantCulture), $"DEMO {index + 1:D2}", shipType, (int)(vessel.LengthM ?? 30), way);
    }
}
