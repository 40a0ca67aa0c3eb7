using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;

namespace Qingshan.Sensing.Observations;

/// <summary>Reads <c>observations.db</c> and, where raw bytes are asked for, the archive.</summary>
internal sealed class ObservationQueries(SegmentArchive archive, ObservationStore store) : IObservations
{
    private const int ShownBytes = 2048;

    public IReadOnlyList<SeriesPoint> Series(string mn, int command, string factor, Hj212Statistic statistic, Instant from, Instant to)
    {
        using var connection = store.OpenForReading();
        var key = new ObjectKey(mn, command, factor, statistic);
        var id = connection.QueryFirstOrDefault<long?>(
            "SELECT id FROM object WHERE mn = @mn AND command = @command AND factor = @factor AND statistic = @s", new { mn, command, factor, s = (int)statistic });
        return id is { } found ? Numbered(Points(connection, found, key, from, to)) : [];
    }

    public IReadOnlyList<LatestPoint> Latest(string mn)
    {
        using var connection = store.OpenForReading();
        var latest = new List<LatestPoint>();
        foreach (var (id, key) in Objects(connection, mn))
        {
            var data = connection.ExecuteScalar<byte[]>("SELECT data FROM block WHERE object = @id ORDER BY span DESC LIMIT 1", new { id });
            latest.Add(new LatestPoint(mn, key.Command, key.Factor, key.Statistic, Numbered(PointCodec.Decode(data))[^1]));
        }

        return latest;
    }

    public EvidenceSlice Slice(string mn, Instant from, Instant to)
    {
        var positions = new SortedSet<ArchivePosition>();
        using (var connection = store.OpenForReading())
        {
            foreach (var (id, key) in Objects(connection, mn))
                positions.UnionWith(Points(connection, id, key, from, to).Select(p => p.Source));
        }

        var records = positions.Select(p => archive.Find(p)!)
            .Select(r => new SliceRecord(r.Position, r.ReceivedAt, r.Source, r.Authentication, Convert.ToHexStringLower(r.Hash.Span), r.Bytes)).ToList();
        var segments = positions.Select(p => p.Segment).Distinct().Select(n => archive.Segment(n)!).ToList();
        var hash = SHA256.HashData([.. records.SelectMany(r => Convert.FromHexString(r.Hash))]);
        return new EvidenceSlice(mn, from, to, records, segments, ObservationRules.Version, Convert.ToHexStringLower(hash));
    }

    public IReadOnlyList<QuarantinedStretch> Quarantined(int limit, string? mn = null, ArchivePosition? before = null)
    {
        using var connection = store.OpenForReading();
        var end = before ?? new ArchivePosition(int.MaxValue, 0);
        var rows = connection.Query<(long Segment, long Offset, long Decoded, string Reason, string Mn)>(
            $"""
            SELECT segment, offset, decoded, reason, mn FROM quarantine
            WHERE {(mn is null ? "listener = 'hj212'" : "mn = @mn")} AND (segment, offset) < (@Segment, @Offset)
            ORDER BY segment DESC, offset DESC LIMIT @limit
            """,
            new { mn, end.Segment, end.Offset, limit });
        return [.. rows.Select(r => Show(archive.Find(new ArchivePosition((int)r.Segment, r.Offset))!, r.Decoded != 0, r.Reason, r.Mn))];
    }

    public ArchiveRecord? Raw(ArchivePosition position) => archive.Find(position);

    private static QuarantinedStretch Show(ArchiveRecord record, bool decoded, string reason, string mn) => new(
        record.Position, record.ReceivedAt, record.Source, record.Authentication, decoded, SensingReasons.ByCode[reason], mn, record.Bytes.Length,
        Hj212Mask.Text(record.Bytes.Span[..Math.Min(record.Bytes.Length, ShownBytes)]));

    private static IReadOnlyList<(long Id, ObjectKey Key)> Objects(SqliteConnection connection, string mn) =>
        [.. connection.Query<(long Id, long Command, string Factor, long Statistic)>(
                "SELECT id, command, factor, statistic FROM object WHERE mn = @mn ORDER BY command, factor, statistic", new { mn })
            .Select(r => (r.Id, new ObjectKey(mn, (int)r.Command, r.Factor, (Hj212Statistic)r.Statistic)))];

    private static IEnumerable<Point> Points(SqliteConnection connection, long id, ObjectKey key, Instant from, Instant to)
    {
        var (first, last) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        return connection.Query<byte[]>(
                "SELECT data FROM block WHERE object = @id AND span BETWEEN @low AND @high ORDER BY span",
                new { id, low = first / key.Span, high = last / key.Span })
            .SelectMany(data => PointCodec.Decode(data))
            .Where(p => p.Time >= first && p.Time < last);
    }

    private static List<SeriesPoint> Numbered(IEnumerable<Point> points)
    {
        var numbered = new List<SeriesPoint>();
        foreach (var point in points)
        {
            var revision = numbered.Count > 0 && numbered[^1].Time == point.Instant ? numbered[^1].Revision + 1 : 0;
            numbered.Add(new SeriesPoint(point.Instant, point.Value, point.Text, point.Mark, point.Source, revision));
        }

        return numbered;
    }
}
