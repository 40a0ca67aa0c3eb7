using NodaTime;
using NodaTime.Text;

namespace Qingshan.Web.Tests.Story;

/// <summary>Times as the story tells them: local time of the site.</summary>
internal static class SiteTimes
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalDateTimePattern Seconds = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static Instant At(string siteTime) => Minutes.Parse(siteTime).Value.InZoneStrictly(Zone).ToInstant();

    /// <summary>The same as the API takes it, with its offset.</summary>
    public static string Iso(string siteTime) => Iso(At(siteTime));

    public static string Iso(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    /// <summary>A due time to the second.</summary>
    public static string Text(Instant instant) => Seconds.Format(instant.InZone(Zone).LocalDateTime);
}
