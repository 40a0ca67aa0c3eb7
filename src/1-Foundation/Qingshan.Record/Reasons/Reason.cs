namespace Qingshan.Record.Reasons;

/// <summary>
/// A catalogued reason for a refusal. Every module declares its own in one static class named <c>…Reasons</c>;
/// a test finds them all and checks that codes are unique and both languages complete.
/// </summary>
/// <param name="Code">Stable, lower-case, dotted: <c>transfer.already-accepted</c>. Quoted by users, never reused.</param>
/// <param name="Kind">What kind of "no" it is.</param>
/// <param name="Zh">Chinese text; <c>{name}</c> stands for a detail.</param>
/// <param name="En">English text with the same details.</param>
/// <param name="Article">The article that forbids it, where one does.</param>
public sealed record Reason(string Code, ReasonKind Kind, string Zh, string En, string? Article = null)
{
    /// <summary>A refusal for this reason without details.</summary>
    public Refusal Refuse() => new(this);

    /// <summary>A refusal that names details, which fill the <c>{name}</c> places of the text.</summary>
    public Refusal Refuse(params (string Name, object Value)[] details) =>
        new(this, details.ToDictionary(d => d.Name, d => FormattableString.Invariant($"{d.Value}"), StringComparer.Ordinal));

    /// <summary>A refusal that belongs beside one field of a form.</summary>
    public Refusal RefuseField(string field, params (string Name, object Value)[] details) => Refuse(details) with { Field = field };
}
