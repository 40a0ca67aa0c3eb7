using Dapper;
using Qingshan.Sensing.Accounting;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Vessels;

/// <summary>The account of the AIS listeners: what is written of the tracks, and what the archive has beyond it.</summary>
/// <param name="listens">A listener is configured; without one an empty archive has nothing to say.</param>
internal sealed class VesselAccounting(SegmentArchive archive, TrackStore store, bool listens) : IListenerAccount
{
    public AccountingReport? Report()
    {
        using var connection = store.OpenForReading();
        using var snapshot = connection.BeginTransaction(deferred: true);
        var lines = connection.Query<(string Line, string Reason, long Count)>("SELECT line, reason, count FROM tally ORDER BY reason", transaction: snapshot).AsList();
        var written = TrackStore.ReadCheckpoint(connection).Records;
        var received = archive.Records;
        if (!listens && received == 0)
            return null;
        long Of(string line) => lines.Where(l => l.Line == line).Sum(l => l.Count);
        Dictionary<string, long> ByReason(string line) => lines.Where(l => l.Line == line).ToDictionary(l => l.Reason, l => l.Count, StringComparer.Ordinal);
        return new AccountingReport(
            SensingModule.Ais, received, Of(TallyLine.Decoded), ByReason(TallyLine.Rejected), received - written,
            Of(TallyLine.Stored), ByReason(TallyLine.Withheld), Of(TallyLine.ReadingsStored), Of(TallyLine.ReadingsLate), Of(TallyLine.ReadingsMerged));
    }
}
