using System.Threading.Channels;
using Qingshan.Record.Entries;
using Qingshan.Record.Merkle;
using Qingshan.Record.Reasons;
using Qingshan.Record.Storage;

namespace Qingshan.Record.Access;

/// <summary>
/// Who read what: a log of its own in <c>access.db</c>, each entry holding the hash of the one before. Waiting entries share a transaction and
/// an fsync; an answer leaves only after its entry is on disk.
/// </summary>
public sealed class AccessLog : IAsyncDisposable
{
    private const int GroupLimit = 256;
    private readonly SqliteDatabase database;
    private readonly Channel<(AccessEntry Entry, TaskCompletionSource Done)> queue = Channel.CreateBounded<(AccessEntry, TaskCompletionSource)>(4096);
    private readonly Task writing;
    private volatile AccessHead head;

    private AccessLog(SqliteDatabase database)
    {
        this.database = database;
        database.Script("CREATE TABLE IF NOT EXISTS access (place INTEGER PRIMARY KEY, hash BLOB NOT NULL, bytes BLOB NOT NULL);");
        head = database.Query<(long Place, byte[] Hash)>("SELECT place, hash FROM access ORDER BY place DESC LIMIT 1") is [var last]
            ? new(last.Place + 1, Convert.ToHexStringLower(last.Hash))
            : new(0, "");
        writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Where the log ends now.</summary>
    public AccessHead Head => head;

    public static AccessLog Open(string folder)
    {
        Directory.CreateDirectory(folder);
        TightFile.Touch(Path.Combine(folder, "access.db"));
        return new(SqliteDatabase.OpenWriter(Path.Combine(folder, "access.db")));
    }

    /// <summary>Writes an entry; when this returns, it is on disk. Throws when the disk does not take it: then nothing may be shown.</summary>
    public async Task WriteAsync(AccessEntry entry, CancellationToken cancel = default)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await queue.Writer.WriteAsync((entry, done), cancel);
        await done.Task;
    }

    /// <summary>Puts the head into the record, in the stream <c>access-log/main</c>; does nothing when it is there already.</summary>
    public async Task<Outcome<Receipt>?> AnchorAsync(IRecord record, Actor by, NodaTime.Instant now, CancellationToken cancel = default)
    {
        var present = head;
        var stream = new StreamId("access-log", "main");
        var history = await record.ReadAsync(stream, null, cancel);
        if (present.Count == 0 || history.Exists && history.Entries[^1].Body is AccessLogAnchored last && last.Count == present.Count)
            return null;
        var change = new StreamChange(stream, history.Version, [new(new AccessLogAnchored(present.Count, present.Hash), now)]);
        return await record.AppendAsync(new($"access-log:{present.Count}", present.Hash, by, [change]), cancel);
    }

    /// <summary>Entries from a place on, as canonical JSON, for the auditor.</summary>
    public static IReadOnlyList<string> Read(string folder, long from, int limit)
    {
        using var reader = SqliteDatabase.OpenReader(Path.Combine(folder, "access.db"));
        var stored = reader.Query<byte[]>("SELECT bytes FROM access WHERE place >= @from ORDER BY place LIMIT @limit", new { from, limit });
        return [.. stored.Select(System.Text.Encoding.UTF8.GetString)];
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writing;
        database.Dispose();
    }

    private async Task WriteAllAsync()
    {
        var group = new List<(AccessEntry Entry, TaskCompletionSource Done)>();
        while (await queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < GroupLimit && queue.Reader.TryRead(out var waiting))
                group.Add(waiting);
            WriteGroup(group);
        }
    }

    private void WriteGroup(List<(AccessEntry Entry, TaskCompletionSource Done)> group)
    {
        try
        {
            database.Script("BEGIN IMMEDIATE");
            var end = head;
            foreach (var (entry, _) in group)
                end = Add(entry, end);
            database.Script("COMMIT");
            head = end;
            group.ForEach(g => g.Done.TrySetResult());
        }
#pragma warning disable CA1031 // Whoever waits gets the fault; the next group is tried anew.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            if (database.IsInTransaction)
                database.Script("ROLLBACK");
            group.ForEach(g => g.Done.TrySetException(fault));
        }
    }

    private AccessHead Add(AccessEntry entry, AccessHead end)
    {
        var bytes = AccessChain.Write(entry, end);
        var hash = MerkleHash.Leaf(bytes);
        database.Statement("INSERT INTO access VALUES (?, ?, ?)").Bind(1, end.Count).Bind(2, hash).Bind(3, bytes).Run();
        return new(end.Count + 1, Convert.ToHexStringLower(hash));
    }
}
