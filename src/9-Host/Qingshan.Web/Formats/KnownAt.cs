using NodaTime;

namespace Qingshan.Web.Formats;

/// <summary>The <c>known</c> of an address: the recording time as of which a page is asked for.</summary>
internal static class KnownAt
{
    /// <summary>Reads a time as typed; nothing given is the present. False when the text is no time.</summary>
    public static bool TryRead(string? text, out Instant? instant)
    {
        instant = TypedTime.Parse(text) is { } local ? SiteTime.ToInstant(local) : null;
        return instant is not null || string.IsNullOrWhiteSpace(text);
    }

    /// <summary>The text of an address that shows what was known right after a moment: the next whole second, because recording times are finer.</summary>
    public static string After(Instant recorded) => Figures.Time(recorded + Duration.FromSeconds(1), seconds: true);
}
