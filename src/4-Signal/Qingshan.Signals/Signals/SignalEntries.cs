using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.Signals.Signals;

/// <summary>A detector found an event. The signal's key is derived from rule, object and start, so the same event is found once however often it is looked for.</summary>
/// <param name="Rule">Rule id: <c>EX-01</c>.</param>
/// <param name="Owner">The agency whose duty officer decides: the joint centre of the place.</param>
/// <param name="LimitBasis">The standard or permit clause that sets the limit.</param>
/// <param name="Authentication">How the source was authenticated.</param>
/// <param name="LegalBasis">Articles that make the event worth a look; never a finding of guilt.</param>
/// <param name="LookNext">What to look at next.</param>
[EntryType("signal.raised")]
public sealed record SignalRaised(
    string Rule, string RuleVersion, string Owner, string Enterprise, string Outlet, string Station, string Factor, string Division, Measured Measured,
    Quantity Limit, string LimitBasis, Bilingual Authentication, IReadOnlyList<Bilingual> LegalBasis, IReadOnlyList<Bilingual> LookNext) : EntryBody;

/// <summary>What was measured, as far as it is known.</summary>
/// <param name="StartedAt">First reading above the limit.</param>
/// <param name="LastAt">Last reading above the limit.</param>
/// <param name="Lowest">Lowest reading above the limit.</param>
/// <param name="Peak">Highest reading.</param>
/// <param name="Readings">Number of readings above the limit.</param>
/// <param name="Ended">True when the readings came back or stopped.</param>
/// <param name="FirstFrame">Archive position of the first frame (<c>segment:offset</c>).</param>
/// <param name="LastFrame">Archive position of the last frame.</param>
public sealed record Measured(Instant StartedAt, Instant LastAt, Quantity Lowest, Quantity Peak, int Readings, bool Ended, string FirstFrame, string LastFrame);

/// <summary>The event went on, ended, or late data changed it; a signal that had been withdrawn is open again.</summary>
/// <param name="Late">True when data that arrived late changed what had been said.</param>
[EntryType("signal.amended")]
public sealed record SignalAmended(Measured Measured, bool Late) : EntryBody;

/// <summary>Late data showed that there was no event.</summary>
[EntryType("signal.withdrawn")]
public sealed record SignalWithdrawn(string Why) : EntryBody;

/// <summary>A person looked and found it worth acting on.</summary>
[EntryType("signal.confirmed")]
public sealed record SignalConfirmed(string Note) : EntryBody;

/// <summary>A person looked and found nothing to act on.</summary>
/// <param name="Verdict">False alarm, or known already.</param>
[EntryType("signal.dismissed")]
public sealed record SignalDismissed(DismissalVerdict Verdict, string Reason) : EntryBody;

/// <summary>A task was sent to an agency because of it.</summary>
[EntryType("signal.task-sent")]
public sealed record SignalTaskSent(StreamId Task, string Agency) : EntryBody;

/// <summary>A case was opened from it.</summary>
[EntryType("signal.case-opened")]
public sealed record SignalCaseOpened(StreamId Case, string Agency) : EntryBody;

/// <summary>Why a signal is laid aside.</summary>
public enum DismissalVerdict
{
    False,
    Known,
}
