namespace Qingshan.Record.Reasons;

/// <summary>One refusal: its reason, the details that fill its text, and the form field it belongs to.</summary>
public sealed record Refusal(Reason Reason, IReadOnlyDictionary<string, string>? Details = null, string? Field = null)
{
    public string Zh => Fill(Reason.Zh);

    public string En => Fill(Reason.En);

    public override string ToString() => $"{Reason.Code}: {En}";

    private string Fill(string text) =>
        Details is null ? text : Details.Aggregate(text, (t, d) => t.Replace("{" + d.Key + "}", d.Value, StringComparison.Ordinal));
}
