using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.Record.Storage;

/// <summary>
/// What the record asks of a database: the seam between the engines. One writing store belongs to one thread; reading stores are pooled.
/// Positions, versions, hashes and order are decided above it, so that every engine holds the same bytes.
/// </summary>
internal interface IRecordStore : IDisposable
{
    void Begin();

    void Commit();

    void Rollback();

    /// <summary>Marks the place inside the transaction to which <see cref="RollbackToMark"/> goes back.</summary>
    void Mark();

    void ReleaseMark();

    void RollbackToMark();

    /// <summary>True for a fault of the database itself, such as a full disk, rather than of a statement.</summary>
    bool IsBroken(Exception fault);

    StoredHead ReadHead();

    void SaveHead(StoredHead head);

    /// <summary>Version and last leaf hash of a stream; version 0 and no hash when it does not exist.</summary>
    (long Version, byte[] Hash) FindStream(string stream);

    StoredDecision? FindDecision(string key);

    /// <summary>Keeps a key; false when it is known already, and then nothing was written.</summary>
    bool TryAddDecision(string key, StoredDecision decision);

    void AddEntry(long position, string stream, long version, long recordedTicks, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> bytes);

    void AddOutbox(OutboxMessage message);

    /// <summary>Keeps the hash of a complete subtree.</summary>
    void KeepHash(int level, long index, byte[] hash);

    /// <summary>Leaf hashes (level 0) or kept hashes; see <see cref="Merkle.KeptHashes"/>.</summary>
    IReadOnlyList<byte[]> Hashes(int level, long index, int count);

    /// <summary>Stored entries in order of position.</summary>
    IReadOnlyList<StoredEntry> Entries(long from, int limit);

    /// <summary>What the columns beside an entry's bytes say.</summary>
    (string Stream, long Version, long RecordedTicks) Place(long position);

    /// <summary>Stored entries of one stream in order, recorded up to a time.</summary>
    IReadOnlyList<StoredEntry> StreamEntries(string stream, long upToTicks);

    int Execute(string sql, object? parameters = null);

    IReadOnlyList<TRow> Query<TRow>(string sql, object? parameters = null);

    /// <summary>Runs several statements without parameters, such as the tables of a view.</summary>
    void Script(string sql);
}

/// <summary>Where the log ends: its size, the root over it, and the last recording time.</summary>
internal sealed record StoredHead(long Size, byte[] Root, long RecordedTicks);

/// <summary>What an idempotency key stands for.</summary>
internal sealed record StoredDecision(string Fingerprint, long FirstPosition, int Count, long RecordedTicks, string Result)
{
    /// <summary>The receipt given again.</summary>
    public Receipt Again() => new(FirstPosition, Count, Instant.FromUnixTimeTicks(RecordedTicks), Result, Repeated: true);
}

/// <summary>One entry as it lies in the database.</summary>
internal readonly record struct StoredEntry(byte[] Hash, byte[] Bytes);
