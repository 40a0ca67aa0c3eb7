using NodaTime;
using NodaTime.Text;
using Qingshan.Record.Reasons;
using Qingshan.Web.Formats;

namespace Qingshan.Web.Picture;

/// <summary>The <c>at</c> of an address: the instant of the past that is looked at.</summary>
internal static class PictureTime
{
    /// <summary>How far the slider reaches back.</summary>
    public static Duration Reach { get; } = Duration.FromHours(24);

    /// <summary>Reads an instant (<c>2026-09-23T02:30:00Z</c>, or with an offset) or a local time as typed; nothing given is the present. What lies ahead is refused.</summary>
    public static Outcome<Instant?> Read(string? text, Instant now)
    {
        if (string.IsNullOrWhiteSpace(text))
            return (Instant?)null;
        return TypedTime.Parse(text) is { } local && SiteTime.ToInstant(local) is var instant && instant <= now
            ? instant
            : WebReasons.FieldInvalid.RefuseField("at", ("value", text), ("expected_zh", "已过去的时间"), ("expected_en", "time in the past"));
    }

    /// <summary>As addresses carry it.</summary>
    public static string Write(Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}
