namespace Qingshan.Protocols.Hj212;

/// <summary>A code of the standard with its meaning in both languages and the clause that defines it.</summary>
public sealed record Hj212Entry(string Kind, string Code, string Zh, string En, string Clause, string Extra);
