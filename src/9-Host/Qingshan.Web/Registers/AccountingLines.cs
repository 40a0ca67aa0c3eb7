using Qingshan.Record.Reasons;
using Qingshan.Sensing;
using Qingshan.Sensing.Accounting;

namespace Qingshan.Web.Registers;

/// <summary>One line of the accounting.</summary>
/// <param name="Key">Names its text <c>accounting.KEY</c>; for a reason the line above it.</param>
/// <param name="Reason">Why, for a line by reason.</param>
/// <param name="Sum">The line is the sum of the lines one step deeper that follow it.</param>
public sealed record AccountingLine(string Key, int Depth, long Count, Reason? Reason = null, bool Sum = false);

/// <summary>Lays a listener's accounting out as lines in which every sum is above its parts.</summary>
public static class AccountingLines
{
    /// <summary>The lines of the sum; <c>received</c> first.</summary>
    public static IReadOnlyList<AccountingLine> Of(AccountingReport report) =>
    [
        new("received", 0, report.Received, Sum: true),
        new("decoded", 1, report.Decoded, Sum: true),
        new("stored", 2, report.Stored),
        new("withheld", 2, report.Withheld.Values.Sum(), Sum: true),
        .. Reasons("withheld", 3, report.Withheld),
        new("rejected", 1, report.Rejected.Values.Sum(), Sum: true),
        .. Reasons("rejected", 2, report.Rejected),
        new("pending", 1, report.Pending),
    ];

    /// <summary>True where every sum is what its parts add up to.</summary>
    public static bool Holds(IReadOnlyList<AccountingLine> lines) =>
        lines.Select((line, at) => (line, at)).Where(pair => pair.line.Sum).All(pair => pair.line.Count == PartsOf(lines, pair.at).Sum(part => part.Count));

    private static IEnumerable<AccountingLine> PartsOf(IReadOnlyList<AccountingLine> lines, int at) =>
        lines.Skip(at + 1).TakeWhile(line => line.Depth > lines[at].Depth).Where(line => line.Depth == lines[at].Depth + 1);

    private static IEnumerable<AccountingLine> Reasons(string key, int depth, IReadOnlyDictionary<string, long> counts) =>
        counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new AccountingLine(key, depth, pair.Value, SensingReasons.ByCode.GetValueOrDefault(pair.Key) ?? new Reason(pair.Key, ReasonKind.Invalid, pair.Key, pair.Key)));
}
