using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Signals.Signals;
using Qingshan.Web.Formats;

namespace Qingshan.Web.Triage;

/// <summary>What the address of the list says: every filter is in it, so that a list can be sent to a colleague.</summary>
/// <param name="State">A state in lower case; anything else keeps all.</param>
/// <param name="Enterprise">Id of an enterprise.</param>
/// <param name="Factor">Factor code.</param>
/// <param name="Text">Part of a name of enterprise, factor or place.</param>
public sealed record SignalFilter(string? State, string? Enterprise, string? Factor, string? Text)
{
    public static IReadOnlyList<string> States { get; } = [.. Enum.GetNames<SignalState>().Select(name => name.ToLowerInvariant())];

    public bool IsEmpty => !HasState && string.IsNullOrEmpty(Enterprise) && string.IsNullOrEmpty(Factor) && string.IsNullOrWhiteSpace(Text);

    private bool HasState => State is not null && States.Contains(State);

    /// <summary>The query string, with one member replaced where asked; empty when nothing is filtered.</summary>
    public string Query()
    {
        var parts = new[] { ("state", State), ("enterprise", Enterprise), ("factor", Factor), ("q", Text) }
            .Where(part => !string.IsNullOrWhiteSpace(part.Item2)).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    /// <summary>Keeps the rows that fit. A row is matched only by what its level shows: below full the enterprise is hidden, so it matches no enterprise.</summary>
    internal IReadOnlyList<SeenRow<SignalRow>> Apply(IReadOnlyList<SeenRow<SignalRow>> rows, Naming names) =>
        [.. rows.Where(seen => Fits(seen.Row, seen.Level >= AccessLevel.Full, names))];

    private bool Fits(SignalRow row, bool full, Naming names) =>
        (!HasState || string.Equals(row.State, State, StringComparison.OrdinalIgnoreCase))
        && (string.IsNullOrEmpty(Enterprise) || (full && row.Enterprise == Enterprise))
        && (string.IsNullOrEmpty(Factor) || row.Factor == Factor)
        && (string.IsNullOrWhiteSpace(Text) || Words(row, full, names).Any(word => word.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase)));

    private static string[] Words(SignalRow row, bool full, Naming names) => full
        ? [names.Factor(row.Factor), names.Division(row.Division), names.Enterprise(row.Enterprise), names.Zone(row.Zone), row.Named, row.Station, row.Outlet]
        : [names.Factor(row.Factor), names.Division(row.Division)];
}
