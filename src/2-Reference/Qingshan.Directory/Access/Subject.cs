using Qingshan.Record.Entries;

namespace Qingshan.Directory.Access;

/// <summary>What access is asked for: a stream, its stage, and who stands in which relation to it. Each module derives it from its state or its view row.</summary>
/// <param name="Stream">The stream; its kind picks the rows of the access table.</param>
/// <param name="Stage">Stage word of the access table, such as <c>administrative</c>, <c>administrative-reached</c>, <c>criminal</c>, <c>open</c>, <c>sent</c>.</param>
/// <param name="LeadAgency">The agency that owns the stream now.</param>
/// <param name="Division">GB/T 2260 code that fixes "same level".</param>
public sealed record Subject(StreamId Stream, string Stage, string LeadAgency, string Division)
{
    /// <summary>The person responsible now, where one is named.</summary>
    public string? LeadPerson { get; init; }

    /// <summary>Persons named on the stream.</summary>
    public IReadOnlyCollection<string> Team { get; init; } = [];

    /// <summary>Agencies it is addressed to.</summary>
    public IReadOnlyCollection<string> Receiving { get; init; } = [];

    /// <summary>Agencies that handed it over.</summary>
    public IReadOnlyCollection<string> FormerOwners { get; init; } = [];

    /// <summary>Agencies that are members of a joint act that includes it.</summary>
    public IReadOnlyCollection<string> Joint { get; init; } = [];

    /// <summary>Agencies that were asked about a part.</summary>
    public IReadOnlyCollection<string> Consulted { get; init; } = [];
}

/// <summary>State that can say what access to it depends on.</summary>
public interface IHasSubject
{
    Subject Subject { get; }
}
