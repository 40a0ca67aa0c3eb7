using NodaTime;
using Qingshan.Geography.Areas;
using Qingshan.Geography.Points;
using Qingshan.Registry.Codes;

namespace Qingshan.Registry.Zones;

/// <summary>
/// An area in which special rules apply: where (<see cref="Area"/>), on which days it is valid, in which seasons and for which gear it closes the water.
/// <see cref="Forbids"/> and <see cref="IsInForce(Instant)"/> are pure; they ask nothing of where the vessel is, which <see cref="Contains"/> answers.
/// </summary>
/// <param name="Kind">A word of <see cref="Terms.ZoneKinds"/>, such as <c>closed-fishing-area</c>, <c>germplasm-reserve</c>, <c>industrial-park</c>.</param>
/// <param name="Division">GB/T 2260 code; empty at sea outside every division of the site.</param>
/// <param name="Places">Words of the screening fact <c>place</c> that hold inside; empty where it means nothing for the screening.</param>
/// <param name="Area">In WGS-84 degrees; a point on the edge lies inside.</param>
/// <param name="ValidFrom">First day; null when it was always there.</param>
/// <param name="ValidTo">Last day; null when it is open-ended.</param>
public sealed record Zone(
    string Id, string Kind, string NameZh, string NameEn, string Division, IReadOnlyList<string> Places, Area Area, LocalDate? ValidFrom, LocalDate? ValidTo, bool Demo)
{
    /// <summary>The time that seasons, hours and days of validity are counted in.</summary>
    public static DateTimeZone TimeZone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>What the zone does to fishing; zones from before this was kept only inform.</summary>
    public ZoneEffect Effect { get; init; } = ZoneEffect.Informs;

    /// <summary>When in the year its rule holds; none stands for the whole year.</summary>
    public IReadOnlyList<Season> Seasons { get; init; } = [];

    /// <summary>Gear it forbids (of a permit area: permits), ids of <see cref="Terms.Gear"/>; none stands for all gear.</summary>
    public IReadOnlyList<string> Gear { get; init; } = [];

    /// <summary>Gear it leaves free though what it is a kind of is forbidden.</summary>
    public IReadOnlyList<string> ExemptGear { get; init; } = [];

    /// <summary>The notice or statute that draws it, with number; empty when it is not known.</summary>
    public string Source { get; init; } = "";

    /// <summary>Article of <see cref="Source"/>.</summary>
    public string Article { get; init; } = "";

    /// <summary>Responsible agency: an agency id of the directory, or the name of one outside the site.</summary>
    public string Agency { get; init; } = "";

    /// <summary>What the source says and the fields cannot hold.</summary>
    public string Note { get; init; } = "";

    /// <summary>Version of its stream.</summary>
    public long Version { get; init; }

    /// <summary>The outer ring of the first polygon, for drawing; <see cref="Area"/> has all of them and their holes.</summary>
    public IReadOnlyList<OutlinePoint> Outline => [.. Area.Polygons[0][0].Select(point => new OutlinePoint(point.Longitude, point.Latitude))];

    public bool IsValidOn(LocalDate date) => (ValidFrom is null || ValidFrom <= date) && (ValidTo is null || date <= ValidTo);

    public bool Contains(double longitude, double latitude) => Wgs84Point.Create(longitude, latitude).TryGet(out var point, out _) && Area.Contains(point);

    /// <summary>Is the zone valid and in season at an instant, counted in local time? Both the first and the last day belong to it.</summary>
    public bool IsInForce(Instant at) => IsInForce(at.InZone(TimeZone).LocalDateTime);

    /// <summary>
    /// Does the zone forbid fishing with this gear at this instant? The answer says why, in both languages. An exemption for a gear outweighs a ban on what
    /// the gear is a kind of, and the other way round: the narrower word decides.
    /// </summary>
    /// <param name="gear">An id of <see cref="Terms.Gear"/>; null, or a word that is none, when the gear is not known.</param>
    public ZoneAnswer Forbids(string? gear, Instant at)
    {
        var local = at.InZone(TimeZone).LocalDateTime;
        return ZoneAnswer.Of(this, Ground(gear, local), gear, local);
    }

    private bool IsInForce(LocalDateTime local) => IsValidOn(local.Date) && IsInSeason(local);

    private bool IsInSeason(LocalDateTime local) => Seasons.Count == 0 || Seasons.Any(season => season.Holds(local));

    private ZoneGround Ground(string? gear, LocalDateTime local) => Effect switch
    {
        ZoneEffect.Informs => ZoneGround.ForbidsNothing,
        ZoneEffect.Permits => ZoneGround.PermitArea,
        _ when !IsValidOn(local.Date) => ZoneGround.NotValid,
        _ when !IsInSeason(local) => ZoneGround.OutOfSeason,
        _ => Ground(gear),
    };

    private ZoneGround Ground(string? gear)
    {
        var general = Gear.Count == 0 ? ZoneGround.AllGearForbidden : ZoneGround.GearNotNamed;
        if (gear is null || Terms.Gear.Find(gear) is null)
            return general == ZoneGround.AllGearForbidden && ExemptGear.Count == 0 ? general : ZoneGround.GearUnknown;
        var named = Terms.Gear.Upward(gear).Select(Named).FirstOrDefault(ground => ground is not null) ?? general;
        // "Trawl" says too little where only the beam trawl is free.
        var against = named is ZoneGround.GearForbidden or ZoneGround.AllGearForbidden ? ExemptGear : Gear;
        return against.Any(word => word != gear && Terms.Gear.Upward(word).Contains(gear, StringComparer.Ordinal)) ? ZoneGround.GearTooWide : named;
    }

    private ZoneGround? Named(string gear) =>
        ExemptGear.Contains(gear, StringComparer.Ordinal) ? ZoneGround.GearExempt : Gear.Contains(gear, StringComparer.Ordinal) ? ZoneGround.GearForbidden : null;
}

/// <summary>What a zone does to fishing.</summary>
public enum ZoneEffect
{
    /// <summary>It forbids no fishing: an industrial park, an anchorage, a drinking water source.</summary>
    Informs,

    /// <summary>It closes the water, for its gear and in its seasons.</summary>
    Forbids,

    /// <summary>It opens the water to holders of a special permit while another zone closes it (专项捕捞许可).</summary>
    Permits,
}

/// <summary>A corner of an outline, WGS-84 degrees.</summary>
public readonly record struct OutlinePoint(double Longitude, double Latitude);
