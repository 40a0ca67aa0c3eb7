using NodaTime;
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
    private readonly Dictionary<string, HashSet<string>> _read;
    private readonly Dictionary<string, Band> _bands;

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
        Bands = BookFiles.Read<IReadOnlyList<Band>>("thresholds/bands.json");
        ThresholdTexts = [.. BookFiles.ReadFolder<ThresholdText>("thresholds/texts").Select(text => text.Resolved()).OrderBy(text => text.ValidFrom)];
        Cautions = [.. BookFiles.ReadFolder<IReadOnlyList<CautionRow>>("thresholds/cautions").SelectMany(rows => rows)];
        TransferDocuments = BookFiles.Read<DocumentChecklist>("documents.json");
        Sources = BookFiles.Read<IReadOnlyList<Source>>("sources.json");
        _facts = Facts.ToDictionary(fact => fact.Name, StringComparer.Ordinal);
        _counting = CountingRules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        _reasons = BookFiles.Read<IReadOnlyList<Reason>>("reasons.json").ToDictionary(reason => reason.Code, StringComparer.Ordinal);
        _eventNames = Events.Select(name => name.Name).ToHashSet(StringComparer.Ordinal);
        Words = new FactWords(_facts);
        Implications = [.. Facts.Where(fact => fact.Implies is not null).Select(fact => (fact.Name, fact.Implies!))];
        _bands = Bands.ToDictionary(band => band.Id, StringComparer.Ordinal);
        _read = Offences.ToDictionary(
            offence => offence.Article,
            offence => Conditions(offence).SelectMany(condition => condition.Reads).SelectMany(Words.Sources).Select(FactWords.Fact).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
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

    /// <summary>National bands within which the provinces draw their lines.</summary>
    public IReadOnlyList<Band> Bands { get; }

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

    /// <summary>The bands within which a province draws a line of the row; none where its figures are the same everywhere.</summary>
    public IReadOnlyList<Band> BandsOf(ThresholdRow row) => [.. row.When.Bands.Distinct().Select(Band)];

    /// <summary>The fact of that name; null where the vocabulary has none.</summary>
    public FactDefinition? Fact(string name) => _facts.GetValueOrDefault(name);

    /// <summary>The charge of that Chinese name in both languages; null where there is none.</summary>
    public Bilingual? Charge(string zh) => Offences.SelectMany(offence => (offence.Branches ?? []).Select(offence.As).Prepend(offence))
        .Where(offence => offence.Zh == zh).Select(offence => new Bilingual(offence.Zh, offence.En)).FirstOrDefault();

    /// <summary>True where the name is one of <see cref="Events"/>.</summary>
    public bool KnowsEvent(string name) => _eventNames.Contains(name);

    internal IReadOnlyList<ThresholdText> Texts(string offence) => [.. ThresholdTexts.Where(text => text.Offence == offence)];

    /// <summary>Flags that are yes wherever another one is.</summary>
    internal IReadOnlyList<(string Name, string Implied)> Implications { get; }

    internal Band Band(string id) => _bands[id];

    internal ProvincialLines LinesOf(string? province, LocalDate day) => new(this, province, day);

    /// <summary>True where a row, a caution or the choice of a branch of the offence reads the fact.</summary>
    internal bool Reads(Offence offence, string fact) => _read[offence.Article].Contains(fact);

    internal CountingRule CountingRule(string id) => _counting[id];

    internal Refusal Refuse(string where, string reason) => new(where, reason, new Bilingual(_reasons[reason].Zh, _reasons[reason].En));

    private IEnumerable<Condition> Conditions(Offence offence) =>
    [
        .. (offence.Branches ?? []).Select(branch => branch.When), .. Texts(offence.Article).SelectMany(text => text.Rows).Select(row => row.When),
        .. Cautions.Where(row => row.Offence == offence.Article).SelectMany(row => new[] { row.When, row.Unless }).OfType<Condition>(),
    ];

    private sealed record Edition(string Name, string Zh, string En);

    private sealed record Reason(string Code, string Zh, string En);
}
