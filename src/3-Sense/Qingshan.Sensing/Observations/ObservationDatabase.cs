using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Qingshan.Sensing.Observations;

/// <summary>Opens <c>observations.db</c>: one writing connection, any number of reading ones.</summary>
internal sealed class ObservationDatabase
{
    private readonly string file;

    public ObservationDatabase(string file)
    {
        this.file = file;
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var connection = Open();
        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        if (version == ObservationSchema.Version)
            return;
        foreach (var table in connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").AsList())
            connection.Execute($"DROP TABLE \"{table}\"");
        connection.Execute(ObservationSchema.Script);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {ObservationSchema.Version}"));
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
