using System.Globalization;

namespace Qingshan.Cases.Cases;

/// <summary>
/// Which of the recorded facts count. Of most facts the last statement does. Of a concentration the strongest does: evidence before a lead, then the highest
/// figure, since one sample over the line is not undone by another one below it (法释〔2023〕7号 art. 1).
/// </summary>
internal static class FactsInForce
{
    private const string Concentration = "concentration_mg_l";

    /// <summary>The statements, and one more.</summary>
    public static IReadOnlyList<FactRecorded> With(IReadOnlyList<FactRecorded> statements, FactRecorded fact) =>
        fact.Name == Concentration ? [.. statements, fact] : [.. statements.Where(known => !IsSame(known, fact.Name, fact.Item)), fact];

    /// <summary>The statements without the one that counts; the next strongest then steps up.</summary>
    public static IReadOnlyList<FactRecorded> Without(IReadOnlyList<FactRecorded> statements, string name, string item) =>
        [.. statements.Where(known => known != Find(statements, name, item))];

    /// <summary>The facts that count, one of each name and item.</summary>
    public static IReadOnlyList<FactRecorded> Of(IReadOnlyList<FactRecorded> statements) =>
        [.. statements.Select(fact => (fact.Name, fact.Item)).Distinct().Select(of => Find(statements, of.Name, of.Item)!)];

    /// <summary>The evidence that a hand-written statement would go below; null where it may be written.</summary>
    public static FactRecorded? Above(IReadOnlyList<FactRecorded> statements, FactRecorded fact) =>
        fact.Name == Concentration && Find(statements, fact.Name, fact.Item) is { Standing: FactStanding.Evidence } known && Figure(fact) < Figure(known) ? known : null;

    // Of two equal ones the later counts: a laboratory's report then stands for what an officer had typed.
    private static FactRecorded? Find(IReadOnlyList<FactRecorded> statements, string name, string item) =>
        statements.Where(fact => IsSame(fact, name, item)).Reverse().MaxBy(fact => (fact.Standing, Figure(fact)));

    private static decimal Figure(FactRecorded fact) =>
        decimal.TryParse(fact.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var figure) ? figure : 0;

    private static bool IsSame(FactRecorded fact, string name, string item) => fact.Name == name && fact.Item == item;
}
