using Microsoft.Data.Sqlite;
using Qingshan.Record.Entries;
using Qingshan.Record.Merkle;
using SQLitePCL;

namespace Qingshan.Record.Storage;

/// <summary>The record in a SQLite file.</summary>
internal sealed class SqliteStore(SqliteDatabase database) : IRecordStore
{
    public const string FileName = "record.db";

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS entry (
          position INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, recorded INTEGER NOT NULL,
          hash BLOB NOT NULL, bytes BLOB NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS entry_stream ON entry (stream, version);
        CREATE TABLE IF NOT EXISTS decision (
          key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, recorded INTEGER NOT NULL,
          result TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS head (id INTEGER PRIMARY KEY CHECK (id = 0), size INTEGER NOT NULL, root BLOB NOT NULL, recorded INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS kept_hash (level INTEGER NOT NULL, place INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, place)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS checkpoint (size INTEGER PRIMARY KEY, note TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, body TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS view_build (
          view TEXT NOT NULL, generation INTEGER NOT NULL, identity TEXT NOT NULL, tables TEXT NOT NULL, live INTEGER NOT NULL,
          position INTEGER, PRIMARY KEY (view, generation)) WITHOUT ROWID;
        """;

    private SqliteStatement? addDecision;
    private SqliteStatement? addEntry;
    private SqliteStatement? findStream;

    /// <summary>Opens for writing, making file and tables when missing.</summary>
    public static SqliteStore OpenWriter(string folder)
    {
        Directory.CreateDirectory(folder);
        var store = new SqliteStore(SqliteDatabase.OpenWriter(Path.Combine(folder, FileName)));
        store.Script(Schema);
        return store;
    }

    public static SqliteStore OpenReader(string folder) => new(SqliteDatabase.OpenReader(Path.Combine(folder, FileName)));

    public void Begin() => database.Statement("BEGIN IMMEDIATE").Run();

    public void BeginRead() => database.Statement("BEGIN").Run();

    public void Commit() => database.Statement("COMMIT").Run();

    public void Rollback()
    {
        // SQLite itself rolls back on some errors, such as a full disk.
        if (database.IsInTransaction)
            database.Statement("ROLLBACK").Run();
    }

    public void Mark() => database.Statement("SAVEPOINT decision").Run();

    public void ReleaseMark() => database.Statement("RELEASE decision").Run();

    public void RollbackToMark()
    {
        database.Statement("ROLLBACK TO decision").Run();
        ReleaseMark();
    }

    public bool IsBroken(Exception fault) =>
        fault is SqliteException { SqliteErrorCode: raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_FULL or raw.SQLITE_BUSY or raw.SQLITE_NOMEM or raw.SQLITE_READONLY };

    public StoredHead ReadHead() =>
        database.Query<StoredHead>("SELECT size, root, recorded AS recorded_ticks FROM head").FirstOrDefault() ?? new(0, MerkleHash.Empty, long.MinValue);

    public void SaveHead(StoredHead head) =>
        database.Statement("INSERT INTO head VALUES (0, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET size = excluded.size, root = excluded.root, recorded = excluded.recorded")
            .Bind(1, head.Size).Bind(2, head.Root).Bind(3, head.RecordedTicks).Run();

    public (long Version, byte[] Hash) FindStream(string stream)
    {
        var statement = Own(ref findStream, "SELECT version, hash FROM entry WHERE stream = ? ORDER BY version DESC LIMIT 1").Bind(1, stream);
        (long, byte[]) found = statement.Step() ? (statement.Long(0), statement.Blob(1)) : (0, []);
        statement.Reset();
        return found;
    }

    public StoredDecision? FindDecision(string key)
    {
        var statement = database.Statement("SELECT fingerprint, first, count, recorded, result FROM decision WHERE key = ?").Bind(1, key);
        var found = statement.Step()
            ? new StoredDecision(statement.Text(0), statement.Long(1), (int)statement.Long(2), statement.Long(3), statement.Text(4))
            : null;
        statement.Reset();
        return found;
    }

    public bool TryAddDecision(string key, StoredDecision decision) =>
        Own(ref addDecision, "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING").Bind(1, key).Bind(2, decision.Fingerprint)
            .Bind(3, decision.FirstPosition).Bind(4, decision.Count).Bind(5, decision.RecordedTicks).Bind(6, decision.Result).RunCounting() == 1;

    public void AddEntry(long position, string stream, long version, long recordedTicks, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> bytes) =>
        Own(ref addEntry, "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)").Bind(1, position).Bind(2, stream).Bind(3, version)
            .Bind(4, recordedTicks).Bind(5, hash).Bind(6, bytes).Run();

    public void AddOutbox(OutboxMessage message) =>
        database.Statement("INSERT INTO outbox (topic, body) VALUES (?, ?)").Bind(1, message.Topic).Bind(2, message.Body).Run();

    public void KeepHash(int level, long index, byte[] hash) =>
        database.Statement("INSERT INTO kept_hash VALUES (?, ?, ?)").Bind(1, level).Bind(2, index).Bind(3, hash).Run();

    public IReadOnlyList<byte[]> Hashes(int level, long index, int count)
    {
        var statement = level == 0
            ? database.Statement("SELECT hash FROM entry WHERE position >= ? AND position < ? ORDER BY position").Bind(1, index).Bind(2, index + count)
            : database.Statement("SELECT hash FROM kept_hash WHERE level = ? AND place >= ? AND place < ? ORDER BY place").Bind(1, level).Bind(2, index).Bind(3, index + count);
        return RowReader<byte[]>.ReadAll(statement);
    }

    public IReadOnlyList<StoredEntry> Entries(long from, int limit) =>
        ReadEntries(database.Statement("SELECT hash, bytes FROM entry WHERE position >= ? ORDER BY position LIMIT ?").Bind(1, from).Bind(2, limit));

    public (string Stream, long Version, long RecordedTicks) Place(long position) =>
        database.Query<(string, long, long)>("SELECT stream, version, recorded FROM entry WHERE position = @position", new { position })[0];

    public IReadOnlyList<StoredEntry> StreamEntries(string stream, long upToTicks) =>
        ReadEntries(database.Statement("SELECT hash, bytes FROM entry WHERE stream = ? AND recorded <= ? ORDER BY version").Bind(1, stream).Bind(2, upToTicks));

    public int Execute(string sql, object? parameters = null) => database.Execute(sql, parameters);

    public IReadOnlyList<TRow> Query<TRow>(string sql, object? parameters = null) => database.Query<TRow>(sql, parameters);

    public void Script(string sql) => database.Script(sql);

    public void Dispose()
    {
        addDecision?.Dispose();
        addEntry?.Dispose();
        findStream?.Dispose();
        database.Dispose();
    }

    /// <summary>The statements of every append are at hand without a look-up.</summary>
    private SqliteStatement Own(ref SqliteStatement? statement, string sql) => statement ??= database.Prepare(sql);

    private static List<StoredEntry> ReadEntries(SqliteStatement statement)
    {
        var entries = new List<StoredEntry>();
        while (statement.Step())
            entries.Add(new(statement.Blob(0), statement.Blob(1)));
        statement.Reset();
        return entries;
    }
}
