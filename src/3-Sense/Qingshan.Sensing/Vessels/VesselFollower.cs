using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using NodaTime;
using Qingshan.Protocols.Ais;
using Qingshan.Sensing.Accounting;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Vessels;

/// <summary>Reads the AIS archive behind the listeners, fills picture and tracks. It may lag; the listeners never wait for it.</summary>
internal sealed class VesselFollower(
    SegmentArchive archive, TrackStore store, VesselPicture picture, VesselRules rules, TimeProvider time, ILogger<VesselFollower> log)
{
    private const int BatchRecords = 4_000;
    private const long BatchBytes = 4 << 20;
    private static readonly TimeSpan FlushEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private AisReader reader = new(rules);
    private ArchivePosition position;
    private long records;
    private long flushedAt;

    public async Task RunAsync(CancellationToken stop)
    {
        if (store.Checkpoint.Position > archive.End)
        {
            log.LogError("The tracks are ahead of the archive ({Checkpoint} > {End}): they are built anew from it", store.Checkpoint.Position, archive.End);
            store.Clear();
        }

        Resume();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await GrowsAsync(stop))
                    Step(stop);
                else
                    Flush();
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (Exception failure) when (failure is IOException or SqliteException)
            {
                log.LogError(failure, "Vessel tracks cannot be stored; the sentences stay in the archive and are read again");
                await Task.Delay(Pause, time, CancellationToken.None);
                Resume();
            }
        }

        Flush();
    }

    /// <summary>Begins at what is written. Open parts before it are read again without being counted.</summary>
    private void Resume()
    {
        store.Forget();
        reader = new AisReader(rules);
        (position, records, flushedAt) = (store.Checkpoint.Position, store.Checkpoint.Records, time.GetTimestamp());
        foreach (var record in archive.Read(store.Checkpoint.Warm).TakeWhile(r => r.Position < position))
            reader.Read(record);
    }

    /// <summary>False when nothing came for a second.</summary>
    private async Task<bool> GrowsAsync(CancellationToken stop)
    {
        using var quiet = new CancellationTokenSource(Quiet, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, quiet.Token);
        try
        {
            await archive.WaitBeyondAsync(position, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Step(CancellationToken stop)
    {
        foreach (var batch in archive.Read(position).InBatches(BatchRecords, BatchBytes))
        {
            var (fixes, said) = (new List<VesselFix>(batch.Count), new List<VesselIdentity>());
            foreach (var record in batch)
                Take(record, fixes, said);
            picture.Take(fixes, said);
            (position, records) = (batch[^1].Next, records + batch.Count);
            if (time.GetElapsedTime(flushedAt) >= FlushEvery)
                Flush();
            stop.ThrowIfCancellationRequested();
        }
    }

    private void Take(ArchiveRecord record, List<VesselFix> fixes, List<VesselIdentity> said)
    {
        var verdict = reader.Read(record);
        var reason = verdict.Reason;
        if (verdict.Decoded)
            store.Count(TallyLine.Decoded);
        if (reason is null && !Keep(record, verdict, fixes, said))
            reason = SensingReasons.AisMerged;
        if (reason is null)
        {
            store.Count(TallyLine.Stored);
            return;
        }

        store.Count(verdict.Decoded ? TallyLine.Withheld : TallyLine.Rejected, reason.Code);
        if (!AisReader.IsQuiet(reason))
            store.Quarantine(record.Position, verdict.Decoded, reason.Code);
    }

    /// <summary>False where nothing of it is new.</summary>
    private bool Keep(ArchiveRecord record, AisVerdict verdict, List<VesselFix> fixes, List<VesselIdentity> said)
    {
        var kept = false;
        // Tracks are kept to the millisecond.
        var at = Instant.FromUnixTimeMilliseconds(verdict.At.ToUnixTimeMilliseconds());
        if (verdict.Position is { } p)
        {
            var fix = new VesselFix(p.Mmsi, at, p.Longitude, p.Latitude, p.Speed, p.Course, p.Heading, p.Status, 0);
            fixes.Add(fix);
            kept = store.Add(fix, record.Position);
            store.Count(kept ? TallyLine.ReadingsStored : TallyLine.ReadingsMerged);
            if (kept && record.ReceivedAt - at > VesselRules.LateAfter)
                store.Count(TallyLine.ReadingsLate);
        }

        if (verdict.Identity is { } identity && store.Add(Merge(store.IdentityOf(identity.Mmsi), identity, at)) is { } changed)
        {
            said.Add(changed);
            kept = true;
        }

        return kept;
    }

    /// <summary>What is known of the ship after a message that speaks of some of it.</summary>
    private static VesselIdentity Merge(VesselIdentity? known, AisIdentity said, Instant at) => new(
        said.Mmsi, said.Name ?? known?.Name ?? "", said.CallSign ?? known?.CallSign ?? "", said.Imo ?? known?.Imo ?? 0, said.ShipType ?? known?.ShipType ?? 0,
        said.Length ?? known?.Length ?? 0, said.Beam ?? known?.Beam ?? 0, said.Destination ?? known?.Destination ?? "", at);

    private void Flush()
    {
        flushedAt = time.GetTimestamp();
        if (position == store.Checkpoint.Position)
            return;
        store.Flush(new TrackCheckpoint(position, records, reader.OpenSince ?? position));
    }
}
