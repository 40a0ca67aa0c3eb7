using NodaTime;

namespace Qingshan.Web.Formats;

/// <summary>The zone in which the site's people read and type times. Times are stored as instants; only the edge turns them into local ones.</summary>
public static class SiteTime
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static LocalDateTime ToLocal(Instant instant) => instant.InZone(Zone).LocalDateTime;

    /// <summary>The instant of a local time; a time that the zone skipped or repeated (1986–1991) takes the earlier reading.</summary>
    public static Instant ToInstant(LocalDateTime local) => Zone.AtLeniently(local).ToInstant();
}
