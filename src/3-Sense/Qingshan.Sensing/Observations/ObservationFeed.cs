using System.Runtime.CompilerServices;
using Dapper;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;

namespace Qingshan.Sensing.Observations;

/// <summary>Reads the archive up to where the store has read it, and leaves out what the store has quarantined.</summary>
internal sealed class ObservationFeed(SegmentArchive archive, ObservationStore store, ObservationRules rules, IRegistry registry, TimeProvider time) : IObservationFeed
{
    private const int BatchRecords = 1000;
    private const long BatchBytes = 4 << 20;
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    public ArchivePosition StoredUpTo => store.Checkpoint.Position;

    public async IAsyncEnumerable<ObservedBatch> FollowAsync(ArchivePosition from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = from;
        while (true)
        {
            if (!await GrowsAsync(next, cancellation))
            {
                yield return new ObservedBatch([], next);
                continue;
            }

            var until = store.Checkpoint.Position;
            foreach (var records in archive.Read(next).TakeWhile(r => r.Position < until).InBatches(BatchRecords, BatchBytes))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return new ObservedBatch(Frames(records), records[^1].Next);
            }

            next = until;
        }
    }

    /// <summary>False when nothing came for a while.</summary>
    private async Task<bool> GrowsAsync(ArchivePosition beyond, CancellationToken cancellation)
    {
        using var quiet = new CancellationTokenSource(Quiet, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, quiet.Token);
        try
        {
            await store.WaitBeyondAsync(beyond, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private List<ObservedFrame> Frames(IReadOnlyList<ArchiveRecord> records)
    {
        var leftOut = Quarantined(records[0].Position, records[^1].Position);
        return [.. records.Where(r => !leftOut.Contains(r.Position)).Select(r => FrameDecoder.Decode(r, rules, registry.FindStation).Frame).OfType<ObservedFrame>()];
    }

    private HashSet<ArchivePosition> Quarantined(ArchivePosition first, ArchivePosition last)
    {
        using var connection = store.OpenForReading();
        return connection.Query<(long Segment, long Offset)>(
                """
                SELECT segment, offset FROM quarantine
                WHERE listener = 'hj212' AND (segment, offset) >= (@S1, @O1) AND (segment, offset) <= (@S2, @O2)
                """,
                new { S1 = first.Segment, O1 = first.Offset, S2 = last.Segment, O2 = last.Offset })
            .Select(r => new ArchivePosition((int)r.Segment, r.Offset)).ToHashSet();
    }
}
