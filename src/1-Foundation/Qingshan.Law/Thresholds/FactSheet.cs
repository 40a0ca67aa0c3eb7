namespace Qingshan.Law.Thresholds;

/// <summary>One entry of a map: its value, what to ask for where the value is open, and the figures that it follows from.</summary>
internal sealed record MapEntry(Interval Value, string? Ask = null, Interval? Measured = null, Interval? Limit = null);

/// <summary>Checked facts in the shapes that conditions read.</summary>
internal sealed class FactSheet(FactWords words)
{
    private static readonly Dictionary<string, MapEntry> Nothing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Interval> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, MapEntry>> _maps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, MapEntry>> _derived = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _flags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _choices = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withUnknownValue = new(StringComparer.Ordinal);

    public FactWords Words => words;

    /// <summary>The provincial lines and the day against which the facts are held.</summary>
    public ProvincialLines Lines { get; private set; } = ProvincialLines.None;

    /// <summary>The same facts held against other lines.</summary>
    public FactSheet At(ProvincialLines lines)
    {
        var sheet = (FactSheet)MemberwiseClone();
        sheet.Lines = lines;
        return sheet;
    }

    public Interval? Number(string fact) => _numbers.TryGetValue(fact, out var value) ? value : null;

    public IReadOnlyDictionary<string, MapEntry> Map(string fact) =>
        _derived.TryGetValue(fact, out var derived) ? derived : _maps.GetValueOrDefault(fact, Nothing);

    public IReadOnlySet<string>? List(string fact) => _lists.GetValueOrDefault(fact);

    public bool? Flag(string fact) => _flags.TryGetValue(fact, out var value) ? value : null;

    public string? Choice(string fact) => _choices.GetValueOrDefault(fact);

    public bool HasUnknownValue(string fact) => _withUnknownValue.Contains(fact);

    /// <summary>Names of what is given, an entry of a map as "name.entry".</summary>
    public IEnumerable<string> Given =>
        [.. _numbers.Keys, .. _lists.Keys, .. _flags.Keys, .. _choices.Keys, .. _maps.SelectMany(map => map.Value.Keys.Select(entry => $"{map.Key}.{entry}"))];

    public void Set(string fact, Interval value) => _numbers[fact] = value;

    public void Set(string fact, string entry, MapEntry value)
    {
        if (!_maps.TryGetValue(fact, out var map))
            _maps[fact] = map = new Dictionary<string, MapEntry>(StringComparer.Ordinal);
        map[entry] = value;
    }

    public void Set(string fact, IEnumerable<string> codes, bool someUnknown)
    {
        _lists[fact] = codes.ToHashSet(StringComparer.Ordinal);
        if (someUnknown)
            _withUnknownValue.Add(fact);
    }

    public void Set(string fact, bool value) => _flags[fact] = value;

    public void Set(string fact, string code) => _choices[fact] = code;

    /// <summary>These facts, and the others where these are silent.</summary>
    public FactSheet FilledBy(FactSheet other, IEnumerable<FactDefinition> definitions)
    {
        var filled = new FactSheet(words);
        foreach (var sheet in new[] { other, this })
            sheet.CopyTo(filled);
        filled.Derive(definitions);
        return filled;
    }

    /// <summary>Fills every derived map from the two that it follows from: (measured − limit) / limit, exact in decimal.</summary>
    public void Derive(IEnumerable<FactDefinition> definitions)
    {
        foreach (var definition in definitions.Where(definition => definition.Derived is not null))
        {
            var limits = Map(definition.Derived!.Limit);
            var entries = new Dictionary<string, MapEntry>(Map(definition.Name), StringComparer.Ordinal);
            foreach (var (entry, measured) in Map(definition.Derived.Measured))
                entries[entry] = Derive(definition, entry, entries.GetValueOrDefault(entry), measured.Value, limits.TryGetValue(entry, out var limit) ? limit.Value : null);
            _derived[definition.Name] = entries;
        }
    }

    private static MapEntry Derive(FactDefinition definition, string entry, MapEntry? given, Interval measured, Interval? limit)
    {
        if (limit is not { } line)
            return given ?? new MapEntry(new Interval(definition.Minimum, null), $"{definition.Derived!.Limit}.{entry}", measured);
        var times = new Interval(
            line.Max is null ? definition.Minimum : (measured.Min - line.Max) / line.Max,
            (measured.Max - line.Min) / line.Min);
        return new MapEntry(given is null ? times : Interval.Hull(given.Value, times), $"{definition.Derived!.Measured}.{entry}", measured, line);
    }

    private void CopyTo(FactSheet target)
    {
        foreach (var (fact, value) in _numbers)
            target.Set(fact, value);
        foreach (var (fact, map) in _maps)
            foreach (var (entry, value) in map)
                target.Set(fact, entry, value);
        foreach (var (fact, codes) in _lists)
            target.Set(fact, codes, _withUnknownValue.Contains(fact));
        foreach (var (fact, value) in _flags)
            target.Set(fact, value);
        foreach (var (fact, code) in _choices)
            target.Set(fact, code);
    }
}
