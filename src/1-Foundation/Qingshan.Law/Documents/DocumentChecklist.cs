using NodaTime;

namespace Qingshan.Law.Documents;

/// <summary>The documents that a file must hold, by source. Type codes are stable; circumstances say which requirements apply.</summary>
public sealed record DocumentChecklist(
    string Checklist, string Source, string Article, IReadOnlyList<FactOfCase> Circumstances, IReadOnlyList<DocumentGroup> Groups,
    IReadOnlyList<DocumentRequirement> Requirements)
{
    /// <summary>Holds the documents against the list. A circumstance that nobody has answered counts as true: the document is asked for.</summary>
    /// <param name="types">Type codes of the documents in the file.</param>
    /// <param name="circumstances">Code of a circumstance and whether it holds.</param>
    public IReadOnlyList<DocumentFinding> Check(IEnumerable<string> types, IReadOnlyDictionary<string, bool> circumstances)
    {
        var present = types.ToHashSet(StringComparer.Ordinal);
        return [.. Requirements.Select(requirement => new DocumentFinding(requirement, State(requirement, present, circumstances)))];
    }

    /// <summary>The circumstances in which this document type is asked for; null where no requirement names the type.</summary>
    public DocumentRequirement? RequirementFor(string type) => Requirements.FirstOrDefault(requirement => requirement.AnyOf.Contains(type));

    private static DocumentState State(DocumentRequirement requirement, HashSet<string> present, IReadOnlyDictionary<string, bool> circumstances)
    {
        if (requirement.AnyOf.Any(present.Contains))
            return DocumentState.Present;
        var applies = requirement.OnlyIf is null || !circumstances.TryGetValue(requirement.OnlyIf, out var holds) || holds;
        return applies ? DocumentState.Missing : DocumentState.NotApplicable;
    }
}

/// <summary>One of the seven groups of article 6.</summary>
public sealed record DocumentGroup(int Number, string Zh, string En);

/// <summary>A circumstance of the case on which a requirement depends.</summary>
public sealed record FactOfCase(string Code, string Zh, string En);

/// <summary>One required document.</summary>
/// <param name="AnyOf">Type codes of which one suffices.</param>
/// <param name="OnlyIf">The circumstance that makes it required; null means always.</param>
/// <param name="OtherwiseZh">Why it is not needed otherwise.</param>
public sealed record DocumentRequirement(
    string Id, int Group, IReadOnlyList<string> AnyOf, string Source, string Article, LocalDate? ValidFrom, LocalDate? ValidTo, string Confidence,
    string Zh, string En, string? OnlyIf = null, string? OtherwiseZh = null, string? OtherwiseEn = null)
{
    public Citation Citation => new(Source, Article, ValidFrom, ValidTo, Confidence);
}

/// <summary>Whether a required document is there.</summary>
public enum DocumentState
{
    Present,
    Missing,
    NotApplicable,
}

/// <summary>A requirement and its state. <see cref="Reason"/> says why it is not applicable; null otherwise.</summary>
public sealed record DocumentFinding(DocumentRequirement Requirement, DocumentState State)
{
    public Bilingual? Reason => State == DocumentState.NotApplicable ? new Bilingual(Requirement.OtherwiseZh!, Requirement.OtherwiseEn!) : null;
}
