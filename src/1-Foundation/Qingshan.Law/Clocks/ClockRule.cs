using NodaTime;

namespace Qingshan.Law.Clocks;

/// <summary>One statutory clock as a row of the book. Event names are those of <see cref="StatuteBook.Events"/>.</summary>
/// <param name="Id">K01 and so on.</param>
/// <param name="Starts">Any of these starts the clock, each its own run.</param>
/// <param name="Stops">The first of these ends it as met.</param>
/// <param name="CancelledBy">The first of these ends it as no longer needed.</param>
/// <param name="Periods">The first ones without an extension are alternatives of equal rank; the strictest counts.</param>
/// <param name="Also">Further sources that state the same clock.</param>
/// <param name="Requires">The clock exists only where one of these has happened; its start stays what <paramref name="Starts"/> says.</param>
/// <param name="RestartedBy">Each of these starts the count anew within a run.</param>
/// <param name="UnlessBefore">A start after one of these starts nothing: it belongs to another procedure.</param>
/// <param name="Optional">A power and not a duty: once its time is over it is no longer needed, never overdue.</param>
/// <param name="Outside">Time that is not counted.</param>
public sealed record ClockRule(
    string Id, string Source, string Article, LocalDate? ValidFrom, LocalDate? ValidTo, string Confidence, DutyHolder DutyHolder, string Action,
    string Zh, string En, IReadOnlyList<string> Starts, IReadOnlyList<string> Stops, IReadOnlyList<string> CancelledBy,
    IReadOnlyList<ClockPeriod> Periods, IReadOnlyList<Citation> Also, IReadOnlyList<string>? Requires = null, IReadOnlyList<string>? RestartedBy = null,
    IReadOnlyList<string>? UnlessBefore = null, bool Optional = false, IReadOnlyList<OutsideTime>? Outside = null)
{
    /// <summary>The governing source first, then the others.</summary>
    public IReadOnlyList<Citation> Citations => [new(Source, Article, ValidFrom, ValidTo, Confidence), .. Also];
}

/// <summary>Who carries the duty; the code is stable.</summary>
public sealed record DutyHolder(string Code, string Zh, string En);

/// <summary>One length of a clock with the source that sets it.</summary>
/// <param name="Counting">Id of the counting rule of the source.</param>
/// <param name="ExtendedBy">The event that must be recorded, before the shorter period is over, for this length to apply.</param>
public sealed record ClockPeriod(
    int Length, PeriodUnit Unit, string Counting, string Source, string Article, LocalDate? ValidFrom, LocalDate? ValidTo, string Confidence,
    string? ExtendedBy = null, string? Zh = null, string? En = null)
{
    public Citation Citation => new(Source, Article, ValidFrom, ValidTo, Confidence);
}

/// <summary>"Days" follow the source's counting rule; "immediately" has no figure in law and is read as the day itself.</summary>
public enum PeriodUnit
{
    Immediately,
    Hours,
    Days,
    WorkingDays,
    Months,
}
