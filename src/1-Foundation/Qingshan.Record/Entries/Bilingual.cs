namespace Qingshan.Record.Entries;

/// <summary>One statement in Chinese and English; Chinese is the original.</summary>
public sealed record Bilingual(string Zh, string En);
