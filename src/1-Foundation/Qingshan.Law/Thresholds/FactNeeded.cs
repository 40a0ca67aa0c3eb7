namespace Qingshan.Law.Thresholds;

/// <summary>A fact that a threshold row reads, in words.</summary>
/// <param name="Name">Fact name, an entry of a map as <c>name.entry</c>.</param>
/// <param name="Words">The fact in both languages.</param>
/// <param name="Unit">Its unit; null where it has none.</param>
public sealed record FactNeeded(string Name, Bilingual Words, Bilingual? Unit)
{
    /// <summary>The facts a row reads, each once, in the order in which the row names them.</summary>
    public static IReadOnlyList<FactNeeded> Of(ThresholdRow row, StatuteBook book) =>
        [.. row.When.Reads.Distinct(StringComparer.Ordinal).Select(name => Of(name, book))];

    private static FactNeeded Of(string name, StatuteBook book)
    {
        var fact = book.Fact(FactWords.Fact(name));
        return new(name, book.Words.Full(name), fact is { UnitZh: { } zh, UnitEn: { } en } ? new(zh, en) : null);
    }
}
