using System.Text;
using SQLitePCL;

namespace Qingshan.Record.Storage;

/// <summary>A prepared statement. Bound, stepped and reset by the thread that holds its connection.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt handle;

    public SqliteStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Sql = sql;
        SqliteDatabase.Check(database, raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out handle, out var rest));
        if (!string.IsNullOrWhiteSpace(rest))
            throw new ArgumentException("One statement at a time: " + sql);
        Parameters = [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(handle)).Select(i => raw.sqlite3_bind_parameter_name(handle, i).utf8_to_string() ?? "")];
    }

    public string Sql { get; }

    /// <summary>Parameter names in order, with their <c>@</c>.</summary>
    public string[] Parameters { get; }

    /// <summary>What the binder remembers about the last kind of parameters.</summary>
    public object? BindingPlan { get; set; }

    public int ColumnCount => raw.sqlite3_column_count(handle);

    public SqliteStatement Bind(int index, long value)
    {
        SqliteDatabase.Check(database, raw.sqlite3_bind_int64(handle, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, double value)
    {
        SqliteDatabase.Check(database, raw.sqlite3_bind_double(handle, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, string value)
    {
        if (value.Length == 0)
        {
            // An empty span has no address, which SQLite takes for NULL.
            SqliteDatabase.Check(database, raw.sqlite3_bind_text(handle, index, ""));
            return this;
        }

        // SQLite would turn UTF-16 into UTF-8 itself, but slowly.
        var limit = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> utf8 = limit <= 1024 ? stackalloc byte[limit] : new byte[limit];
        SqliteDatabase.Check(database, raw.sqlite3_bind_text(handle, index, utf8[..Encoding.UTF8.GetBytes(value, utf8)]));
        return this;
    }

    public SqliteStatement Bind(int index, ReadOnlySpan<byte> value)
    {
        SqliteDatabase.Check(database, value.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, index, 0) : raw.sqlite3_bind_blob(handle, index, value));
        return this;
    }

    public SqliteStatement BindNull(int index)
    {
        SqliteDatabase.Check(database, raw.sqlite3_bind_null(handle, index));
        return this;
    }

    /// <summary>Moves to the next row; false at the end. Call <see cref="Reset"/> after the last row needed.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code == raw.SQLITE_DONE)
            return false;
        raw.sqlite3_reset(handle);
        SqliteDatabase.Check(database, code);
        return false;
    }

    /// <summary>Makes ready for the next run. What was bound stays, and its memory is used again: whoever runs a statement binds all its parameters.</summary>
    public void Reset() => raw.sqlite3_reset(handle);

    /// <summary>Runs to the end.</summary>
    public void Run()
    {
        while (Step())
        {
        }

        Reset();
    }

    /// <summary>Runs to the end; returns the rows touched.</summary>
    public int RunCounting()
    {
        Run();
        return raw.sqlite3_changes(database);
    }

    public string ColumnName(int column) => raw.sqlite3_column_name(handle, column).utf8_to_string();

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public double Double(int column) => raw.sqlite3_column_double(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string() ?? "";

    public byte[] Blob(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    /// <summary>The value as SQLite holds it: long, double, string, byte[] or null.</summary>
    public object? Value(int column) => raw.sqlite3_column_type(handle, column) switch
    {
        raw.SQLITE_INTEGER => Long(column),
        raw.SQLITE_FLOAT => Double(column),
        raw.SQLITE_TEXT => Text(column),
        raw.SQLITE_BLOB => Blob(column),
        _ => null,
    };

    public void Dispose() => handle.Dispose();
}
