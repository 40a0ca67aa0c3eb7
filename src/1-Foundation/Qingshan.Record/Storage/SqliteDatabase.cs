using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Qingshan.Record.Storage;

/// <summary>One connection to a SQLite file, with its statements kept prepared. Used by one thread at a time.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private const int StatementLimit = 512;
    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);
    private readonly sqlite3 handle;

    static SqliteDatabase() => Batteries_V2.Init();

    private SqliteDatabase(sqlite3 handle) => this.handle = handle;

    /// <summary>Opens for writing: WAL, and an fsync for every commit.</summary>
    public static SqliteDatabase OpenWriter(string path)
    {
        var database = Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        database.Script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -8000; PRAGMA wal_autocheckpoint = 4000; PRAGMA foreign_keys = OFF;");
        return database;
    }

    public static SqliteDatabase OpenReader(string path) => Open(path, raw.SQLITE_OPEN_READONLY);

    /// <summary>True between BEGIN and the end of the transaction; a failed COMMIT may or may not have ended it.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>A statement of this connection, prepared once.</summary>
    public SqliteStatement Statement(string sql)
    {
        if (statements.TryGetValue(sql, out var statement))
            return statement;
        if (statements.Count >= StatementLimit)
            Forget();
        return statements[sql] = new(handle, sql);
    }

    /// <summary>A statement that its caller keeps and disposes.</summary>
    public SqliteStatement Prepare(string sql) => new(handle, sql);

    /// <summary>Runs several statements without parameters.</summary>
    public void Script(string sql) => Check(handle, raw.sqlite3_exec(handle, sql));

    public int Execute(string sql, object? parameters = null)
    {
        var statement = Statement(sql);
        SqliteParameters.Bind(statement, parameters);
        return statement.RunCounting();
    }

    public List<TRow> Query<TRow>(string sql, object? parameters = null)
    {
        var statement = Statement(sql);
        SqliteParameters.Bind(statement, parameters);
        return RowReader<TRow>.ReadAll(statement);
    }

    public void Dispose()
    {
        Forget();
        handle.Dispose();
    }

    /// <summary>Throws for a result code that is an error.</summary>
    internal static void Check(sqlite3 handle, int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw new SqliteException(raw.sqlite3_errmsg(handle).utf8_to_string(), code, raw.sqlite3_extended_errcode(handle));
    }

    private static SqliteDatabase Open(string path, int flags)
    {
        var code = raw.sqlite3_open_v2(path, out var handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        Check(handle, code);
        Check(handle, raw.sqlite3_busy_timeout(handle, 10_000));
        return new(handle);
    }

    private void Forget()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        statements.Clear();
    }
}
