using System.Text.Json;

namespace Qingshan.Law.Thresholds;

/// <summary>Facts as somebody gives them, unchecked. Numbers may be ranges: a name or map with "_min" or "_max".</summary>
public sealed class FactSet
{
    private readonly Dictionary<string, FactInput> _inputs = new(StringComparer.Ordinal);

    /// <summary>What was given, by name.</summary>
    internal IReadOnlyDictionary<string, FactInput> Inputs => _inputs;

    /// <summary>True where nothing is given.</summary>
    public bool IsEmpty => _inputs.Count == 0;

    /// <summary>A number in the fact's unit.</summary>
    public FactSet Number(string name, decimal value) => Put(name, new NumberInput(value));

    /// <summary>One entry of a map, such as a concentration in mg/L by element.</summary>
    public FactSet Entry(string name, string entry, decimal value)
    {
        var entries = _inputs.TryGetValue(name, out var given) && given is MapInput map ? map.Entries : new Dictionary<string, decimal>(StringComparer.Ordinal);
        return Put(name, new MapInput(new Dictionary<string, decimal>(entries, StringComparer.Ordinal) { [entry] = value }));
    }

    /// <summary>A complete list of codes; an empty list says that there are none.</summary>
    public FactSet List(string name, params string[] codes) => Put(name, new ListInput(codes));

    public FactSet Flag(string name, bool value) => Put(name, new FlagInput(value));

    public FactSet Choice(string name, string code) => Put(name, new TextInput(code));

    /// <summary>Reads a JSON object; what cannot be read is kept as malformed and refused when it is checked. Null is the same as absent.</summary>
    public static FactSet FromJson(JsonElement facts)
    {
        var set = new FactSet();
        foreach (var property in facts.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null)
                set.Put(property.Name, set._inputs.ContainsKey(property.Name) ? new MalformedInput("fact_twice") : FactInput.FromJson(property.Value));
        }

        return set;
    }

    private FactSet Put(string name, FactInput input)
    {
        _inputs[name] = input;
        return this;
    }
}
