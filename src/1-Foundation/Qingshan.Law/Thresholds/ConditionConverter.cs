using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace Qingshan.Law.Thresholds;

/// <summary>Reads conditions: {"all":[…]}, {"any":[…]}, {"possibly":…}, {"hint":…}, {"use":"name"}, {"judgment":true}, {"since":"date"}, or a test of a "fact".</summary>
internal sealed class ConditionConverter : JsonConverter<Condition>
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "all", "any", "possibly", "hint", "use", "judgment", "since",
        "fact", "entries", "sum_of", "includes", "in", "is", "at_least", "at_least_band", "times", "more_than", "below", "opens", "asks", "shows", "measures", "reported",
    };

    public override Condition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Parse(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, Condition value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static Condition Parse(JsonElement element)
    {
        var property = element.EnumerateObject().First();
        if (element.EnumerateObject().FirstOrDefault(p => !Known.Contains(p.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
            throw new InvalidOperationException($"condition has an unknown word: {unknown.Name}");
        return property.Name switch
        {
            "all" => new AllOf(ParseAll(property.Value)),
            "any" => new AnyOf(ParseAll(property.Value)),
            "possibly" => new Possibly(Parse(property.Value)),
            "hint" => new Hint(Parse(property.Value)),
            "use" => new Use(property.Value.GetString()!),
            "judgment" => new Judgment(),
            "since" => new Since(LocalDatePattern.Iso.Parse(property.Value.GetString()!).Value),
            "fact" => ParseTest(property.Value.GetString()!, element),
            _ => throw new InvalidOperationException($"condition begins with {property.Name}"),
        };
    }

    private static List<Condition> ParseAll(JsonElement array) => [.. array.EnumerateArray().Select(Parse)];

    private static FactTest ParseTest(string fact, JsonElement element)
    {
        var marks = new Marks(Mark(element, "opens"), Mark(element, "asks"), Mark(element, "shows"), Mark(element, "measures"));
        var line = ParseLine(element);
        if (element.TryGetProperty("entries", out var entries))
            return new EntryTest(fact, Texts(entries), line, element.TryGetProperty("reported", out _), marks);
        if (element.TryGetProperty("sum_of", out var sum))
            return new SumTest(fact, Texts(sum), line, marks);
        if (element.TryGetProperty("includes", out var includes))
            return new IncludesTest(fact, Texts(includes), marks);
        if (element.TryGetProperty("in", out var choices))
            return new ChoiceTest(fact, Texts(choices), marks);
        if (element.TryGetProperty("is", out var expected))
            return new FlagTest(fact, expected.GetBoolean(), marks);
        return new NumberTest(fact, line, marks);
    }

    private static Line ParseLine(JsonElement element) => new(
        Number(element, "at_least") is { } least ? Interval.Exact(least) : null, Number(element, "more_than"), Number(element, "below"),
        element.TryGetProperty("at_least_band", out var band) ? band.GetString() : null,
        element.TryGetProperty("times", out var times) ? times.GetInt32() : 1);

    private static bool Mark(JsonElement element, string name) => !element.TryGetProperty(name, out var value) || value.GetBoolean();

    private static decimal? Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetDecimal() : null;

    private static List<string> Texts(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];
}
