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
/// <param name="Begins">True for the first statement about this event.</param>
public sealed record Finding(Measured Measured, bool Begins);

/// <summary>
/// Watches one factor at one outlet. A pure step function: the state is a value, and the same readings give the same findings, so a crash is
/// mended by reading them again.
/// </summary>
public sealed record ExceedanceWatch(string Unit)
{
    /// <summary>The event being followed; null when the readings are below the limit.</summary>
    public Measured? Event { get; init; }

    /// <summary>True once the event was stated.</summary>
    public bool Stated { get; init; }

    /// <summary>Event time up to which it was stated.</summary>
    public Instant StatedTo { get; init; }

    /// <summary>Highest value stated so far.</summary>
    public decimal StatedPeak { get; init; }

    /// <summary>Readings in a row at or below the limit.</summary>
    public int Clear { get; init; }

    /// <summary>Event time of the newest reading seen.</summary>
    public Instant Newest { get; init; }

    /// <summary>Takes one reading, in order of event time; returns the next state and at most two findings (an old event ends, a new one begins).</summary>
    public (ExceedanceWatch Next, IReadOnlyList<Finding> Findings) Step(ExceedanceRule rule, decimal limit, WatchedReading reading)
    {
        if (reading.Mark.Length > 0 && rule.ExcludedMarks.Contains(reading.Mark, StringComparison.Ordinal))
            return (this, []);
        var findings = new List<Finding>(2);
        var state = Event is not null && reading.At - Newest > rule.Gap ? End(findings) : this;
        state = reading.Value > limit ? state.Above(rule, reading, findings) : state.Below(rule, findings);
        return (state with { Newest = Instant.Max(reading.At, Newest) }, findings);
    }

    private ExceedanceWatch Above(ExceedanceRule rule, WatchedReading reading, List<Finding> findings)
    {
        var next = this with { Event = Extend(reading), Clear = 0 };
        var measured = next.Event!;
        var due = !next.Stated || measured.Peak.Value >= StatedPeak * rule.PeakStep || measured.LastAt - next.StatedTo >= rule.AmendEvery;
        if (measured.Readings < rule.MinReadings || !due)
            return next;
        findings.Add(new Finding(measured, !next.Stated));
        return next with { Stated = true, StatedTo = measured.LastAt, StatedPeak = measured.Peak.Value };
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
            findings.Add(new Finding(Event! with { Ended = true }, Begins: false));
        return new ExceedanceWatch(Unit) { Newest = Newest };
    }
}
