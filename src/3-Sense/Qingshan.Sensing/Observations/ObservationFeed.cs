using System.Runtime.CompilerServices;
using Dapper;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;

namespace Qingshan.Sensing.Observations;

/// <summary>Reads the archive up to where the store has read it, and leaves out what the store has quarantined.</summary>
internal sealed class ObservationFeed(SegmentArchive archive, ObservationStore store, ObservationRules rules, IRegistry registry) : IObservationFeed
{
    private const int ChunkRecords = 1000;

    public ArchivePosition StoredUpTo => store.Checkpoint.Position;

    public async IAsyncEnumerable<ObservedFrame> FollowAsync(ArchivePosition from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = from;
        while (true)
        {
            await store.WaitBeyondAsync(next, cancellation);
            var until = store.Checkpoint.Position;
            foreach (var chunk in archive.Read(next).TakeWhile(r => r.Position < until).Chunk(ChunkRecords))
            {
                var leftOut = Quarantined(chunk[0].Position, chunk[^1].Position);
                foreach (var record in chunk.Where(r => !leftOut.Contains(r.Position)))
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (FrameDecoder.Decode(record, rules, registry.FindStation).Frame is { } frame)
                        yield return frame;
                }
            }

            next = until;
        }
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
