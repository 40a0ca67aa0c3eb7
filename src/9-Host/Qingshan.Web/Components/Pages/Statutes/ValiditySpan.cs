using NodaTime;

namespace Qingshan.Web.Components.Pages.Statutes;

/// <summary>How long a rule is in force, as a bar on a line of years. Places are 0 to <see cref="Width"/>.</summary>
/// <param name="From">Where the bar begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Today">Where today stands.</param>
public sealed record ValiditySpan(int From, int To, int Today, IReadOnlyList<(int Year, int Place)> Years)
{
    public const int Width = 400;

    /// <summary>The line runs from the year in which the earliest rule began to two years after today, or to the end if that is later.</summary>
    /// <param name="earliest">First year of the line.</param>
    public static ValiditySpan Of(LocalDate? validFrom, LocalDate? validTo, LocalDate today, int earliest)
    {
        var first = new LocalDate(Math.Min(earliest, (validFrom ?? today).Year), 1, 1);
        var lastYear = Math.Max(today.Year + 2, validTo is { } end ? end.Year + 1 : 0);
        var days = Period.DaysBetween(first, new LocalDate(lastYear, 1, 1));
        int Place(LocalDate day) => Math.Clamp((int)((long)Period.DaysBetween(first, day) * Width / days), 0, Width);
        var step = lastYear - first.Year > 16 ? 5 : lastYear - first.Year > 8 ? 2 : 1;
        return new(
            validFrom is { } from ? Place(from) : 0, validTo is { } to ? Place(to.PlusDays(1)) : Width, Place(today),
            [.. Enumerable.Range(first.Year, lastYear - first.Year).Where(year => year % step == 0).Select(year => (year, Place(new LocalDate(year, 1, 1))))]);
    }
}
