using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;
using Qingshan.Record.Entries;
using Qingshan.Sensing.Archive;
using Qingshan.Signals.Signals;

namespace Qingshan.Signals.Exceedance;

/// <summary>
/// Where a detector got to, and what it holds in mind. Not business state: after a crash it is at most a little old, and reading the same
/// frames again leads to the same signals.
/// </summary>
public sealed class DetectorStore
{
    private readonly string connection;

    public DetectorStore(string path)
    {
        connection = new SqliteConnectionStringBuilder { DataSource = path }.ToString();
        using var db = Open();
        db.Execute("PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS detector (name TEXT PRIMARY KEY, position TEXT NOT NULL, state TEXT NOT NULL)");
    }

    /// <summary>The checkpoint of a detector; the start of the archive and an empty mind for a new one.</summary>
    public (ArchivePosition Position, Dictionary<string, ExceedanceWatch> State) Load(string name)
    {
        using var db = Open();
        var row = db.QuerySingleOrDefault<(string Position, string State)>("SELECT position, state FROM detector WHERE name = @name", new { name });
        return ArchivePosition.TryParse(row.Position, out var position)
            ? (position, JsonSerializer.Deserialize<Dictionary<string, WatchJson>>(row.State)!.ToDictionary(w => w.Key, w => w.Value.ToWatch(), StringComparer.Ordinal))
            : (ArchivePosition.Start, new(StringComparer.Ordinal));
    }

    public void Save(string name, ArchivePosition position, IReadOnlyDictionary<string, ExceedanceWatch> state)
    {
        using var db = Open();
        var json = JsonSerializer.Serialize(state.ToDictionary(w => w.Key, w => WatchJson.Of(w.Value)));
        db.Execute(
            "INSERT INTO detector (name, position, state) VALUES (@name, @position, @json) ON CONFLICT (name) DO UPDATE SET position = @position, state = @json",
            new { name, position = position.ToString(), json });
    }

    private SqliteConnection Open()
    {
        var db = new SqliteConnection(connection);
        db.Open();
        return db;
    }

    private sealed record WatchJson(
        string Station, string Factor, string Unit, EventJson? Event, string Signal, bool Over, string StatedTo, decimal StatedPeak, int Clear, string Newest, string Heard)
    {
        public static WatchJson Of(ExceedanceWatch watch) => new(
            watch.Station, watch.Factor, watch.Unit, watch.Event is null ? null : EventJson.Of(watch.Event), watch.Signal, watch.Over, Text(watch.StatedTo),
            watch.StatedPeak, watch.Clear, Text(watch.Newest), Text(watch.Heard));

        public ExceedanceWatch ToWatch() => new(Station, Factor, Unit)
        {
            Event = Event?.ToMeasured(),
            Signal = Signal,
            Over = Over,
            StatedTo = Time(StatedTo),
            StatedPeak = StatedPeak,
            Clear = Clear,
            Newest = Time(Newest),
            Heard = Time(Heard),
        };
    }

    private sealed record EventJson(string StartedAt, string LastAt, string Lowest, string Peak, int Readings, bool Ended, string FirstFrame, string LastFrame)
    {
        public static EventJson Of(Measured m) =>
            new(Text(m.StartedAt), Text(m.LastAt), m.Lowest.ToString(), m.Peak.ToString(), m.Readings, m.Ended, m.FirstFrame, m.LastFrame);

        public Measured ToMeasured() => new(
            Time(StartedAt), Time(LastAt), Quantity.TryParse(Lowest)!.Value, Quantity.TryParse(Peak)!.Value, Readings, Ended, FirstFrame, LastFrame);
    }

    private static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private static Instant Time(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
