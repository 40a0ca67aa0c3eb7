using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;
using Qingshan.Record.Entries;
using Qingshan.Sensing.Archive;

namespace Qingshan.Signals.Detectors;

/// <summary>
/// Where each detector got to, and what it holds in mind. Not business state: after a crash it is at most a little old, and reading the same
/// records again leads to the same signals.
/// </summary>
public sealed class DetectorStore
{
    private static readonly JsonSerializerOptions Json = new()
    {
        IgnoreReadOnlyProperties = true,
        Converters =
        {
            new AsText<Instant>(InstantPattern.ExtendedIso.Format, text => InstantPattern.ExtendedIso.Parse(text).Value),
            new AsText<Duration>(DurationPattern.Roundtrip.Format, text => DurationPattern.Roundtrip.Parse(text).Value),
            new AsText<Quantity>(quantity => quantity.ToString(), text => Quantity.TryParse(text)!.Value),
        },
    };

    private readonly string connection;

    public DetectorStore(string path)
    {
        connection = new SqliteConnectionStringBuilder { DataSource = path }.ToString();
        using var db = Open();
        db.Execute("PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS detector (name TEXT PRIMARY KEY, position TEXT NOT NULL, state TEXT NOT NULL)");
    }

    /// <summary>The checkpoint of a detector and its watches by key; the start of the archive and an empty mind for a new one.</summary>
    public (ArchivePosition Position, Dictionary<string, TWatch> State) Load<TWatch>(string name)
    {
        using var db = Open();
        var row = db.QuerySingleOrDefault<(string Position, string State)>("SELECT position, state FROM detector WHERE name = @name", new { name });
        return ArchivePosition.TryParse(row.Position, out var position)
            ? (position, new(JsonSerializer.Deserialize<Dictionary<string, TWatch>>(row.State, Json)!, StringComparer.Ordinal))
            : (ArchivePosition.Start, new(StringComparer.Ordinal));
    }

    public void Save<TWatch>(string name, ArchivePosition position, IReadOnlyDictionary<string, TWatch> state)
    {
        using var db = Open();
        db.Execute(
            "INSERT INTO detector (name, position, state) VALUES (@name, @position, @json) ON CONFLICT (name) DO UPDATE SET position = @position, state = @json",
            new { name, position = position.ToString(), json = JsonSerializer.Serialize(state, Json) });
    }

    private SqliteConnection Open()
    {
        var db = new SqliteConnection(connection);
        db.Open();
        return db;
    }

    private sealed class AsText<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
