using System.Globalization;

namespace Qingshan.Web.Components.Parts;

/// <summary>A point of a chart: an instant on the abscissa, a value on the ordinate.</summary>
/// <param name="Note">Said in the table beside the value, such as a data mark.</param>
public sealed record ChartPoint(NodaTime.Instant At, decimal Value, string? Note = null);

/// <summary>Turns values into places on a drawing of fixed size, with round steps on both axes.</summary>
public sealed class ChartScale
{
    private readonly double fromTime;
    private readonly double span;

    public ChartScale(IReadOnlyList<ChartPoint> points, decimal? limit, double width, double height)
    {
        (Width, Height) = (width, height);
        fromTime = points.Count == 0 ? 0 : points.Min(p => p.At.ToUnixTimeSeconds());
        span = points.Count == 0 ? 1 : Math.Max(1, points.Max(p => p.At.ToUnixTimeSeconds()) - fromTime);
        var top = points.Select(p => p.Value).Append(limit ?? 0).Append(0).Max();
        Step = RoundStep((double)(top <= 0 ? 1 : top) / 4);
        Top = Math.Ceiling((double)top / Step + 0.0001) * Step;
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>Distance of the horizontal lines.</summary>
    public double Step { get; }

    /// <summary>Value at the upper edge.</summary>
    public double Top { get; }

    public IEnumerable<double> Lines => Enumerable.Range(0, (int)Math.Round(Top / Step) + 1).Select(i => i * Step);

    public double X(NodaTime.Instant at) => (at.ToUnixTimeSeconds() - fromTime) / span * Width;

    public double Y(double value) => Height - value / Top * Height;

    /// <summary>The line through the points, as the data of an SVG path.</summary>
    public string Path(IReadOnlyList<ChartPoint> points) => string.Join(' ', points.Select((p, i) => $"{(i == 0 ? 'M' : 'L')}{Text(X(p.At))} {Text(Y((double)p.Value))}"));

    /// <summary>Times for the abscissa: about six, on the round minute, hour or day.</summary>
    public IEnumerable<NodaTime.Instant> Ticks
    {
        get
        {
            double[] steps = [60, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800, 2592000];
            var step = steps.FirstOrDefault(s => span / s <= 6, 7776000);
            // Steps are counted in the site's zone, eight hours ahead.
            const double ahead = 8 * 3600;
            for (var t = Math.Ceiling((fromTime + ahead) / step) * step - ahead; t <= fromTime + span; t += step)
                yield return NodaTime.Instant.FromUnixTimeSeconds((long)t);
        }
    }

    public static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static double RoundStep(double raw)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var share = raw / power;
        return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power;
    }
}
