using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;

namespace Qingshan.Web.CaseFiles;

/// <summary>What the address asks of the list of cases.</summary>
/// <param name="Stage">Stage word of the access table.</param>
/// <param name="Duty"><c>open</c>, <c>discharged</c>, <c>declined</c>.</param>
/// <param name="Text">Part of the number, the cause or the enterprise's name.</param>
public sealed record CaseFilter(string? Stage, string? Duty, string? Text)
{
    public bool IsEmpty => string.IsNullOrEmpty(Stage) && string.IsNullOrEmpty(Duty) && string.IsNullOrWhiteSpace(Text);

    /// <summary>Narrows the list. A row is matched only by what the post may see of it, so that a search tells nothing that the list hides.</summary>
    /// <param name="enterprise">Names of an enterprise, in any language.</param>
    public IReadOnlyList<SeenRow<CaseRow>> Apply(IReadOnlyList<SeenRow<CaseRow>> rows, Func<string, string> enterprise) =>
        IsEmpty ? rows : [.. rows.Where(row => row.Level >= AccessLevel.Summary && Matches(row, enterprise))];

    private bool Matches(SeenRow<CaseRow> seen, Func<string, string> enterprise)
    {
        var row = seen.Row;
        return (string.IsNullOrEmpty(Stage) || row.Stage == Stage)
            && (string.IsNullOrEmpty(Duty) || string.Equals(row.Duty, Duty, StringComparison.OrdinalIgnoreCase))
            && (string.IsNullOrWhiteSpace(Text) || Texts(seen, enterprise).Any(text => text.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> Texts(SeenRow<CaseRow> seen, Func<string, string> enterprise) => seen.Level >= AccessLevel.Full
        ? [seen.Row.Number, seen.Row.CauseZh, seen.Row.CauseEn, enterprise(seen.Row.Enterprise)]
        : [seen.Row.Number, seen.Row.CauseZh, seen.Row.CauseEn];
}
