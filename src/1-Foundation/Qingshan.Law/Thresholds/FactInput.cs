using System.Text.Json;

namespace Qingshan.Law.Thresholds;

/// <summary>The shape in which a fact was given.</summary>
internal abstract record FactInput
{
    /// <summary>Beyond any quantity of the world; keeps every later division within decimal.</summary>
    internal const decimal Greatest = 1_000_000_000_000_000m;

    public static FactInput FromJson(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => Number(value) is { } number ? new NumberInput(number) : new MalformedInput("out_of_range"),
        JsonValueKind.String => new TextInput(value.GetString()!),
        JsonValueKind.True or JsonValueKind.False => new FlagInput(value.GetBoolean()),
        JsonValueKind.Array => FromArray(value),
        _ => FromObject(value),
    };

    private static FactInput FromArray(JsonElement array)
    {
        if (array.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            return new ListInput([.. array.EnumerateArray().Select(item => item.GetString()!)]);
        return array.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object) ? new ObjectsInput() : new MalformedInput("not_a_list");
    }

    private static FactInput FromObject(JsonElement map)
    {
        var entries = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var entry in map.EnumerateObject().Where(entry => entry.Value.ValueKind != JsonValueKind.Null))
        {
            if (entry.Value.ValueKind != JsonValueKind.Number)
                return new MalformedInput("not_a_number", entry.Name);
            if (Number(entry.Value) is not { } number)
                return new MalformedInput("out_of_range", entry.Name);
            if (!entries.TryAdd(entry.Name, number))
                return new MalformedInput("fact_twice", entry.Name);
        }

        return new MapInput(entries);
    }

    private static decimal? Number(JsonElement value) => value.TryGetDecimal(out var number) && Math.Abs(number) <= Greatest ? number : null;
}

internal sealed record NumberInput(decimal Value) : FactInput;

internal sealed record TextInput(string Value) : FactInput;

internal sealed record FlagInput(bool Value) : FactInput;

internal sealed record ListInput(IReadOnlyList<string> Values) : FactInput;

internal sealed record MapInput(IReadOnlyDictionary<string, decimal> Entries) : FactInput;

internal sealed record ObjectsInput : FactInput;

internal sealed record MalformedInput(string Reason, string? Entry = null) : FactInput;
