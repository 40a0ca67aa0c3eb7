using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Qingshan.Sensing.Vessels;

/// <summary>Reads what is written; what is not yet written is in the picture's memory.</summary>
internal static class TrackQueries
{
    public static IReadOnlyList<VesselIdentity> NewestIdentities(SqliteConnection from) =>
    [
        .. from.Query<(long Mmsi, long At, string Name, string CallSign, long Imo, long ShipType, long Length, long Beam, string Destination)>(
            """
            SELECT mmsi, at, name, call_sign, imo, ship_type, length, beam, destination FROM identity i
            WHERE at = (SELECT max(at) FROM identity WHERE mmsi = i.mmsi)
            """).Select(r => new VesselIdentity(
                (int)r.Mmsi, r.Name, r.CallSign, (int)r.Imo, (int)r.ShipType, (int)r.Length, (int)r.Beam, r.Destination, Instant.FromUnixTimeMilliseconds(r.At))),
    ];

    /// <summary>Every vessel's last fix at an instant, not older than <paramref name="age"/> then.</summary>
    public static Dictionary<int, StoredFix> At(SqliteConnection from, Instant at, Duration age)
    {
        var (newest, oldest) = (at.ToUnixTimeMilliseconds() / TrackStore.Span, (at - age).ToUnixTimeMilliseconds() / TrackStore.Span);
        var found = new Dictionary<int, StoredFix>();
        foreach (var (mmsi, data) in from.Query<(long Mmsi, byte[] Data)>("SELECT mmsi, data FROM block WHERE span BETWEEN @oldest AND @newest ORDER BY span DESC", new { oldest, newest }, buffered: false))
        {
            if (found.ContainsKey((int)mmsi))
                continue;
            foreach (var fix in FixCodec.Decode((int)mmsi, data))
            {
                if (fix.Fix.At <= at && fix.Fix.At >= at - age && (!found.TryGetValue((int)mmsi, out var best) || best.Fix.At < fix.Fix.At))
                    found[(int)mmsi] = fix;
            }
        }

        return found;
    }

    /// <summary>Fixes of one vessel by time, from inclusive, to exclusive.</summary>
    public static List<StoredFix> Track(SqliteConnection from, int mmsi, Instant since, Instant until)
    {
        var (first, last) = (since.ToUnixTimeMilliseconds() / TrackStore.Span, until.ToUnixTimeMilliseconds() / TrackStore.Span);
        return [.. from.Query<byte[]>("SELECT data FROM block WHERE mmsi = @mmsi AND span BETWEEN @first AND @last ORDER BY span", new { mmsi, first, last })
            .SelectMany(data => FixCodec.Decode(mmsi, data))
            .Where(f => f.Fix.At >= since && f.Fix.At < until)
            .OrderBy(f => f.Fix.At)];
    }

    /// <summary>Names a vessel has used, the newest first.</summary>
    public static IReadOnlyList<(string Name, Instant At)> Names(SqliteConnection from, int mmsi) =>
        [.. from.Query<(string Name, long At)>("SELECT name, max(at) FROM identity WHERE mmsi = @mmsi AND name <> '' GROUP BY name ORDER BY max(at) DESC", new { mmsi })
            .Select(r => (r.Name, Instant.FromUnixTimeMilliseconds(r.At)))];
}
