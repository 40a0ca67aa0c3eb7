using NodaTime;
using Qingshan.Law.Calendars;

namespace Qingshan.Law.Clocks;

/// <summary>When a period is over. In time is what ends before <paramref name="Over"/>.</summary>
/// <param name="OutsideDays">Days by which it moved because they are not counted.</param>
internal sealed record DueTime(ClockPeriod Period, Instant At, Instant Over, string Counting, LastDay? LastDay, int OutsideDays = 0)
{
    /// <summary>What is not counted moves the end, unless it began only after the end.</summary>
    public static DueTime Of(ClockPeriod period, Instant start, IReadOnlyList<(Instant From, Instant To)> outside, StatuteBook book)
    {
        var due = Of(period, start, book);
        var days = 0;
        foreach (var span in outside.TakeWhile(span => span.From < due.Over))
        {
            days += OutsideTime.Days(span);
            due = Of(period with { Length = period.Length + days }, start, book) with { Period = period, OutsideDays = days };
        }

        return due;
    }

    private static DueTime Of(ClockPeriod period, Instant start, StatuteBook book)
    {
        if (period.Unit == PeriodUnit.Hours)
        {
            var due = start + Duration.FromHours(period.Length);
            return new DueTime(period, due, due + Duration.Epsilon, "hours", null);
        }

        var counting = book.CountingRule(period.Counting);
        var (last, name) = Count(period, start.InZone(WorkCalendar.Zone).Date, counting, book.Calendar);
        var over = last.Day.PlusDays(1).AtStartOfDayInZone(WorkCalendar.Zone).ToInstant();
        return new DueTime(period, over - Duration.FromSeconds(1), over, name, last);
    }

    private static (LastDay Last, string Name) Count(ClockPeriod period, LocalDate start, CountingRule rule, WorkCalendar calendar)
    {
        var roll = rule.RollsOver ? "+roll" : "";
        return period.Unit switch
        {
            PeriodUnit.Immediately => (DayCount.Natural(calendar, start, 0, false), "immediately"),
            PeriodUnit.Months => (DayCount.Months(calendar, start, period.Length, rule.RollsOver), "months" + roll),
            PeriodUnit.Days when rule.Day == DayMeaning.Natural => (DayCount.Natural(calendar, start, period.Length, rule.RollsOver), "natural" + roll),
            _ => (DayCount.Working(calendar, start, period.Length), "working"),
        };
    }
}
