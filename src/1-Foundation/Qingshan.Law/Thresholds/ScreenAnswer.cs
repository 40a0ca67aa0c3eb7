namespace Qingshan.Law.Thresholds;

/// <summary>Whether the lowest gate of an offence is met on the facts.</summary>
public enum Reached
{
    No,
    Undetermined,
    Yes,
}

/// <summary>The answer to one request.</summary>
/// <param name="Results">One for each offence that the facts raise.</param>
/// <param name="Refused">Facts that make no sense; where there are any, nothing was evaluated.</param>
/// <param name="Unknown">Names and values that the book does not know; they took no part.</param>
/// <param name="NotCovered">Facts that are known but that no rule of this book reads.</param>
/// <param name="Law">Version of the statute book.</param>
public sealed record ScreenAnswer(
    string? Id, IReadOnlyList<ScreenResult> Results, IReadOnlyList<Refusal> Refused, IReadOnlyList<Refusal> Unknown, IReadOnlyList<string> NotCovered, string Law);

/// <summary>The answer for one offence.</summary>
/// <param name="Tier">The highest tier that is certain; null where the gate is not met for certain.</param>
/// <param name="Text">Source that was applied; null where the act has no date and several texts were asked.</param>
/// <param name="Rows">Rows that are met; where undetermined, rows that might be.</param>
/// <param name="Missing">Facts that would decide what is open, cheapest first.</param>
/// <param name="Unasked">Facts not given that could still bring another row in; they do not make the answer open.</param>
/// <param name="Milder">The outcome under a text of another time that is milder for the suspect (从旧兼从轻).</param>
public sealed record ScreenResult(
    Offence Offence, Reached Reached, Tier? Tier, string? Text, IReadOnlyList<ThresholdRow> Rows, IReadOnlyList<MissingFact> Missing,
    IReadOnlyList<MissingFact> Unasked, Bilingual Explanation, IReadOnlyList<Citation> Citations, IReadOnlyList<CautionRow> BlockedBy,
    IReadOnlyList<CautionRow> Cautions, MilderOutcome? Milder);

/// <summary>A fact to find out. <paramref name="Name"/> is "name" or "name.entry"; <paramref name="Cost"/> orders by effort.</summary>
public sealed record MissingFact(string Name, string Zh, string En, int Cost);

/// <summary>What a milder text says.</summary>
public sealed record MilderOutcome(string Text, Reached Reached, Tier? Tier, IReadOnlyList<ThresholdRow> Rows, Bilingual Explanation);
