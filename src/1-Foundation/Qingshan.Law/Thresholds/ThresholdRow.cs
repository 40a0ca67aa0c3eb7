using NodaTime;

namespace Qingshan.Law.Thresholds;

/// <summary>How grave the act is when a row is met.</summary>
public enum Tier
{
    Crime,
    Serious,
    EspeciallySerious,
}

/// <summary>One filing threshold as a row of the book.</summary>
public sealed record ThresholdRow(
    string Id, Tier Tier, string Source, string Article, LocalDate? ValidFrom, LocalDate? ValidTo, string Confidence, string Zh, string En, Condition When)
{
    public Citation Citation => new(Source, Article, ValidFrom, ValidTo, Confidence);
}

/// <summary>An interpretation with its rows.</summary>
/// <param name="Offence">Article of the Criminal Law, as "338".</param>
/// <param name="Branch">Key of the branch of the offence that it is about; null where the offence has none.</param>
public sealed record ThresholdText(
    string Key, string Offence, string Source, LocalDate? ValidFrom, LocalDate? ValidTo, IReadOnlyDictionary<string, Condition> Definitions,
    IReadOnlyList<ThresholdRow> Rows, string? Branch = null)
{
    internal ThresholdText Resolved() => this with { Rows = [.. Rows.Select(row => row with { When = row.When.Resolve(Definitions) })] };
}

/// <summary>An offence and the groups of facts that raise it.</summary>
/// <param name="Branches">Its kinds with rows of their own; null where it has one kind only.</param>
public sealed record Offence(string Article, string Zh, string En, IReadOnlyList<string> OpenedBy, IReadOnlyList<Branch>? Branches = null)
{
    internal Branch? Branch(string? key) => Branches?.FirstOrDefault(branch => branch.Key == key);

    /// <summary>The offence under the charge of a branch.</summary>
    internal Offence As(Branch? branch) => branch is { Zh: { } zh, En: { } en } ? this with { Zh = zh, En = en } : this;
}

/// <summary>One kind of an offence, such as fishing in inland waters, with texts of its own.</summary>
/// <param name="When">Which acts belong to it.</param>
/// <param name="Zh">Its charge where that differs from the offence's.</param>
public sealed record Branch(string Key, Condition When, string? Zh = null, string? En = null);

/// <summary>A rule that stops rows, or a trap that must be shown beside an answer.</summary>
/// <param name="OnRows">Shown only where one of these is met or possible; empty means any.</param>
/// <param name="When">Shown only where this holds; null means always.</param>
/// <param name="Unless">Takes the rule away.</param>
public sealed record CautionRow(
    string Id, string Offence, CautionEffect Effect, string Source, string Article, LocalDate? ValidFrom, LocalDate? ValidTo, string Confidence,
    string Zh, string En, IReadOnlyList<string> OnRows, Condition? When = null, Condition? Unless = null)
{
    public Citation Citation => new(Source, Article, ValidFrom, ValidTo, Confidence);
}

/// <summary>What a caution does to the answer.</summary>
public enum CautionEffect
{
    /// <summary>Nothing is reached while it holds.</summary>
    Block,

    /// <summary>It is shown.</summary>
    Caution,

    /// <summary>It is shown where a lead that is not yet evidence is part of the answer.</summary>
    Lead,
}
