using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Record.Entries;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.Web.Reading;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.CaseFiles;

/// <summary>A task whose records may be taken into the file.</summary>
/// <param name="Taken">Something of it is in the file already.</param>
public sealed record TaskToTake(string Id, string What, bool Taken);

/// <summary>A laboratory result that may be taken into the file.</summary>
public sealed record ResultToTake(string Sample, string Number, string Factor, Quantity Concentration, bool Taken);

/// <summary>Samples of the case's signal that the laboratory still has.</summary>
public sealed record SampleWaited(string Id, string Number, string State);

/// <summary>What was done because of the case's signal and is not, or not wholly, in the file.</summary>
public sealed record MaterialToTake(IReadOnlyList<TaskToTake> Tasks, IReadOnlyList<ResultToTake> Results, IReadOnlyList<SampleWaited> Waited)
{
    public bool IsEmpty => Tasks.Count + Results.Count + Waited.Count == 0;
}

/// <summary>Finds work that an officer may take into the file of a case.</summary>
internal sealed class CaseMaterial(ICurrent current, ReadDesk desk, IAccessJournal journal, Glances glances, TaskQueries tasks, SampleQueries samples)
{
    private Acting Who => current.Who ?? throw new InvalidOperationException("A reading was reached without a sign-in.");

    public async Task<MaterialToTake> OfAsync(Case state, CancellationToken cancel)
    {
        var ofSignal = desk.Filter(Who, tasks.List(state.Opened!.Signal.Key), row => row.Subject, AccessLevel.Full).Select(row => row.Row).ToList();
        var (results, waited) = (new List<ResultToTake>(), new List<SampleWaited>());
        foreach (var row in ofSignal.SelectMany(task => samples.List(task.Id)))
        {
            if (await glances.AtAsync<Sample>(Who, new StreamId(Sample.Kind, row.Id), cancel: cancel) is not { Level: >= AccessLevel.Full } sample)
                continue;
            // The results are shown beside the file, which is a reading of the sample.
            if (sample.State.Results.Count > 0)
                await journal.WriteAsync(new AccessRead(Who, $"{Sample.Kind}/{row.Id}", "read", sample.Level, Refused: false), cancel);
            results.AddRange(sample.State.Results.Select(result => new ResultToTake(row.Id, row.Number, result.Factor, result.Concentration, InFile.Has(state, sample.State.Stream, result))));
            if (sample.State.Results.Count == 0)
                waited.Add(new(row.Id, row.Number, row.State));
        }

        return new(
            [.. ofSignal.Where(task => task.State != nameof(TaskState.Sent)).Select(task => new TaskToTake(task.Id, task.What, state.Evidence.Any(item => item.Source?.ToString() == $"task/{task.Id}")))],
            results, waited);
    }
}
