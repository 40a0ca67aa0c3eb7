using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Signals.Signals;

namespace Qingshan.Signals.Zones;

/// <summary>One fix as the detector needs it.</summary>
/// <param name="At">Event time.</param>
/// <param name="Closed">Inside the zone, at a time and with gear for which the zone may forbid fishing.</param>
/// <param name="Speed">0.1 kn; 1023 not available.</param>
/// <param name="Frame">Archive position of its sentence.</param>
public sealed record WatchedFix(Instant At, bool Closed, int Speed, int Longitude, int Latitude, string Frame);

/// <summary>What the detector says after a fix.</summary>
/// <param name="Signal">Key of the signal that the event has, from its first statement on.</param>
/// <param name="Begins">True for the first statement about this event.</param>
public sealed record ZoneFinding(string Signal, Passage Passage, bool Begins);

/// <summary>
/// Watches one vessel in one zone. A pure step function: the state is a value, and the same fixes give the same findings, so a crash is mended by reading
/// them again.
/// </summary>
public sealed record ZoneWatch(int Mmsi, string Zone)
{
    /// <summary>The stay being followed; null when the vessel does not work inside.</summary>
    public Passage? Event { get; init; }

    /// <summary>Key of the signal by which it was stated; empty until then. Late data may move the start, not the key.</summary>
    public string Signal { get; init; } = "";

    public bool Stated => Signal.Length > 0;

    /// <summary>True when it was stated as ended because nothing came any more.</summary>
    public bool Over { get; init; }

    /// <summary>Event time up to which it was stated.</summary>
    public Instant StatedTo { get; init; }

    /// <summary>Time at work inside, pauses left out.</summary>
    public Duration Worked { get; init; }

    /// <summary>Fixes in a row that were not closed.</summary>
    public int Outside { get; init; }

    /// <summary>Event time of the newest fix seen.</summary>
    public Instant Newest { get; init; }

    /// <summary>When the newest fix was received.</summary>
    public Instant Heard { get; init; }

    /// <summary>Takes one fix, in order of event time; returns the next state and at most two findings (an old event ends, a new one begins).</summary>
    public (ZoneWatch Next, IReadOnlyList<ZoneFinding> Findings) Step(ZoneRule rule, WatchedFix fix)
    {
        if (fix.At - Newest < rule.Closest)
            return (this, []);
        var findings = new List<ZoneFinding>(2);
        var state = Event is { } running && fix.At - running.LastAt > rule.Gap ? End(findings) : this;
        if (!fix.Closed)
            state = state.Left(rule, findings);
        else if (rule.IsWork(fix.Speed))
            state = state.Work(rule, fix, findings);
        return (state with { Newest = fix.At }, findings);
    }

    /// <summary>Looks at the clock instead of a fix: says that a stated event is over when nothing was received for longer than the gap.</summary>
    public (ZoneWatch Next, IReadOnlyList<ZoneFinding> Findings) Silent(ZoneRule rule, Instant now) =>
        Stated && !Over && now - Heard > rule.Gap ? (this with { Over = true }, [new ZoneFinding(Signal, Event! with { Ended = true }, Begins: false)]) : (this, []);

    private ZoneWatch Work(ZoneRule rule, WatchedFix fix, List<ZoneFinding> findings)
    {
        // A pause in which no fix was at work, such as the hauling of the net, is not counted as work.
        var worked = Event is null ? Duration.Zero : Worked + (Newest == Event.LastAt ? fix.At - Event.LastAt : Duration.Zero);
        var passage = Extend(fix, worked);
        var next = this with { Event = passage, Worked = worked, Outside = 0 };
        var due = !Stated || Over || passage.LastAt - StatedTo >= rule.AmendEvery;
        if (worked < rule.Dwell || passage.Fixes < rule.MinFixes || !due)
            return next;
        var signal = Stated ? Signal : SignalIdentity.Of(rule.Id, Mmsi.ToString(System.Globalization.CultureInfo.InvariantCulture), Zone, passage.StartedAt);
        findings.Add(new ZoneFinding(signal, passage, !Stated));
        return next with { Signal = signal, Over = false, StatedTo = passage.LastAt };
    }

    private Passage Extend(WatchedFix fix, Duration worked)
    {
        var speed = new Quantity(fix.Speed / 10m, "kn");
        return Event is null
            ? new(fix.At, fix.At, speed, speed, 1, 0, false, fix.Longitude, fix.Latitude, fix.Frame, fix.Frame)
            : Event with
            {
                LastAt = fix.At,
                Slowest = speed.Value < Event.Slowest.Value ? speed : Event.Slowest,
                Fastest = speed.Value > Event.Fastest.Value ? speed : Event.Fastest,
                Fixes = Event.Fixes + 1,
                Minutes = (int)worked.TotalMinutes,
                LastFrame = fix.Frame,
            };
    }

    private ZoneWatch Left(ZoneRule rule, List<ZoneFinding> findings)
    {
        if (Event is null)
            return this;
        return Outside + 1 >= rule.LeaveFixes ? End(findings) : this with { Outside = Outside + 1 };
    }

    private ZoneWatch End(List<ZoneFinding> findings)
    {
        if (Stated)
            findings.Add(new ZoneFinding(Signal, Event! with { Ended = true }, Begins: false));
        return new ZoneWatch(Mmsi, Zone) { Newest = Newest, Heard = Heard };
    }
}
