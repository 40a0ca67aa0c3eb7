namespace Qingshan.Protocols.Hj212;

/// <summary>One factor of an upload: its values by suffix, in order, and its data mark.</summary>
public sealed record Hj212FactorValues(string Factor, IReadOnlyList<KeyValuePair<Hj212Statistic, string>> Values, string? Mark);
