using System.Text.Json;
using NodaTime;
using Qingshan.Record.Canonical;
using Qingshan.Record.Merkle;
using Qingshan.Record.Storage;

namespace Qingshan.Record.Access;

/// <summary>The stored form of the access log, and its check.</summary>
public static class AccessChain
{
    private sealed record Stored(
        string Agency, Instant At, string Detail, string Level, string Person, long Place, string Post, string Prev, string Purpose, string Stream);

    /// <summary>Checks that every entry follows from the one before, and that the log holds the heads anchored in the record.</summary>
    /// <returns>Null when all is well, else the first problem.</returns>
    public static string? Check(string folder, IReadOnlyCollection<AccessLogAnchored> anchors)
    {
        using var reader = SqliteDatabase.OpenReader(Path.Combine(folder, "access.db"));
        var expected = anchors.ToDictionary(a => a.Count, a => a.Hash);
        var end = new AccessHead(0, "");
        const string Page = "SELECT hash, bytes FROM access WHERE place >= @from ORDER BY place LIMIT 1000";
        while (reader.Query<(byte[] Hash, byte[] Bytes)>(Page, new { from = end.Count }) is { Count: > 0 } page)
        {
            foreach (var (hash, bytes) in page)
            {
                if (Problem(hash, bytes, end) is { } problem)
                    return $"access entry {end.Count}: {problem}";
                end = new(end.Count + 1, Convert.ToHexStringLower(hash));
                if (expected.Remove(end.Count, out var anchored) && anchored != end.Hash)
                    return $"access entry {end.Count - 1}: not the one anchored in the record";
            }
        }

        return expected.Count == 0 ? null : $"the access log ends at {end.Count}, but the record anchored {expected.Keys.Max()}";
    }

    internal static byte[] Write(AccessEntry entry, AccessHead end) => RecordJson.Write(new Stored(
        entry.By.Agency, entry.At, entry.Detail, entry.Level, entry.By.Person, end.Count, entry.By.Post, end.Hash, entry.By.Purpose, entry.Stream));

    private static string? Problem(byte[] hash, byte[] bytes, AccessHead end)
    {
        if (!MerkleHash.Leaf(bytes).AsSpan().SequenceEqual(hash))
            return "the bytes are not those that were hashed";
        try
        {
            var stored = JsonSerializer.Deserialize<Stored>(bytes, RecordJson.Options)!;
            return stored.Place == end.Count && stored.Prev == end.Hash ? null : "it does not follow the one before";
        }
        catch (JsonException)
        {
            return "not an access entry";
        }
    }
}
