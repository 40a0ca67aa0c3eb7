using Qingshan.Geography.Areas;

namespace Qingshan.Registry.Zones;

/// <summary>A zone from its entries. What they hold was checked before they were written.</summary>
internal static class ZoneFold
{
    public static Zone Of(string id, ZoneRegistered z, long version) =>
        new(id, z.Kind, z.NameZh, z.NameEn, z.Division, z.Places, AreaOf(id, z.Outline), z.ValidFrom, z.ValidTo, z.Demo) { Version = version };

    public static Zone Of(string id, ZoneRecorded z, long version) => new(id, z.Kind, z.NameZh, z.NameEn, z.Division, z.Places, AreaOf(id, z.Boundary), z.ValidFrom, z.ValidTo, z.Demo)
    {
        Effect = z.Effect,
        Seasons = [.. z.Seasons.Select(season => Season.TryParse(season) ?? throw new InvalidDataException($"zone/{id} has no season {season}."))],
        Gear = z.Gear,
        ExemptGear = z.ExemptGear,
        Source = z.Source,
        Article = z.Article,
        Agency = z.Agency,
        Note = z.Note,
        Version = version,
    };

    private static Area AreaOf(string id, string text) => Boundary.Read(text).TryGet(out var area, out var refusal) ? area : throw new InvalidDataException($"zone/{id}: {refusal}");
}
