using NodaTime;

namespace Qingshan.Law.Clocks;

/// <summary>One run of a clock: from a start event to the first event that stops or cancels it.</summary>
internal sealed record ClockRun(Instant Start, Instant? End, bool Cancelled)
{
    /// <summary>
    /// A start that repeats within a run of the same event changes nothing: the first one counts, which is the stricter reading. A start at the very moment
    /// at which the run before ended begins a new one: what is passed on reaches the next organ in the moment in which the last one is rid of it.
    /// </summary>
    public static IEnumerable<ClockRun> Of(ClockRule rule, ILookup<string, Instant> events) =>
        rule.Starts.SelectMany(start => OfEvent(rule, start, events)).OrderBy(run => run.Start);

    private static IEnumerable<ClockRun> OfEvent(ClockRule rule, string startEvent, ILookup<string, Instant> events)
    {
        Instant? previousEnd = null;
        foreach (var start in events[startEvent])
        {
            if (start < previousEnd || (rule.UnlessBefore ?? []).SelectMany(name => events[name]).Any(at => at <= start))
                continue;
            var run = From(rule, start, events, ended: start == previousEnd);
            if (Required(rule, run, previousEnd, events))
                yield return run;
            previousEnd = run.End ?? Instant.MaxValue;
        }
    }

    // What ended the run before, in the same moment, does not end this one too.
    private static ClockRun From(ClockRule rule, Instant start, ILookup<string, Instant> events, bool ended)
    {
        var from = ended ? start + Duration.Epsilon : start;
        var stop = First(rule.Stops, from, events);
        var cancel = First(rule.CancelledBy, from, events);
        var cancelled = cancel is not null && (stop is null || cancel < stop);
        var end = cancelled ? cancel : stop;
        var restart = (rule.RestartedBy ?? []).SelectMany(name => events[name])
            .Where(at => at > start && (end is null || at <= end)).Select(at => (Instant?)at).Max();
        return new ClockRun(restart ?? start, end, cancelled);
    }

    private static bool Required(ClockRule rule, ClockRun run, Instant? previousEnd, ILookup<string, Instant> events) =>
        rule.Requires is null || rule.Requires.SelectMany(name => events[name])
            .Any(at => (run.End is null || at <= run.End) && (previousEnd is null || at > previousEnd));

    private static Instant? First(IReadOnlyList<string> names, Instant from, ILookup<string, Instant> events) =>
        names.SelectMany(name => events[name]).Where(at => at >= from).Select(at => (Instant?)at).Min();
}
