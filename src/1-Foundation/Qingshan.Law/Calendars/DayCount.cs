using NodaTime;

namespace Qingshan.Law.Calendars;

/// <summary>A day that did not count, or that the last day was moved over, and why.</summary>
public sealed record SkippedDay(LocalDate Day, Bilingual Why);

/// <summary>The last day of a period. <paramref name="Nominal"/> is the last day before it moved over days of rest.</summary>
public sealed record LastDay(LocalDate Day, LocalDate Nominal, IReadOnlyList<SkippedDay> Skipped, bool BeyondKnownCalendars);

/// <summary>Counts legal periods. The day on which a period starts is never counted.</summary>
internal static class DayCount
{
    public static LastDay Working(WorkCalendar calendar, LocalDate start, int length)
    {
        var skipped = new List<SkippedDay>();
        var day = start;
        var known = true;
        for (var counted = 0; counted < length;)
        {
            day = day.PlusDays(1);
            known &= calendar.Knows(day);
            if (calendar.RestReason(day) is { } why)
                skipped.Add(new SkippedDay(day, why));
            else
                counted++;
        }

        return new LastDay(day, day, skipped, !known);
    }

    public static LastDay Natural(WorkCalendar calendar, LocalDate start, int length, bool rollsOver) =>
        RollOver(calendar, start.PlusDays(length), rollsOver);

    /// <summary>Ends on the day of the same number, or on the month's last day where that month is shorter.</summary>
    public static LastDay Months(WorkCalendar calendar, LocalDate start, int length, bool rollsOver) =>
        RollOver(calendar, start.PlusMonths(length), rollsOver);

    private static LastDay RollOver(WorkCalendar calendar, LocalDate nominal, bool rollsOver)
    {
        if (!rollsOver)
            return new LastDay(nominal, nominal, [], false);
        var skipped = new List<SkippedDay>();
        var day = nominal;
        var known = calendar.Knows(day);
        while (calendar.RestReason(day) is { } why)
        {
            skipped.Add(new SkippedDay(day, why));
            day = day.PlusDays(1);
            known &= calendar.Knows(day);
        }

        return new LastDay(day, nominal, skipped, !known);
    }
}
