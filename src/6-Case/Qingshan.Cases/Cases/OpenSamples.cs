using Qingshan.Record;
using Qingshan.Signals.Signals;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;

namespace Qingshan.Cases.Cases;

/// <summary>Samples of a case's signal that may still say that it must be transferred: until they are read, no fine and no end takes the place of that.</summary>
internal static class OpenSamples
{
    /// <summary>Number of the first sample without all its results, or with one that is not in the file; null where there is none.</summary>
    public static async ValueTask<string?> FirstAsync(IRecord record, Case file, CancellationToken cancel)
    {
        var signal = (await record.ReadAsync(file.Opened!.Signal, cancel: cancel)).Fold<Signal>();
        foreach (var (stream, _) in signal.Tasks)
        {
            foreach (var taken in (await record.ReadAsync(stream, cancel: cancel)).Fold<FieldTask>().Samples)
            {
                if (IsOpen(file, (await record.ReadAsync(taken.Sample, cancel: cancel)).Fold<Sample>()))
                    return taken.Number;
            }
        }

        return null;
    }

    private static bool IsOpen(Case file, Sample sample) =>
        sample.Taken is { } taken
        && (taken.Factors.Any(factor => sample.Results.All(result => result.Factor != factor)) || sample.Results.Any(result => !InFile.Has(file, sample.Stream, result)));
}
