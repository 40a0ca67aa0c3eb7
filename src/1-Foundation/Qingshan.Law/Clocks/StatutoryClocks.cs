using NodaTime;
using Qingshan.Law.Calendars;

namespace Qingshan.Law.Clocks;

/// <summary>Computes the statutory clocks of a case from its events. Pure: the same events, moment and book give the same answer.</summary>
public static class StatutoryClocks
{
    /// <summary>
    /// Every run of every clock, in order of rule and start. Events may come in any order and more than once; those after <paramref name="asOf"/>
    /// are not known yet. A clock whose condition has not arisen is not listed.
    /// </summary>
    public static IReadOnlyList<ClockResult> Evaluate(IEnumerable<ClockEvent> events, Instant asOf, StatuteBook book) =>
        Evaluate(events, asOf, book, book.Clocks);

    internal static IReadOnlyList<ClockResult> Evaluate(IEnumerable<ClockEvent> events, Instant asOf, StatuteBook book, IEnumerable<ClockRule> rules)
    {
        var known = Known(events, asOf);
        return [.. from rule in rules from run in ClockRun.Of(rule, known) let result = Result(rule, run, asOf, known, book) where result is not null select result];
    }

    private static ILookup<string, Instant> Known(IEnumerable<ClockEvent> events, Instant asOf)
    {
        var all = events.ToList();
        var corrected = all.Select(e => e.Corrects).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return all.Where(e => e.At <= asOf && (e.Id is null || !corrected.Contains(e.Id)))
            .Select(e => (e.Event, e.At)).Distinct().OrderBy(e => e.At).ToLookup(e => e.Event, e => e.At);
    }

    private static ClockResult? Result(ClockRule rule, ClockRun run, Instant asOf, ILookup<string, Instant> events, StatuteBook book)
    {
        var day = run.Start.InZone(WorkCalendar.Zone).Date;
        var outside = OutsideTime.Of(rule, run, asOf, events);
        var dues = rule.Periods.Where(period => period.Citation.InForceOn(day)).Select(period => DueTime.Of(period, run.Start, outside, book)).ToList();
        if (!dues.Any(due => due.Period.ExtendedBy is null))
            return null;
        var main = Governing(dues, run, events);
        var others = dues.Where(due => due != main).Select(due => new ClockAlternative(due.At, due.Period, due.Counting, due.Period.ExtendedBy)).ToList();
        var state = State(rule, main, run, asOf);
        var explanation = ClockExplanation.Of(rule, run, main, state, book);
        return new ClockResult(rule, run.Start, main.At, run.End, state, main.Period, main.Counting, others, explanation, main.LastDay?.BeyondKnownCalendars ?? false);
    }

    /// <summary>The strictest of the plain periods, or the last extension that was recorded while the period it extends was still open.</summary>
    private static DueTime Governing(List<DueTime> dues, ClockRun run, ILookup<string, Instant> events)
    {
        var main = dues.Where(due => due.Period.ExtendedBy is null).MinBy(due => due.Over)!;
        foreach (var extended in dues.Where(due => due.Period.ExtendedBy is not null).OrderBy(due => due.Over))
        {
            var inTime = events[extended.Period.ExtendedBy!].Any(at => at >= run.Start && at < main.Over && (run.End is null || at <= run.End));
            main = inTime ? extended : main;
        }

        return main;
    }

    private static ClockState State(ClockRule rule, DueTime due, ClockRun run, Instant asOf)
    {
        if (run.End is not { } end)
            return asOf < due.Over ? ClockState.Running : rule.Optional ? ClockState.NotNeeded : ClockState.Overdue;
        if (run.Cancelled)
            return end < due.Over || rule.Optional ? ClockState.NotNeeded : ClockState.Overdue;
        return end < due.Over ? ClockState.Met : ClockState.MetLate;
    }
}
