using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Views;

namespace Qingshan.Bench;

/// <summary>
/// Appends one entry with its view row, durably, for 64 clients, against bare SQLite transactions of two rows with the same bytes, settings and
/// group size. The two take turns in short slices, so that both see the same machine.
/// </summary>
internal static class AppendBench
{
    private const int Clients = 64;
    private const int PerClient = 150;
    private const int Slices = 10;
    private const int Rounds = 5;
    private static readonly string Text = new('字', 120);

    public static async Task<Figure> RunAsync(TextWriter output)
    {
        var rounds = new List<(double Rate, double Bare)>();
        await output.WriteLineAsync("append, 64 clients, fsync on       entries/s   bare two rows/s   group   ratio");
        for (var round = 0; round <= Rounds; round++)
        {
            var folder = System.IO.Directory.CreateTempSubdirectory("qingshan-bench-").FullName;
            var (rate, bare, group) = await RoundAsync(folder);
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

    /// <summary>Entries a second, bare decisions a second, and the mean group.</summary>
    private static async Task<(double Rate, double Bare, int Group)> RoundAsync(string folder)
    {
        await using var record = SqliteRecord.Open(new()
        {
            Folder = folder,
            Time = TimeProvider.System,
            EntryAssemblies = [typeof(AppendBench).Assembly],
            Views = [new BenchView()],
        });
        using var bare = new BareTables(Path.Combine(folder, "bare.db"), Text);
        var groups = 0;
        record.Committed += _ => groups++;
        var (ours, theirs) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var slice = 0; slice < Slices; slice++)
        {
            var before = groups;
            var start = TimeProvider.System.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => ClientAsync(record, client))));
            ours += TimeProvider.System.GetElapsedTime(start);
            start = TimeProvider.System.GetTimestamp();
            bare.Write(Clients * PerClient, (int)Math.Round((double)Clients * PerClient / (groups - before)));
            theirs += TimeProvider.System.GetElapsedTime(start);
        }

        var count = Slices * Clients * PerClient;
        return (count / ours.TotalSeconds, count / theirs.TotalSeconds, (int)Math.Round((double)count / groups));
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
}

/// <summary>The yardstick: decisions that are two plain rows each, one of an entry's size and one like the view's, with the record's own settings.</summary>
internal sealed class BareTables : IDisposable
{
    private readonly SqliteConnection database;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly SqliteCommand first;
    private readonly SqliteCommand second;

    public BareTables(string path, string text)
    {
        database = new($"Data Source={path};Pooling=False");
        database.Open();
        Execute(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -8000; PRAGMA wal_autocheckpoint = 4000;");
        Execute(database, "CREATE TABLE entry (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
        Execute(database, "CREATE TABLE row (id INTEGER PRIMARY KEY, number INTEGER NOT NULL, text TEXT NOT NULL)");
        begin = Prepare(database, "BEGIN IMMEDIATE");
        commit = Prepare(database, "COMMIT");
        first = Prepare(database, "INSERT INTO entry (bytes) VALUES (@bytes)", ("@bytes", new byte[(text.Length * 3) + 400]));
        second = Prepare(database, "INSERT INTO row (number, text) VALUES (@number, @text)", ("@number", 1L), ("@text", text));
    }

    public void Write(int count, int group)
    {
        for (var done = 0; done < count;)
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
    }

    public void Dispose()
    {
        foreach (var command in new[] { begin, commit, first, second })
            command.Dispose();
        database.Dispose();
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

    public string Schema => "CREATE TABLE {bench_list} (id INTEGER PRIMARY KEY, number INTEGER NOT NULL, text TEXT NOT NULL);";

    public void Project(Entry entry, IViewWriter writer)
    {
        if (entry.Body is BenchAppended appended)
            writer.Execute("INSERT INTO {bench_list} VALUES (@id, @number, @text)", new { id = entry.Position + 1, number = appended.Number, text = appended.Text });
    }
}
