using NodaTime;
using NodaTime.Text;

namespace Qingshan.Record.Views;

/// <summary>Instants as text in view rows: UTC with milliseconds and a fixed width, so that text order is time order.</summary>
public static class ViewTime
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'");

    public static string Text(Instant instant) => Pattern.Format(instant);

    /// <summary>Reads what <see cref="Text"/> wrote; anything else is a bug and throws.</summary>
    public static Instant Parse(string text) => Pattern.Parse(text).Value;
}
