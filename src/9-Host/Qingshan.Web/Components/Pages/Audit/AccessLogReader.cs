using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Qingshan.Record;
using Qingshan.Record.Access;
using Qingshan.Record.Entries;

namespace Qingshan.Web.Components.Pages.Audit;

/// <summary>One reading or refusal. It names what was asked for and never holds what was read.</summary>
/// <param name="Place">Place in the chain, from 0.</param>
/// <param name="Target">The stream, or the name of a list.</param>
/// <param name="Level">What was given, or <c>refused</c>.</param>
public sealed record AccessLine(long Place, Instant At, string Person, string Post, string Agency, string Purpose, string Target, string Level, string Detail)
{
    public bool Refused => Level == "refused";
}

/// <summary>Which entries are looked for; a member that is empty stands for any.</summary>
/// <param name="Before">Only entries before this place; null begins at the newest.</param>
public sealed record AccessAsked(string Person, string Target, bool RefusedOnly, long? Before);

/// <summary>A page of the access log, newest first.</summary>
/// <param name="Count">Entries in the log.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record AccessPage(IReadOnlyList<AccessLine> Lines, long Count, long? Next);

/// <summary>Whether the chain holds.</summary>
/// <param name="Problem">The first thing that is wrong; null when all is well.</param>
/// <param name="Anchored">How many entries the last head in the record covers; 0 before the first.</param>
public sealed record AccessChainState(string? Problem, long Count, string Head, long Anchored, Instant? AnchoredAt);

/// <summary>Reads the access log for the auditor.</summary>
internal sealed class AccessLogReader(AccessLog log, IRecord record, ServeOptions options)
{
    private const int PageSize = 100;
    private const int Chunk = 1000;

    /// <summary>The newest entries that are asked for.</summary>
    public AccessPage Read(AccessAsked asked)
    {
        var lines = new List<AccessLine>();
        var end = Math.Min(asked.Before ?? long.MaxValue, log.Head.Count);
        while (end > 0 && lines.Count < PageSize)
        {
            var from = Math.Max(0, end - Chunk);
            var found = AccessLog.Read(options.Data, from, (int)(end - from)).Select(Line).Reverse().Where(line => Matches(line, asked)).Take(PageSize - lines.Count).ToList();
            lines.AddRange(found);
            end = lines.Count == PageSize ? lines[^1].Place : from;
        }

        return new(lines, log.Head.Count, end > 0 ? end : null);
    }

    /// <summary>Computes the whole chain anew and compares it with the heads anchored in the record.</summary>
    public async Task<AccessChainState> CheckAsync(CancellationToken cancel = default)
    {
        var history = await record.ReadAsync(new StreamId("access-log", "main"), cancel: cancel);
        var anchors = history.Entries.Select(entry => entry.Body).OfType<AccessLogAnchored>().ToList();
        var last = history.Entries.LastOrDefault(entry => entry.Body is AccessLogAnchored);
        var head = log.Head;
        return new(AccessChain.Check(options.Data, anchors), head.Count, head.Hash, anchors.LastOrDefault()?.Count ?? 0, last?.OccurredAt);
    }

    private static bool Matches(AccessLine line, AccessAsked asked) =>
        (asked.Person.Length == 0 || line.Person == asked.Person) && (!asked.RefusedOnly || line.Refused)
        && (asked.Target.Length == 0 || line.Target.Contains(asked.Target, StringComparison.OrdinalIgnoreCase));

    private static AccessLine Line(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        string Text(string name) => root.GetProperty(name).GetString() ?? "";
        return new(
            root.GetProperty("place").GetInt64(), InstantPattern.ExtendedIso.Parse(Text("at")).Value, Text("person"), Text("post"), Text("agency"), Text("purpose"), Text("stream"),
            Text("level"), Text("detail"));
    }
}
