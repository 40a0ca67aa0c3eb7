namespace Qingshan.Law.Thresholds;

/// <summary>Facts after the check: the sheet, what was refused, and the names and values that the book does not know.</summary>
internal sealed record CheckedFacts(FactSheet Sheet, IReadOnlyList<Refusal> Refused, IReadOnlyList<Refusal> Unknown);

/// <summary>Checks given facts against the vocabulary. Nothing is dropped silently.</summary>
internal sealed class FactReader(StatuteBook book)
{
    private readonly FactSheet _sheet = new(book.Words);
    private readonly List<Refusal> _refused = [];
    private readonly List<Refusal> _unknown = [];
    private readonly Dictionary<string, (decimal? Value, decimal? Min, decimal? Max)> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Fact, string Entry), (decimal? Value, decimal? Min, decimal? Max)> _entries = [];

    public static CheckedFacts Read(FactSet facts, StatuteBook book)
    {
        var reader = new FactReader(book);
        foreach (var (name, input) in facts.Inputs)
            reader.Take(name, input);
        reader.SetNumbers();
        reader.Imply();
        if (reader._refused.Count == 0)
            reader._sheet.Derive(book.Facts);
        return new CheckedFacts(reader._sheet, reader._refused, reader._unknown);
    }

    private void Take(string name, FactInput input)
    {
        var (definition, end) = Find(name);
        if (definition is null)
            _unknown.Add(book.Refuse(name, "fact_unknown"));
        else if (input is MalformedInput malformed)
            _refused.Add(book.Refuse(malformed.Entry is null ? name : $"{name}.{malformed.Entry}", malformed.Reason));
        else
            Take(definition, name, end, input);
    }

    /// <summary>A name, or a name with _min or _max where the fact is a number.</summary>
    private (FactDefinition? Definition, string End) Find(string name)
    {
        if (book.Fact(name) is { } exact)
            return (exact, "");
        if (!name.EndsWith("_min", StringComparison.Ordinal) && !name.EndsWith("_max", StringComparison.Ordinal))
            return (null, "");
        var bounded = book.Fact(name[..^4]);
        return bounded?.Kind is FactKind.Number or FactKind.Count or FactKind.Map ? (bounded, name[^4..]) : (null, "");
    }

    private void Take(FactDefinition definition, string name, string end, FactInput input)
    {
        switch (definition.Kind, input)
        {
            case (FactKind.Number or FactKind.Count, NumberInput number):
                if (Check(definition, name, number.Value))
                    _numbers[definition.Name] = Put(_numbers.GetValueOrDefault(definition.Name), end, number.Value);
                break;
            case (FactKind.Map, MapInput map):
                TakeEntries(definition, name, end, map);
                break;
            case (FactKind.List, ListInput list):
                TakeList(definition, name, list);
                break;
            case (FactKind.Flag, FlagInput flag):
                _sheet.Set(definition.Name, flag.Value);
                break;
            case (FactKind.Choice, TextInput text):
                TakeChoice(definition, name, text);
                break;
            case (FactKind.Objects, ObjectsInput or ListInput { Values.Count: 0 }):
                break;
            default:
                _refused.Add(book.Refuse(name, ReasonFor(definition.Kind)));
                break;
        }
    }

    private void TakeEntries(FactDefinition definition, string name, string end, MapInput map)
    {
        foreach (var (entry, value) in map.Entries)
        {
            if (!Knows(definition, entry))
                _unknown.Add(book.Refuse($"{name}.{entry}", "value_unknown"));
            else if (Check(definition, $"{name}.{entry}", value))
                _entries[(definition.Name, entry)] = Put(_entries.GetValueOrDefault((definition.Name, entry)), end, value);
        }
    }

    private void TakeList(FactDefinition definition, string name, ListInput list)
    {
        var unknown = list.Values.Where(code => !Knows(definition, code)).ToList();
        _unknown.AddRange(unknown.Select(code => book.Refuse($"{name}={code}", "value_unknown")));
        _sheet.Set(definition.Name, list.Values.Except(unknown), unknown.Count > 0);
    }

    private void TakeChoice(FactDefinition definition, string name, TextInput text)
    {
        if (Knows(definition, text.Value))
            _sheet.Set(definition.Name, text.Value);
        else
            _unknown.Add(book.Refuse($"{name}={text.Value}", "value_unknown"));
    }

    private void SetNumbers()
    {
        foreach (var (fact, ends) in _numbers)
        {
            if (Bounds(fact, ends, book.Fact(fact)!.Minimum) is { } interval)
                _sheet.Set(fact, interval);
        }

        foreach (var ((fact, entry), ends) in _entries)
        {
            if (Bounds($"{fact}.{entry}", ends, book.Fact(fact)!.Minimum) is { } interval)
                _sheet.Set(fact, entry, new MapEntry(interval));
        }
    }

    /// <summary>A flag that is yes says yes to the one that it implies; that one being no says no to it.</summary>
    private void Imply()
    {
        foreach (var (name, implied) in book.Implications)
        {
            switch (_sheet.Flag(name), _sheet.Flag(implied))
            {
                case (true, null):
                    _sheet.Set(implied, true);
                    break;
                case (null, false):
                    _sheet.Set(name, false);
                    break;
                case (true, false):
                    _refused.Add(book.Refuse(name, "flag_contradicts"));
                    break;
            }
        }
    }

    private Interval? Bounds(string where, (decimal? Value, decimal? Min, decimal? Max) ends, decimal? least)
    {
        if (ends.Min > ends.Max)
            _refused.Add(book.Refuse(where, "range_reversed"));
        else if (ends.Value < ends.Min || ends.Value > ends.Max)
            _refused.Add(book.Refuse(where, "range_contradicts"));
        else
            return new Interval(ends.Value ?? ends.Min ?? least, ends.Value ?? ends.Max);
        return null;
    }

    private bool Check(FactDefinition definition, string where, decimal value)
    {
        var reason = value < definition.Minimum ? "below_minimum" : definition.Kind == FactKind.Count && decimal.Truncate(value) != value ? "not_whole" : null;
        if (reason is not null)
            _refused.Add(book.Refuse(where, reason));
        return reason is null;
    }

    private static (decimal? Value, decimal? Min, decimal? Max) Put((decimal? Value, decimal? Min, decimal? Max) ends, string end, decimal value) => end switch
    {
        "_min" => ends with { Min = value },
        "_max" => ends with { Max = value },
        _ => ends with { Value = value },
    };

    private static bool Knows(FactDefinition definition, string code) => definition.Values?.Any(value => value.Code == code) ?? true;

    private static string ReasonFor(FactKind kind) => kind switch
    {
        FactKind.Number or FactKind.Count => "not_a_number",
        FactKind.Flag => "not_true_or_false",
        FactKind.Choice => "not_a_choice",
        FactKind.Map => "not_a_map",
        _ => "not_a_list",
    };
}
