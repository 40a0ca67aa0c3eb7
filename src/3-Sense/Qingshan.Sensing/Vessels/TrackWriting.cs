using Dapper;
using Microsoft.Data.Sqlite;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Vessels;

/// <summary>The statements of one flush.</summary>
internal static class TrackWriting
{
    public static void Blocks(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<KeyValuePair<(long Span, int Mmsi), TrackBlock>> dirty)
    {
        using var write = connection.CreateCommand();
        write.Transaction = transaction;
        write.CommandText = "INSERT OR REPLACE INTO block (span, mmsi, fixes, data) VALUES ($span, $mmsi, $fixes, $data)";
        foreach (var name in (string[])["$span", "$mmsi", "$fixes", "$data"])
            write.Parameters.Add(new SqliteParameter { ParameterName = name });
        foreach (var ((span, mmsi), block) in dirty)
        {
            write.Parameters[0].Value = span;
            write.Parameters[1].Value = mmsi;
            write.Parameters[2].Value = block.Count;
            write.Parameters[3].Value = block.Bytes;
            write.ExecuteNonQuery();
        }
    }

    public static void Identities(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<VesselIdentity> said) => connection.Execute(
        """
        INSERT OR REPLACE INTO identity (mmsi, at, name, call_sign, imo, ship_type, length, beam, destination)
        VALUES (@Mmsi, @At, @Name, @CallSign, @Imo, @ShipType, @Length, @Beam, @Destination)
        """,
        said.Select(i => new { i.Mmsi, At = i.At.ToUnixTimeMilliseconds(), i.Name, i.CallSign, i.Imo, i.ShipType, i.Length, i.Beam, i.Destination }), transaction);

    public static void Quarantine(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<(ArchivePosition Position, bool Decoded, string Reason)> rows) =>
        connection.Execute(
            "INSERT OR REPLACE INTO quarantine (segment, offset, decoded, reason) VALUES (@Segment, @Offset, @Decoded, @Reason)",
            rows.Select(r => new { r.Position.Segment, r.Position.Offset, r.Decoded, r.Reason }), transaction);

    public static void Tallies(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyDictionary<(string Line, string Reason), long> tallies) =>
        connection.Execute(
            "INSERT INTO tally (line, reason, count) VALUES (@Line, @Reason, @Count) ON CONFLICT DO UPDATE SET count = count + excluded.count",
            tallies.Select(t => new { t.Key.Line, t.Key.Reason, Count = t.Value }), transaction);

    public static void Checkpoint(SqliteConnection connection, SqliteTransaction transaction, TrackCheckpoint next) => connection.Execute(
        "INSERT OR REPLACE INTO checkpoint (id, segment, offset, records, warm_segment, warm_offset) VALUES (0, @Segment, @Offset, @Records, @WarmSegment, @WarmOffset)",
        new { next.Position.Segment, next.Position.Offset, next.Records, WarmSegment = next.Warm.Segment, WarmOffset = next.Warm.Offset }, transaction);
}
