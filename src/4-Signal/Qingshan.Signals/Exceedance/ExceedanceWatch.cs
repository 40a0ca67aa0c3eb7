using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Signals.Signals;

namespace Qingshan.Signals.Exceedance;

/// <summary>One reading as the detector needs it.</summary>
/// <param name="At">Event time (DataTime).</param>
/// <param name="Mark">Data mark of HJ 212; empty when the sender gave none.</param>
/// <param name="Frame">Archive position of the frame it came in.</param>
public sealed record WatchedReading(Instant At, decimal Value, string Mark, string Frame);

/// <summary>What the detector says after a reading.</summary>
/// <param name="Signal">Key of the signal that the event has, from its first statement on.</param>
/// <param name="Begins">True for the first statement about this event.</param>
public sealed record Finding(string Signal, Measured Measured, bool Begins);

/// <summary>
/// Watches one factor at one outlet. A pure step function: the state is a value, and the same readings give the same findings, so a crash is
/// mended by reading them again.
/// </summary>
/// <param name="Station">The device that reports it (MN).</param>
public sealed record ExceedanceWatch(string Station, string Factor, string Unit)
{
    /// <summary>The event being followed; null when the readings are below the limit.</summary>
    public Measured? Event { get; init; }

    /// <summary>
    /// Key of the signal by which the event was stated, derived from its start at that time; empty until then. Late data may move the start, not the key:
    /// derived anew, it would raise the same event twice.
    /// </summary>
    public string Signal { get; init; } = "";

    /// <summary>True once the event was stated.</summary>
    public bool Stated => Signal.Length > 0;

    /// <summary>True when the event was stated as ended because nothing came any more. A reading within the gap takes it up again.</summary>
    public bool Over { get; init; }

    /// <summary>Event time up to which it was stated.</summary>
    public Instant StatedTo { get; init; }

    /// <summary>Highest value stated so far.</summary>
    public decimal StatedPeak { get; init; }

    /// <summary>Readings in a row at or below the limit.</summary>
    public int Clear { get; init; }

    /// <summary>Event time of the newest reading seen.</summary>
    public Instant Newest { get; init; }

    /// <summary>When the newest measurement was received.</summary>
    public Instant Heard { get; init; }

    /// <summary>Takes one reading, in order of event time; returns the next state and at most two findings (an old event ends, a new one begins).</summary>
    public (ExceedanceWatch Next, IReadOnlyList<Finding> Findings) Step(ExceedanceRule rule, decimal limit, WatchedReading reading)
    {
        if (rule.Excludes(reading.Mark))
            return (this, []);
        var findings = new List<Finding>(2);
        var state = Event is not null && reading.At - Newest > rule.Gap ? End(findings) : this;
        state = reading.Value > limit ? state.Above(rule, reading, findings) : state.Below(rule, findings);
        return (state with { Newest = Instant.Max(reading.At, Newest) }, findings);
    }

    /// <summary>
    /// Looks at the clock instead of a reading: says that a stated event is over when nothing was received for longer than the gap. It counts from receipt,
    /// because old readings that are still coming in are no silence. Which readings belong to the event is left to their own times.
    /// </summary>
    public (ExceedanceWatch Next, IReadOnlyList<Finding> Findings) Silent(ExceedanceRule rule, Instant now) =>
        Stated && !Over && now - Heard > rule.Gap ? (this with { Over = true }, [new Finding(Signal, Event! with { Ended = true }, Begins: false)]) : (this, []);

    private ExceedanceWatch Above(ExceedanceRule rule, WatchedReading reading, List<Finding> findings)
    {
        var next = this with { Event = Extend(reading), Clear = 0 };
        var measured = next.Event!;
        var due = !Stated || Over || measured.Peak.Value >= StatedPeak * rule.PeakStep || measured.LastAt - StatedTo >= rule.AmendEvery;
        if (measured.Readings < rule.MinReadings || !due)
            return next;
        var signal = Stated ? Signal : SignalIdentity.Of(rule.Id, Station, Factor, measured.StartedAt);
        findings.Add(new Finding(signal, measured, !Stated));
        return next with { Signal = signal, Over = false, StatedTo = measured.LastAt, StatedPeak = measured.Peak.Value };
    }

    private Measured Extend(WatchedReading reading)
    {
        var value = new Quantity(reading.Value, Unit);
        return Event is null
            ? new(reading.At, reading.At, value, value, 1, false, reading.Frame, reading.Frame)
            : Event with
            {
                LastAt = reading.At,
                Lowest = reading.Value < Event.Lowest.Value ? value : Event.Lowest,
                Peak = reading.Value > Event.Peak.Value ? value : Event.Peak,
                Readings = Event.Readings + 1,
                LastFrame = reading.Frame,
            };
    }

    private ExceedanceWatch Below(ExceedanceRule rule, List<Finding> findings)
    {
        if (Event is null)
            return this;
        return Clear + 1 >= rule.ClearReadings ? End(findings) : this with { Clear = Clear + 1 };
    }

    private ExceedanceWatch End(List<Finding> findings)
    {
        if (Stated)
            findings.Add(new Finding(Signal, Event! with { Ended = true }, Begins: false));
        return new ExceedanceWatch(Station, Factor, Unit) { Newest = Newest, Heard = Heard };
    }
}
