using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Qingshan.Sensing.Vessels;

/// <summary>Opens <c>tracks.db</c>: one writing connection, any number of reading ones. A file of an older version is emptied and filled from the archive again.</summary>
internal sealed class TrackDatabase
{
    private const int Version = 1;

    private const string Script = """
        CREATE TABLE checkpoint (
          id INTEGER PRIMARY KEY CHECK (id = 0), segment INTEGER NOT NULL, offset INTEGER NOT NULL, records INTEGER NOT NULL,
          warm_segment INTEGER NOT NULL, warm_offset INTEGER NOT NULL);
        CREATE TABLE block (span INTEGER NOT NULL, mmsi INTEGER NOT NULL, fixes INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (span, mmsi)) WITHOUT ROWID;
        CREATE INDEX block_vessel ON block (mmsi, span);
        CREATE TABLE identity (
          mmsi INTEGER NOT NULL, at INTEGER NOT NULL, name TEXT NOT NULL, call_sign TEXT NOT NULL, imo INTEGER NOT NULL, ship_type INTEGER NOT NULL,
          length INTEGER NOT NULL, beam INTEGER NOT NULL, destination TEXT NOT NULL, PRIMARY KEY (mmsi, at)) WITHOUT ROWID;
        CREATE TABLE quarantine (segment INTEGER NOT NULL, offset INTEGER NOT NULL, decoded INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (segment, offset)) WITHOUT ROWID;
        CREATE TABLE tally (line TEXT NOT NULL, reason TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (line, reason)) WITHOUT ROWID;
        """;

    private readonly string file;

    public TrackDatabase(string file)
    {
        this.file = file;
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var connection = Open();
        if (connection.ExecuteScalar<int>("PRAGMA user_version") == Version)
            return;
        foreach (var table in connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").AsList())
            connection.Execute($"DROP TABLE \"{table}\"");
        connection.Execute(Script);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Version}"));
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = true, DefaultTimeout = 30 }.ToString());
        connection.Open();
        // A lost tail of transactions is read again from the archive, so the log need not be flushed at each commit.
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        return connection;
    }
}
