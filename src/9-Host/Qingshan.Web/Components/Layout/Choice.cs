namespace Qingshan.Web.Components.Layout;

/// <summary>One choice of a menu or a select.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What people read.</param>
/// <param name="Note">A smaller second line.</param>
public sealed record Choice(string Value, string Text, string? Note = null);
