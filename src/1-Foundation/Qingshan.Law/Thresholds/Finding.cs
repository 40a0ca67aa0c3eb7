namespace Qingshan.Law.Thresholds;

/// <summary>What a condition says about the known facts.</summary>
/// <param name="Opens">Part of it is met, or straddles its line, by a fact of conduct or consequence: an unknown row is then possible.</param>
/// <param name="Hints">Part of it is met, but only by an attribute, such as the kind of substance, that by itself opens nothing.</param>
/// <param name="Measured">A figure other than zero was held against a line of it and fell short.</param>
/// <param name="Missing">Names of facts that would decide it.</param>
/// <param name="Figures">The comparisons in words.</param>
internal sealed record Finding(Truth Truth, bool Opens, bool Hints, bool Measured, IReadOnlyList<string> Missing, IReadOnlyList<Bilingual> Figures)
{
    /// <summary>Plainly not met, with nothing to say.</summary>
    public static Finding NotMet { get; } = new(Truth.No, false, false, false, [], []);

    public static Finding Absent(string? ask) => new(Truth.Unknown, false, false, false, ask is null ? [] : [ask], []);

    public static Finding All(IReadOnlyList<Finding> parts)
    {
        var truth = parts.Min(part => part.Truth);
        var telling = truth == Truth.No ? parts.Where(part => part.Truth == Truth.No) : parts;
        return Join(truth, parts, [.. telling]);
    }

    public static Finding Any(IReadOnlyList<Finding> parts)
    {
        var truth = parts.Max(part => part.Truth);
        var telling = parts.Where(part => part.Truth == truth).ToList();
        if (truth == Truth.Unknown && telling.Exists(part => part.Opens))
            telling.RemoveAll(part => !part.Opens);
        var measured = parts.Where(part => part.Measured).ToList();
        var joined = Join(truth, telling, telling);
        return joined with { Measured = measured.Count > 0, Figures = truth == Truth.Unknown && !joined.Opens ? Said(measured) : joined.Figures };
    }

    private static Finding Join(Truth truth, IReadOnlyList<Finding> evidence, IReadOnlyList<Finding> telling) => new(
        truth,
        truth != Truth.No && evidence.Any(part => part.Opens),
        truth != Truth.No && evidence.Any(part => part.Hints),
        evidence.Any(part => part.Measured),
        truth == Truth.Unknown ? [.. telling.Where(part => part.Truth == Truth.Unknown).SelectMany(part => part.Missing).Distinct()] : [],
        Said(telling));

    private static List<Bilingual> Said(IEnumerable<Finding> parts) => [.. parts.SelectMany(part => part.Figures).Distinct()];
}
