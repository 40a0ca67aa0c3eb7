using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Record.Entries;

namespace Qingshan.Signals.Signals;

/// <summary>Where a signal stands.</summary>
public enum SignalState
{
    Open,
    Confirmed,
    Dismissed,
    Withdrawn,
}

/// <summary>A signal: one event that a rule found, and what people decided about it.</summary>
public sealed record Signal : IFold<Signal>, IHasSubject
{
    public const string Kind = "signal";

    public static Signal Empty { get; } = new();

    public StreamId Stream { get; init; }

    public long Version { get; init; }

    public SignalState State { get; init; }

    /// <summary>What an exceedance was raised by; null for a signal of another kind.</summary>
    public SignalRaised? Raised { get; init; }

    /// <summary>What a stay in a closed zone was raised by; null for a signal of another kind.</summary>
    public ZoneSignalRaised? Zone { get; init; }

    /// <summary>The stay in the zone, as last amended.</summary>
    public Passage? Passage { get; init; }

    /// <summary>What every kind of signal says; null before it was raised.</summary>
    public SignalHead? Head => Raised is { } r ? new(r.Rule, r.RuleVersion, r.Division, r.Authentication, r.LegalBasis, r.LookNext, Measured!.StartedAt, Measured.LastAt, Measured.Ended)
        : Zone is { } z ? new(z.Rule, z.RuleVersion, z.Division, z.Authentication, z.LegalBasis, z.LookNext, Passage!.StartedAt, Passage.LastAt, Passage.Ended)
        : null;

    /// <summary>What was measured, as last amended.</summary>
    public Measured? Measured { get; init; }

    public Instant RaisedAt { get; init; }

    public bool AmendedLate { get; init; }

    public string DecisionNote { get; init; } = "";

    public IReadOnlyList<(StreamId Task, string Agency)> Tasks { get; init; } = [];

    public StreamId? Case { get; init; }

    /// <summary>Agencies that work on it: they see it whole.</summary>
    public IReadOnlyList<string> Involved { get; init; } = [];

    public string Lead { get; init; } = "";

    /// <summary>Times over the limit: (peak − limit) / limit, rounded down to one decimal so that it never overstates.</summary>
    public decimal TimesOver => Raised is null || Measured is null || Raised.Limit.Value == 0
        ? 0
        : decimal.Floor((Measured.Peak.Value - Raised.Limit.Value) / Raised.Limit.Value * 10) / 10;

    public Subject Subject => new(Stream, "open", Lead, Head?.Division ?? "") { Joint = [.. Involved] };

    public Signal Apply(Entry entry) => (this with { Stream = entry.Stream, Version = entry.Version }).With(entry);

    private Signal With(Entry entry) => entry.Body switch
    {
        SignalRaised raised => this with { Raised = raised, Measured = raised.Measured, RaisedAt = entry.RecordedAt, Lead = raised.Owner },
        ZoneSignalRaised raised => this with { Zone = raised, Passage = raised.Passage, RaisedAt = entry.RecordedAt, Lead = raised.Owner },
        ZoneSignalAmended amended => this with { Passage = amended.Passage, AmendedLate = AmendedLate || amended.Late, State = State == SignalState.Withdrawn ? SignalState.Open : State },
        SignalAmended amended => this with { Measured = amended.Measured, AmendedLate = AmendedLate || amended.Late, State = State == SignalState.Withdrawn ? SignalState.Open : State },
        SignalWithdrawn withdrawn => this with { State = SignalState.Withdrawn, DecisionNote = withdrawn.Why },
        SignalConfirmed confirmed => this with { State = SignalState.Confirmed, DecisionNote = confirmed.Note },
        SignalDismissed dismissed => this with { State = SignalState.Dismissed, DecisionNote = dismissed.Reason },
        SignalTaskSent sent => this with { Tasks = [.. Tasks, (sent.Task, sent.Agency)], Involved = Involve(sent.Agency) },
        SignalCaseOpened opened => this with { Case = opened.Case, Involved = Involve(opened.Agency) },
        _ => this,
    };

    private List<string> Involve(string agency) => [.. Involved.Where(known => known != agency), agency];
}

/// <summary>What signals of every kind have in common.</summary>
/// <param name="StartedAt">Event time at which it began.</param>
/// <param name="LastAt">Event time of the last thing known.</param>
public sealed record SignalHead(
    string Rule, string RuleVersion, string Division, Bilingual Authentication, IReadOnlyList<Bilingual> LegalBasis, IReadOnlyList<Bilingual> LookNext,
    Instant StartedAt, Instant LastAt, bool Ended);
