namespace Qingshan.Law;

/// <summary>One text in Chinese and in English.</summary>
public sealed record Bilingual(string Zh, string En);
