using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Qingshan.Record.Access;
using Qingshan.Record.Entries;

namespace Qingshan.Web.CaseFiles;

/// <summary>One reading of a case, or a refused one, from the access log.</summary>
/// <param name="PersonalData">The sealed fields were what was asked for.</param>
public sealed record CaseReader(Actor By, string Level, string Detail, Instant At, bool PersonalData);

/// <summary>Who read a case: the end of the access log, searched for it.</summary>
internal sealed class CaseReaders(AccessLog log, ServeOptions options)
{
    /// <summary>Entries of the log that are searched, the newest.</summary>
    public const int Reach = 20_000;

    /// <summary>Readings of the case and of its sealed fields, the newest first.</summary>
    public IReadOnlyList<CaseReader> Of(string caseKey, int limit = 200) =>
    [
        .. AccessLog.Read(options.Data, Math.Max(0, log.Head.Count - Reach), Reach)
            .Where(line => line.Contains($"/{caseKey}\"", StringComparison.Ordinal))
            .Select(Read).Where(entry => entry.Stream == $"case/{caseKey}" || entry.Stream == $"personal-data/{caseKey}")
            .Reverse().Take(limit)
            .Select(entry => new CaseReader(
                new Actor(entry.Person, entry.Post, entry.Agency, entry.Purpose), entry.Level, entry.Detail, OffsetDateTimePattern.ExtendedIso.Parse(entry.At) is { Success: true } at
                    ? at.Value.ToInstant() : InstantPattern.ExtendedIso.Parse(entry.At).Value,
                entry.Stream.StartsWith("personal-data/", StringComparison.Ordinal))),
    ];

    private static Line Read(string json) => JsonSerializer.Deserialize<Line>(json, JsonSerializerOptions.Web)!;

    private sealed record Line(string Agency, string At, string Detail, string Level, string Person, string Post, string Purpose, string Stream);
}
