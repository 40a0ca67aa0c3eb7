using NodaTime;

namespace Qingshan.Registry.Zones;

/// <summary>An area in which special rules apply.</summary>
/// <param name="Kind">Such as <c>drinking-water-protection-zone-1</c>, <c>nature-reserve-core</c>, <c>germplasm-reserve</c>, <c>industrial-park</c>.</param>
/// <param name="Places">Words of the screening fact <c>place</c> that hold inside; empty where it means nothing for the screening.</param>
/// <param name="Outline">Closed ring in WGS-84 degrees, first point = last point; a point on it lies inside.</param>
/// <param name="ValidFrom">First day; null when it was always there.</param>
/// <param name="ValidTo">Last day; null when it is open-ended.</param>
public sealed record Zone(
    string Id, string Kind, string NameZh, string NameEn, string Division, IReadOnlyList<string> Places, IReadOnlyList<OutlinePoint> Outline,
    LocalDate? ValidFrom, LocalDate? ValidTo, bool Demo)
{
    public bool IsValidOn(LocalDate date) => (ValidFrom is null || ValidFrom <= date) && (ValidTo is null || date <= ValidTo);

    public bool Contains(double longitude, double latitude) => Zones.Outline.Contains(Outline, longitude, latitude);
}

/// <summary>A corner of an outline, WGS-84 degrees.</summary>
public readonly record struct OutlinePoint(double Longitude, double Latitude);

/// <summary>Where which rules apply.</summary>
public interface IZones
{
    IReadOnlyList<Zone> Zones { get; }

    Zone? FindZone(string id);

    /// <summary>The zones that hold a point (WGS-84 degrees) on a day, in the order of their ids.</summary>
    IReadOnlyList<Zone> At(double longitude, double latitude, LocalDate date);
}
