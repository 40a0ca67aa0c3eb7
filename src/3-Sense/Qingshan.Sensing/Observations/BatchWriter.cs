using Dapper;
using Microsoft.Data.Sqlite;
using Qingshan.Record.Reasons;
using Qingshan.Sensing.Accounting;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;

namespace Qingshan.Sensing.Observations;

/// <summary>One transaction's worth of records: blocks are changed in memory and written once.</summary>
internal sealed class BatchWriter(SqliteConnection connection, SqliteTransaction transaction, string listener, ObjectTable objects, BlockTable blocks)
{
    private readonly Dictionary<(int Segment, string Line, string Reason), long> tallies = [];

    public void Add(ArchiveRecord record, Verdict verdict)
    {
        var segment = record.Position.Segment;
        if (verdict.Decoded)
            Count(segment, TallyLine.Decoded);
        if (verdict.Reason is { } reason)
        {
            Count(segment, verdict.Decoded ? TallyLine.Withheld : TallyLine.Rejected, reason.Code);
            Quarantine(record.Position, verdict, reason);
        }
        else if (verdict.Frame is { } frame)
        {
            Store(frame, verdict);
        }
    }

    public void Finish(Checkpoint next)
    {
        blocks.Write(transaction);
        foreach (var (key, count) in tallies)
        {
            connection.Execute(
                """
                INSERT INTO tally (listener, segment, line, reason, count) VALUES (@listener, @Segment, @Line, @Reason, @count)
                ON CONFLICT DO UPDATE SET count = count + excluded.count
                """,
                new { listener, key.Segment, key.Line, key.Reason, count }, transaction);
        }

        connection.Execute(
            "INSERT OR REPLACE INTO checkpoint (listener, segment, offset, records) VALUES (@listener, @Segment, @Offset, @Records)",
            new { listener, next.Position.Segment, next.Position.Offset, next.Records }, transaction);
    }

    private void Store(ObservedFrame frame, Verdict verdict)
    {
        var added = 0;
        foreach (var reading in frame.Readings)
        {
            var key = new ObjectKey(frame.Mn, frame.Command, reading.Factor, reading.Statistic);
            var point = new Point(frame.DataTime.ToUnixTimeMilliseconds(), reading.ValueText, reading.Mark, frame.Position);
            if (blocks.Add(objects.IdOf(key, connection, transaction), point.Time / key.Span, point, transaction))
                added++;
        }

        var segment = frame.Position.Segment;
        Count(segment, TallyLine.ReadingsStored, count: added);
        Count(segment, TallyLine.ReadingsMerged, count: frame.Readings.Count - added);
        if (added == 0)
        {
            Count(segment, TallyLine.Withheld, SensingReasons.Duplicate.Code);
            Quarantine(frame.Position, verdict, SensingReasons.Duplicate);
            return;
        }

        Count(segment, TallyLine.Stored);
        if (frame.Late)
            Count(segment, TallyLine.ReadingsLate, count: added);
    }

    private void Quarantine(ArchivePosition position, Verdict verdict, Reason reason) =>
        connection.Execute(
            "INSERT OR REPLACE INTO quarantine (listener, segment, offset, decoded, reason, mn) VALUES (@listener, @Segment, @Offset, @decoded, @reason, @mn)",
            new { listener, position.Segment, position.Offset, decoded = verdict.Decoded ? 1 : 0, reason = reason.Code, mn = verdict.Mn }, transaction);

    private void Count(int segment, string line, string reason = "", long count = 1)
    {
        if (count > 0)
            tallies[(segment, line, reason)] = tallies.GetValueOrDefault((segment, line, reason)) + count;
    }
}
