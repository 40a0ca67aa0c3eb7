namespace Qingshan.Law.Thresholds;

/// <summary>A fact that the book knows.</summary>
/// <param name="Group">The offences that it belongs to; "common" and "place" belong to all.</param>
/// <param name="Cost">How dear it is to find out: what lies in the files is low, an appraisal is high.</param>
/// <param name="Minimum">The least possible value.</param>
/// <param name="Values">Codes of a list or choice, or the known entries of a map.</param>
/// <param name="Derived">For a map that follows from two others: (measured − limit) / limit.</param>
/// <param name="Implies">For a flag: the flag that is yes wherever this one is.</param>
public sealed record FactDefinition(
    string Name, string Group, FactKind Kind, string Zh, string En, int Cost, string? UnitZh = null, string? UnitEn = null, decimal? Minimum = null,
    IReadOnlyList<FactValue>? Values = null, Derivation? Derived = null, string? Implies = null);

/// <summary>One code of a list, choice or map.</summary>
public sealed record FactValue(string Code, string Zh, string En);

/// <summary>Names of the maps that a derived map follows from.</summary>
public sealed record Derivation(string Measured, string Limit);

/// <summary>The shape of a fact.</summary>
public enum FactKind
{
    /// <summary>A number; ranges by _min and _max.</summary>
    Number,

    /// <summary>A whole number; ranges by _min and _max.</summary>
    Count,
    Flag,
    List,
    Choice,

    /// <summary>Numbers by name; ranges by _min and _max of single entries.</summary>
    Map,

    /// <summary>A list of objects that no row reads yet.</summary>
    Objects,
}
