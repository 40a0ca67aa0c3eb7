using NodaTime;

namespace Qingshan.Registry.Zones;

/// <summary>Where which rules apply.</summary>
public interface IZones
{
    IReadOnlyList<Zone> Zones { get; }

    Zone? FindZone(string id);

    /// <summary>The zones that hold a point (WGS-84 degrees) on a day, in the order of their ids. Seasons and gear: <see cref="Zone.Forbids"/>.</summary>
    IReadOnlyList<Zone> At(double longitude, double latitude, LocalDate date);
}
