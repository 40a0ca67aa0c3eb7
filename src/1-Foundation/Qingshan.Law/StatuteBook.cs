using Qingshan.Law.Calendars;
using Qingshan.Law.Clocks;
using Qingshan.Law.Documents;
using Qingshan.Law.Thresholds;

namespace Qingshan.Law;

/// <summary>The statute book: every clock, threshold, required document and holiday as a cited row. Immutable; load it once.</summary>
public sealed class StatuteBook
{
    private readonly Dictionary<string, FactDefinition> _facts;
    private readonly Dictionary<string, CountingRule> _counting;
    private readonly Dictionary<string, Reason> _reasons;
    private readonly HashSet<string> _eventNames;
    private readonly HashSet<string> _read;

    private StatuteBook()
    {
        Version = $"{BookFiles.Read<Edition>("book.json").Name}+{BookFiles.Digest()}";
        Years = [.. BookFiles.ReadFolder<CalendarYear>("calendars").OrderBy(year => year.Year)];
        Calendar = new WorkCalendar(Years);
        CountingRules = BookFiles.Read<IReadOnlyList<CountingRule>>("counting.json");
        Events = BookFiles.Read<IReadOnlyList<EventName>>("clocks/events.json");
        Clocks = [.. BookFiles.ReadFolder<IReadOnlyList<ClockRule>>("clocks/rules").SelectMany(rules => rules).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        Facts = BookFiles.Read<IReadOnlyList<FactDefinition>>("facts.json");
        Offences = BookFiles.Read<IReadOnlyList<Offence>>("thresholds/offences.json");
        ThresholdTexts = [.. BookFiles.ReadFolder<ThresholdText>("thresholds/texts").Select(text => text.Resolved()).OrderBy(text => text.ValidFrom)];
        Cautions = [.. BookFiles.ReadFolder<IReadOnlyList<CautionRow>>("thresholds/cautions").SelectMany(rows => rows)];
        TransferDocuments = BookFiles.Read<DocumentChecklist>("documents.json");
        Sources = BookFiles.Read<IReadOnlyList<Source>>("sources.json");
        _facts = Facts.ToDictionary(fact => fact.Name, StringComparer.Ordinal);
        _counting = CountingRules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        _reasons = BookFiles.Read<IReadOnlyList<Reason>>("reasons.json").ToDictionary(reason => reason.Code, StringComparer.Ordinal);
        _eventNames = Events.Select(name => name.Name).ToHashSet(StringComparer.Ordinal);
        Words = new FactWords(_facts);
        _read = Conditions().SelectMany(condition => condition.Reads).SelectMany(Words.Sources).Select(FactWords.Fact).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Edition and digest of the data: "2026-11-22+" and twelve hex digits.</summary>
    public string Version { get; }

    public WorkCalendar Calendar { get; }

    /// <summary>The years whose holidays were announced, oldest first.</summary>
    public IReadOnlyList<CalendarYear> Years { get; }

    /// <summary>Every source that a row cites, with its titles.</summary>
    public IReadOnlyList<Source> Sources { get; }

    public IReadOnlyList<CountingRule> CountingRules { get; }

    public IReadOnlyList<EventName> Events { get; }

    public IReadOnlyList<ClockRule> Clocks { get; }

    public IReadOnlyList<FactDefinition> Facts { get; }

    public IReadOnlyList<Offence> Offences { get; }

    /// <summary>Interpretations in order of time, with definitions put in place.</summary>
    public IReadOnlyList<ThresholdText> ThresholdTexts { get; }

    public IReadOnlyList<CautionRow> Cautions { get; }

    /// <summary>What a criminal transfer must carry.</summary>
    public DocumentChecklist TransferDocuments { get; }

    internal FactWords Words { get; }

    /// <summary>Reads the embedded book.</summary>
    public static StatuteBook Load() => new();

    /// <summary>The source as a row cites it.</summary>
    public Source Source(string id) => Sources.First(source => source.Id == id);

    /// <summary>The clock of that id, such as "K06"; K23 has one for each of its actions. Empty where there is none.</summary>
    public IReadOnlyList<ClockRule> ClocksOf(string id) => [.. Clocks.Where(rule => rule.Id == id)];

    /// <summary>The threshold row of that id, such as "PE-C03"; null where there is none.</summary>
    public ThresholdRow? Row(string id) => ThresholdTexts.SelectMany(text => text.Rows).FirstOrDefault(row => row.Id == id);

    /// <summary>The fact of that name; null where the vocabulary has none.</summary>
    public FactDefinition? Fact(string name) => _facts.GetValueOrDefault(name);

    /// <summary>True where the name is one of <see cref="Events"/>.</summary>
    public bool KnowsEvent(string name) => _eventNames.Contains(name);

    internal IReadOnlyList<ThresholdText> Texts(string offence) => [.. ThresholdTexts.Where(text => text.Offence == offence)];

    internal bool IsRead(string fact) => _read.Contains(fact);

    internal CountingRule CountingRule(string id) => _counting[id];

    internal Refusal Refuse(string where, string reason) => new(where, reason, new Bilingual(_reasons[reason].Zh, _reasons[reason].En));

    private IEnumerable<Condition> Conditions() =>
        ThresholdTexts.SelectMany(text => text.Rows).Select(row => row.When).Concat(Cautions.SelectMany(row => new[] { row.When, row.Unless }).OfType<Condition>());

    private sealed record Edition(string Name, string Zh, string En);

    private sealed record Reason(string Code, string Zh, string En);
}
