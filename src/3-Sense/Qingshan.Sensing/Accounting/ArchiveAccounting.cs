using Dapper;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Observations;

namespace Qingshan.Sensing.Accounting;

/// <summary>Reads the tallies and the checkpoint in one snapshot, then what the archive has received.</summary>
internal sealed class ArchiveAccounting(SegmentArchive archive, ObservationStore store) : IListenerAccount
{
    public AccountingReport? Report()
    {
        using var connection = store.OpenForReading();
        using var snapshot = connection.BeginTransaction(deferred: true);
        var lines = connection.Query<(string Line, string Reason, long Count)>(
            "SELECT line, reason, sum(count) FROM tally WHERE listener = @Hj212 GROUP BY line, reason ORDER BY reason", new { SensingModule.Hj212 }, snapshot).AsList();
        var read = store.ReadCheckpoint(connection).Records;
        var received = archive.Records;
        long Of(string line) => lines.Where(l => l.Line == line).Sum(l => l.Count);
        Dictionary<string, long> ByReason(string line) => lines.Where(l => l.Line == line).ToDictionary(l => l.Reason, l => l.Count, StringComparer.Ordinal);
        return new AccountingReport(
            SensingModule.Hj212, received, Of(TallyLine.Decoded), ByReason(TallyLine.Rejected), received - read,
            Of(TallyLine.Stored), ByReason(TallyLine.Withheld),
            Of(TallyLine.ReadingsStored), Of(TallyLine.ReadingsLate), Of(TallyLine.ReadingsMerged));
    }
}
