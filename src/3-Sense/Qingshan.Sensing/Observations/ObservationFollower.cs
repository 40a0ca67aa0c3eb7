using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;

namespace Qingshan.Sensing.Observations;

/// <summary>Reads the archive behind the listener and fills the store. It may lag; the listener never waits for it.</summary>
internal sealed class ObservationFollower(
    SegmentArchive archive, ObservationStore store, ObservationRules rules, IRegistry registry, TimeProvider time, ILogger<ObservationFollower> log)
{
    private const int BatchRecords = 10_000;
    private const long BatchBytes = 16 << 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken stop)
    {
        if (store.Checkpoint.Position > archive.End)
        {
            log.LogError("The observations are ahead of the archive ({Checkpoint} > {End}): they are built anew from it", store.Checkpoint.Position, archive.End);
            store.Clear();
        }

        while (!stop.IsCancellationRequested)
        {
            try
            {
                await archive.WaitBeyondAsync(store.Checkpoint.Position, stop);
                Step(stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception failure) when (failure is IOException or SqliteException)
            {
                log.LogError(failure, "Observations cannot be stored; they stay in the archive and are tried again");
                await Task.Delay(Pause, time, CancellationToken.None);
            }
        }
    }

    private void Step(CancellationToken stop)
    {
        foreach (var records in archive.Read(store.Checkpoint.Position).InBatches(BatchRecords, BatchBytes))
        {
            store.Apply([.. records.Select(r => (r, FrameDecoder.Decode(r, rules, registry.FindStation)))]);
            stop.ThrowIfCancellationRequested();
        }
    }
}
