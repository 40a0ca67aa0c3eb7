using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Views;

namespace Qingshan.Bench;

/// <summary>
/// Appends one entry with its view row, durably, for 64 clients, against bare SQLite transactions of two rows with the same bytes, settings and
/// group size in the same run.
/// </summary>
internal static class AppendBench
{
    private const int Clients = 64;
    private const int PerClient = 1500;
    private const int Rounds = 5;
    private static readonly string Text = new('字', 120);

    public static async Task<Figure> RunAsync(TextWriter output)
    {
        var rounds = new List<(double Rate, double Bare)>();
        await output.WriteLineAsync("append, 64 clients, fsync on       entries/s   bare two rows/s   group   ratio");
        for (var round = 0; round <= Rounds; round++)
        {
            var folder = System.IO.Directory.CreateTempSubdirectory("qingshan-bench-").FullName;
            var (rate, group, bytes) = await AppendAsync(folder);
            var bare = Bare(Path.Combine(folder, "bare.db"), group, bytes);
            System.IO.Directory.Delete(folder, recursive: true);
            if (round == 0)
                continue; // The first round warms up.
            rounds.Add((rate, bare));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"round {round}                        {rate,12:N0}   {bare,15:N0}   {group,5}   {rate / bare,5:P0}"));
        }

        var median = rounds.OrderBy(r => r.Rate / r.Bare).ElementAt(Rounds / 2);
        return new(
            "append: entry, view row, fsync; 64 clients",
            string.Create(CultureInfo.InvariantCulture, $"{median.Rate:N0} entries/s"),
            string.Create(CultureInfo.InvariantCulture, $"bare SQLite, two rows, same group: {median.Bare:N0}/s"),
            median.Rate / median.Bare, "at least 0.50");
    }

    /// <summary>Entries a second, the mean group, and the bytes of one stored entry.</summary>
    private static async Task<(double Rate, int Group, int Bytes)> AppendAsync(string folder)
    {
        await using var record = SqliteRecord.Open(new()
        {
            Folder = folder,
            Time = TimeProvider.System,
            EntryAssemblies = [typeof(AppendBench).Assembly],
            Views = [new BenchView()],
        });
        var groups = 0;
        record.Committed += _ => groups++;
        var start = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => ClientAsync(record, client))));
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        return (Clients * PerClient / seconds, (int)Math.Round((double)Clients * PerClient / groups), Text.Length * 3 + 400);
    }

    private static async Task ClientAsync(SqliteRecord record, int client)
    {
        var ids = new Ids(TimeProvider.System);
        for (var n = 0; n < PerClient; n++)
        {
            var stream = new StreamId("bench", ids.New());
            var entry = new NewEntry(new BenchAppended(Text, n, client), Instant.FromUnixTimeSeconds(n));
            (await record.AppendAsync(new(ids.New(), "f", Actor.Rule("bench"), [new(stream, 0, [entry])]))).Require();
        }
    }

    /// <summary>Decisions a second when each is two plain rows: one of an entry's size, one of the view's.</summary>
    private static double Bare(string path, int group, int bytes)
    {
        using var database = new SqliteConnection($"Data Source={path};Pooling=False");
        database.Open();
        Execute(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000;");
        Execute(database, "CREATE TABLE entry (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
        Execute(database, "CREATE TABLE row (id INTEGER PRIMARY KEY, number INTEGER NOT NULL, text TEXT NOT NULL)");
        var blob = new byte[bytes];
        using var begin = Prepare(database, "BEGIN IMMEDIATE");
        using var commit = Prepare(database, "COMMIT");
        using var first = Prepare(database, "INSERT INTO entry (bytes) VALUES (@bytes)", ("@bytes", blob));
        using var second = Prepare(database, "INSERT INTO row (number, text) VALUES (@number, @text)", ("@number", 1L), ("@text", Text));
        var start = TimeProvider.System.GetTimestamp();
        for (var done = 0; done < Clients * PerClient;)
        {
            begin.ExecuteNonQuery();
            for (var i = 0; i < group; i++, done++)
            {
                first.ExecuteNonQuery();
                second.Parameters[0].Value = (long)done;
                second.ExecuteNonQuery();
            }

            commit.ExecuteNonQuery();
        }

        return Clients * PerClient / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static void Execute(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Prepare(SqliteConnection database, string sql, params (string Name, object Value)[] parameters)
    {
        var command = database.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        command.Prepare();
        return command;
    }
}

[EntryType("bench.appended")]
internal sealed record BenchAppended(string Text, int Number, int Client) : EntryBody;

/// <summary>A list of entries, as plain as the yardstick's second row.</summary>
internal sealed class BenchView : IView
{
    public string Name => "bench_list";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["bench_list"];

    public string Schema => "CREATE TABLE {bench_list} (id TEXT PRIMARY KEY, number INTEGER NOT NULL, text TEXT NOT NULL) WITHOUT ROWID;";

    public void Project(Entry entry, IViewWriter writer)
    {
        if (entry.Body is BenchAppended appended)
            writer.Execute("INSERT INTO {bench_list} VALUES (@id, @number, @text)", new { id = entry.Stream.Key, number = appended.Number, text = appended.Text });
    }
}
