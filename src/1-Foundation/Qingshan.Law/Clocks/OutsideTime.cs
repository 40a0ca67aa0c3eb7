using NodaTime;
using Qingshan.Law.Calendars;

namespace Qingshan.Law.Clocks;

/// <summary>Time that a clock does not count, such as testing: from any of the one events to the first of the others.</summary>
public sealed record OutsideTime(IReadOnlyList<string> From, IReadOnlyList<string> To)
{
    /// <summary>The spans of a run that do not count, in order and without overlap; one that is still open lasts to the end of the run or to the moment of the question.</summary>
    internal static IReadOnlyList<(Instant From, Instant To)> Of(ClockRule rule, ClockRun run, Instant asOf, ILookup<string, Instant> events)
    {
        var last = run.End ?? asOf;
        var merged = new List<(Instant From, Instant To)>();
        foreach (var (from, to) in (rule.Outside ?? []).SelectMany(kind => kind.Spans(events)).OrderBy(span => span.From))
        {
            var span = (From: Instant.Max(from, run.Start), To: Instant.Min(to ?? last, last));
            if (span.To <= span.From)
                continue;
            if (merged.Count > 0 && span.From <= merged[^1].To)
                merged[^1] = (merged[^1].From, Instant.Max(merged[^1].To, span.To));
            else
                merged.Add(span);
        }

        return merged;
    }

    /// <summary>Days as a calendar counts them: from the day on which it began to the day on which it ended.</summary>
    internal static int Days((Instant From, Instant To) span) => NodaTime.Period.DaysBetween(Day(span.From), Day(span.To));

    private IEnumerable<(Instant From, Instant? To)> Spans(ILookup<string, Instant> events) =>
        from start in From.SelectMany(name => events[name])
        select (start, To.SelectMany(name => events[name]).Where(at => at >= start).Select(at => (Instant?)at).Min());

    private static LocalDate Day(Instant at) => at.InZone(WorkCalendar.Zone).Date;
}
