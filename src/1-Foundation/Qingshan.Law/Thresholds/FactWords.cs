using System.Globalization;

namespace Qingshan.Law.Thresholds;

/// <summary>Says facts and comparisons in both languages, with units.</summary>
internal sealed class FactWords(IReadOnlyDictionary<string, FactDefinition> definitions)
{
    private const int ShownDecimals = 4;
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The fact of a "name" or "name.entry".</summary>
    public static string Fact(string reference) => reference.Split('.', 2)[0];

    /// <summary>The reference itself and, for a derived map, the entries that it follows from.</summary>
    public IEnumerable<string> Sources(string reference)
    {
        var fact = Fact(reference);
        if (definitions[fact].Derived is not { } derived || fact == reference)
            return [reference];
        var entry = reference[(fact.Length + 1)..];
        return [reference, $"{derived.Measured}.{entry}", $"{derived.Limit}.{entry}"];
    }

    public Bilingual Name(string fact) => new(definitions[fact].Zh, definitions[fact].En);

    /// <summary>"name" or "name.entry" in words.</summary>
    public Bilingual Full(string reference)
    {
        var dot = reference.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return Name(reference);
        var name = Name(reference[..dot]);
        var entry = Value(reference[..dot], reference[(dot + 1)..]);
        return new Bilingual($"{name.Zh}（{entry.Zh}）", $"{name.En} ({entry.En})");
    }

    public Bilingual Named(string fact, IEnumerable<string> codes)
    {
        var values = codes.Select(code => Value(fact, code)).ToList();
        var name = Name(fact);
        return new Bilingual($"{name.Zh}：{string.Join("、", values.Select(v => v.Zh))}", $"{name.En}: {string.Join(", ", values.Select(v => v.En))}");
    }

    public Bilingual Compare(string fact, Interval value, Line line)
    {
        var (name, unit, test) = (Name(fact), Unit(fact), Test(value, line));
        var note = line.Drawn?.Note ?? new Bilingual("", "");
        return new Bilingual($"{name.Zh} {Show(value)}{unit.Zh} {test}{unit.Zh}{note.Zh}", $"{name.En} {Show(value)}{unit.En} {test}{unit.En}{note.En}");
    }

    public Bilingual Compare(string fact, IReadOnlyList<string> entries, Interval sum, Line line)
    {
        var (name, unit, test) = (Named(fact, entries), Unit(fact), Test(sum, line));
        return new Bilingual($"{name.Zh} {Show(sum)}{unit.Zh} {test}{unit.Zh}", $"{name.En} {Show(sum)}{unit.En} {test}{unit.En}");
    }

    public Bilingual Compare(string fact, string entry, MapEntry value, Line line)
    {
        var (name, unit, times) = (Value(fact, entry), Unit(fact), Test(value.Value, line));
        if (definitions[fact].Derived is not { } derived)
            return Compare(fact, [entry], value.Value, line);
        if (value.Measured is not { } measured)
            return new Bilingual($"{name.Zh}超标 {Show(value.Value)}{unit.Zh} {times}{unit.Zh}", $"{name.En} {Show(value.Value)}{unit.En} over {times}{unit.En}");
        var milligrams = Unit(derived.Measured);
        if (value.Limit is not { } limit)
            return new Bilingual($"{name.Zh} {Show(measured)}{milligrams.Zh}，限值未知", $"{name.En} {Show(measured)}{milligrams.En}, limit unknown");
        return new Bilingual(
            $"{name.Zh} {Show(measured)}{milligrams.Zh}，限值 {Show(limit)}{milligrams.Zh}，超标 {Show(Shortest(value.Value))}{unit.Zh} {times}{unit.Zh}",
            $"{name.En} {Show(measured)}{milligrams.En}, limit {Show(limit)}{milligrams.En}, {Show(Shortest(value.Value))}{unit.En} over {times}{unit.En}");
    }

    private Bilingual Value(string fact, string code) =>
        definitions[fact].Values?.FirstOrDefault(value => value.Code == code) is { } known ? new Bilingual(known.Zh, known.En) : new Bilingual(code, code);

    private Bilingual Unit(string fact) => new(Spaced(definitions[fact].UnitZh), Spaced(definitions[fact].UnitEn));

    private static string Spaced(string? unit) => unit is null ? "" : " " + unit;

    private static string Test(Interval value, Line line)
    {
        var (number, yes, no) = line switch
        {
            { AtLeast: { } least } => (Show(least), "≥", "<"),
            { MoreThan: { } more } => (Show(more), ">", "≤"),
            _ => (Show(line.Below ?? 0), "<", "≥"),
        };
        var sign = line.Test(value) switch { Truth.Yes => yes, Truth.No => no, _ => "? " + yes };
        return $"{sign} {number}";
    }

    private static string Show(Interval value) => value switch
    {
        { IsExact: true } => Show(value.Min!.Value),
        { Min: { } min, Max: { } max } => $"{Show(min)}–{Show(max)}",
        { Min: { } min } => $"≥{Show(min)}",
        { Max: { } max } => $"≤{Show(max)}",
        _ => "?",
    };

    /// <summary>A quotient without trailing zeros.</summary>
    private static Interval Shortest(Interval value) => new(value.Min / One, value.Max / One);

    /// <summary>Cut, never rounded up: 2.99999 must not read as 3.</summary>
    private static string Show(decimal value)
    {
        var cut = Math.Round(value, ShownDecimals, MidpointRounding.ToZero);
        return (cut == value ? value : cut).ToString(CultureInfo.InvariantCulture);
    }
}
