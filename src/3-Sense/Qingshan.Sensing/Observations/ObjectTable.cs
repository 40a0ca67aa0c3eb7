using Dapper;
using Microsoft.Data.Sqlite;
using Qingshan.Protocols.Hj212;

namespace Qingshan.Sensing.Observations;

/// <summary>Numbers of objects, known by heart: they are few and asked for at every value.</summary>
internal sealed class ObjectTable
{
    private readonly Dictionary<ObjectKey, long> ids = [];
    private readonly List<ObjectKey> fresh = [];

    public ObjectTable(SqliteConnection connection)
    {
        foreach (var row in connection.Query<(long Id, string Mn, long Command, string Factor, long Statistic)>(
            "SELECT id, mn, command, factor, statistic FROM object"))
            ids[new ObjectKey(row.Mn, (int)row.Command, row.Factor, (Hj212Statistic)row.Statistic)] = row.Id;
    }

    public long IdOf(ObjectKey key, SqliteConnection connection, SqliteTransaction transaction)
    {
        if (ids.TryGetValue(key, out var id))
            return id;
        id = connection.ExecuteScalar<long>(
            "INSERT INTO object (mn, command, factor, statistic) VALUES (@Mn, @Command, @Factor, @Statistic) RETURNING id",
            new { key.Mn, key.Command, key.Factor, Statistic = (int)key.Statistic }, transaction);
        ids[key] = id;
        fresh.Add(key);
        return id;
    }

    /// <summary>The transaction that gave the newest numbers is committed.</summary>
    public void Keep() => fresh.Clear();

    /// <summary>The transaction that gave the newest numbers failed.</summary>
    public void Withdraw()
    {
        foreach (var key in fresh)
            ids.Remove(key);
        fresh.Clear();
    }

    public void Forget()
    {
        ids.Clear();
        fresh.Clear();
    }
}
