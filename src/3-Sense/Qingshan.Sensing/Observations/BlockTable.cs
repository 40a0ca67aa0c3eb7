using Microsoft.Data.Sqlite;

namespace Qingshan.Sensing.Observations;

/// <summary>Reads and writes blocks by prepared statements and keeps those in memory that grow now: most points go where the last ones went.</summary>
internal sealed class BlockTable : IDisposable
{
    /// <summary>Some kilobytes each at most: the present hour of a city's stations.</summary>
    private const int Kept = 20_000;

    private readonly Dictionary<(long Object, long Span), Block> blocks = [];
    private readonly HashSet<(long Object, long Span)> changed = [];
    private readonly SqliteCommand read;
    private readonly SqliteCommand write;

    public BlockTable(SqliteConnection connection)
    {
        read = Prepare(connection, "SELECT data FROM block WHERE object = $object AND span = $span", "$object", "$span");
        write = Prepare(
            connection,
            "INSERT OR REPLACE INTO block (object, span, points, first_source, last_source, data) VALUES ($object, $span, $points, $first, $last, $data)",
            "$object", "$span", "$points", "$first", "$last", "$data");
    }

    /// <summary>Adds a point; false where it stood there already.</summary>
    public bool Add(long id, long span, Point point, SqliteTransaction transaction)
    {
        if (!blocks.TryGetValue((id, span), out var block))
            blocks[(id, span)] = block = Read(id, span, transaction);
        if (!block.Add(point))
            return false;
        changed.Add((id, span));
        return true;
    }

    /// <summary>Writes what changed within the transaction.</summary>
    public void Write(SqliteTransaction transaction)
    {
        write.Transaction = transaction;
        foreach (var (id, span) in changed)
        {
            var points = blocks[(id, span)].Points;
            Bind(write, id, span, points.Count, points.Min(p => p.Source).ToString(), points.Max(p => p.Source).ToString(), PointCodec.Encode(points));
            write.ExecuteNonQuery();
        }
    }

    /// <summary>The transaction is committed.</summary>
    public void Keep()
    {
        changed.Clear();
        if (blocks.Count > Kept)
            blocks.Clear();
    }

    /// <summary>The transaction failed or everything was cleared: memory is no longer what is stored.</summary>
    public void Forget()
    {
        changed.Clear();
        blocks.Clear();
    }

    public void Dispose()
    {
        read.Dispose();
        write.Dispose();
    }

    private Block Read(long id, long span, SqliteTransaction transaction)
    {
        read.Transaction = transaction;
        Bind(read, id, span);
        return new Block(read.ExecuteScalar() is byte[] data ? PointCodec.Decode(data) : []);
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, params string[] names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static void Bind(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
    }
}
