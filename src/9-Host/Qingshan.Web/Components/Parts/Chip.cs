namespace Qingshan.Web.Components.Parts;

/// <summary>A choice that lives in the address.</summary>
/// <param name="Count">How many rows it would leave of those the post may see.</param>
public sealed record Chip(string Text, string Href, bool Chosen, int? Count = null);
