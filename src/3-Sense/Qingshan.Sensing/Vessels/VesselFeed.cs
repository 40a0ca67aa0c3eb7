using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using NodaTime;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Vessels;

/// <summary>Reads the archive as far as it is durable. Places come in single sentences, so no part need be remembered.</summary>
internal sealed class VesselFeed(SegmentArchive archive, TrackStore store, VesselRules rules, TimeProvider time) : IVesselFeed
{
    private const int BatchRecords = 2000;
    private const long BatchBytes = 2 << 20;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);

    public async IAsyncEnumerable<VesselBatch> FollowAsync(ArchivePosition from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = from;
        while (true)
        {
            if (!await GrowsAsync(next, cancellation))
            {
                yield return new VesselBatch([], next, IsLast: true);
                continue;
            }

            var reader = new AisReader(rules);
            foreach (var records in archive.Read(next).InBatches(BatchRecords, BatchBytes))
            {
                cancellation.ThrowIfCancellationRequested();
                next = records[^1].Next;
                yield return new VesselBatch(Fixes(reader, records), next, IsLast: records.Count < BatchRecords);
            }
        }
    }

    public async Task WaitWrittenAsync(ArchivePosition position, CancellationToken cancellation)
    {
        while (store.Checkpoint.Position < position)
            await Task.Delay(Often, time, cancellation);
    }

    public IReadOnlyList<TrackedFix> Track(int mmsi, Instant from, Instant to)
    {
        using var connection = store.OpenForReading();
        return [.. TrackQueries.Track(connection, mmsi, from, to).Select(f => new TrackedFix(f.Fix, f.Source))];
    }

    public TrackSlice Slice(int mmsi, Instant from, Instant to)
    {
        var fixes = Track(mmsi, from, to);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var fix in fixes)
            hash.AppendData((archive.Find(fix.Position) ?? throw new ArchiveDamagedException($"There is no record at {fix.Position}.")).Hash.Span);
        return new TrackSlice(fixes, Convert.ToHexStringLower(hash.GetHashAndReset()), VesselRules.Version);
    }

    private static List<ObservedFix> Fixes(AisReader reader, IReadOnlyList<ArchiveRecord> records)
    {
        var fixes = new List<ObservedFix>(records.Count);
        foreach (var record in records)
        {
            var verdict = reader.Read(record);
            if (verdict is { Reason: null, Position: { } p })
                fixes.Add(new(new VesselFix(p.Mmsi, Instant.FromUnixTimeMilliseconds(verdict.At.ToUnixTimeMilliseconds()), p.Longitude, p.Latitude, p.Speed, p.Course, p.Heading, p.Status, 0), record.Position, record.ReceivedAt, record.Authentication));
        }

        return fixes;
    }

    private async Task<bool> GrowsAsync(ArchivePosition beyond, CancellationToken cancellation)
    {
        using var quiet = new CancellationTokenSource(Quiet, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, quiet.Token);
        try
        {
            await archive.WaitBeyondAsync(beyond, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
