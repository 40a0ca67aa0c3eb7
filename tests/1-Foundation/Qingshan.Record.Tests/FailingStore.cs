using Qingshan.Record.Entries;
using Qingshan.Record.Storage;

namespace Qingshan.Record.Tests;

/// <summary>A store whose disk can be full: then a commit that makes a view live fails. All else is the store beneath.</summary>
internal sealed class FailingStore(IRecordStore store) : IRecordStore
{
    private bool goesLive;

    public bool Full { get; set; }

    public void Begin()
    {
        goesLive = false;
        store.Begin();
    }

    public void Commit()
    {
        if (Full && goesLive)
            throw new IOException("disk full");
        store.Commit();
    }

    public int Execute(string sql, object? parameters = null)
    {
        goesLive |= sql.Contains("SET live = 1", StringComparison.Ordinal);
        return store.Execute(sql, parameters);
    }

    public void Rollback() => store.Rollback();

    public void Mark() => store.Mark();

    public void ReleaseMark() => store.ReleaseMark();

    public void RollbackToMark() => store.RollbackToMark();

    public bool IsBroken(Exception fault) => store.IsBroken(fault);

    public StoredHead ReadHead() => store.ReadHead();

    public void SaveHead(StoredHead head) => store.SaveHead(head);

    public (long Version, byte[] Hash) FindStream(string stream) => store.FindStream(stream);

    public StoredDecision? FindDecision(string key) => store.FindDecision(key);

    public bool TryAddDecision(string key, StoredDecision decision) => store.TryAddDecision(key, decision);

    public void AddEntry(long position, string stream, long version, long recordedTicks, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> bytes) =>
        store.AddEntry(position, stream, version, recordedTicks, hash, bytes);

    public void AddOutbox(OutboxMessage message) => store.AddOutbox(message);

    public void KeepHash(int level, long index, byte[] hash) => store.KeepHash(level, index, hash);

    public IReadOnlyList<byte[]> Hashes(int level, long index, int count) => store.Hashes(level, index, count);

    public IReadOnlyList<StoredEntry> Entries(long from, int limit) => store.Entries(from, limit);

    public (string Stream, long Version, long RecordedTicks) Place(long position) => store.Place(position);

    public IReadOnlyList<StoredEntry> StreamEntries(string stream, long upToTicks) => store.StreamEntries(stream, upToTicks);

    public IReadOnlyList<TRow> Query<TRow>(string sql, object? parameters = null) => store.Query<TRow>(sql, parameters);

    public void Script(string sql) => store.Script(sql);

    public void Dispose() => store.Dispose();
}
