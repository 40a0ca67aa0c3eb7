using NodaTime;

namespace Qingshan.Law.Clocks;

/// <summary>Where a clock stands as of a moment.</summary>
public enum ClockState
{
    Running,
    Met,
    Overdue,
    MetLate,
    NotNeeded,
}

/// <summary>One run of one clock.</summary>
/// <param name="DueAt">Last moment in time: 23:59:59 local time of the last day, or the exact moment for hours.</param>
/// <param name="EndedAt">When it was met or cancelled; an overdue clock that was cancelled late keeps its state and has this set. Null where an optional clock ran out.</param>
/// <param name="Counting">"natural", "natural+roll", "working", "hours", "months", "months+roll" or "immediately".</param>
/// <param name="Alternatives">Other lengths: of sources that differ, or that an extension would bring or has replaced.</param>
/// <param name="BeyondKnownCalendars">The count touched a year without announced holidays, where only weekends were known.</param>
public sealed record ClockResult(
    ClockRule Rule, Instant StartedAt, Instant DueAt, Instant? EndedAt, ClockState State, ClockPeriod Period, string Counting,
    IReadOnlyList<ClockAlternative> Alternatives, Bilingual Explanation, bool BeyondKnownCalendars);

/// <summary>Another due moment. <paramref name="Needs"/> names the event without which it does not apply; null where it differs by source only.</summary>
public sealed record ClockAlternative(Instant DueAt, ClockPeriod Period, string Counting, string? Needs);
