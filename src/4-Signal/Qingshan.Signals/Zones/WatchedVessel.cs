using System.Globalization;
using NodaTime;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;
using Qingshan.Sensing.Vessels;

namespace Qingshan.Signals.Zones;

/// <summary>A vessel with what registry and transponder say of it.</summary>
/// <param name="Registered">The vessel of the registry under this MMSI; null where there is none.</param>
/// <param name="Said">What the transponder says; null where it has said nothing.</param>
public sealed record WatchedVessel(int Mmsi, Vessel? Registered, VesselIdentity? Said)
{
    public string Name => Registered?.Name ?? Said?.Name ?? "";

    /// <summary>Gear by its licence; empty where that is not known.</summary>
    public IReadOnlyList<string> Gear => Registered?.Licence?.Gear ?? [];

    /// <summary>
    /// May it be a vessel that fishes? By the registry's type, else by what it says. One that says nothing of itself may be: to keep silent must be no way out.
    /// </summary>
    public bool MayFish(ZoneRule rule, int status) => Registered is { } vessel
        ? rule.Types.Contains(vessel.Type)
        : (Said?.ShipType ?? 0) is 0 or ZoneRule.FishingShip || status == ZoneRule.EngagedInFishing;

    /// <summary>What the zone says to its gear at an instant: the strictest answer where its licence names several, for which of them is in the water nobody sees.</summary>
    public ZoneAnswer Judge(Zone zone, Instant at) => Gear.Count == 0
        ? zone.Forbids(null, at)
        : Gear.Select(gear => zone.Forbids(gear, at)).MaxBy(answer => answer.Verdict switch { ZoneVerdict.Forbidden => 2, ZoneVerdict.Undetermined => 1, _ => 0 })!;

    public static WatchedVessel Of(int mmsi, IVessels vessels, IVesselPicture picture) =>
        new(mmsi, vessels.FindVesselByMmsi(mmsi.ToString("D9", CultureInfo.InvariantCulture)), picture.Identity(mmsi));
}
