using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Signals.Signals;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.Web.Reading;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.FieldWork;

/// <summary>A task as a post sees it, with what stands beside it.</summary>
/// <param name="SignalLevel">How much of its signal the post may see; none where it may not know of it.</param>
/// <param name="Samples">Samples of the task that the post may see, with the laboratory's state.</param>
public sealed record TaskSight(Seen<FieldTask> Seen, AccessLevel SignalLevel, IReadOnlyList<SampleRow> Samples)
{
    public FieldTask Task => Seen.State;

    public string Id => Seen.State.Stream.Key;
}

/// <summary>Reads tasks for pages and interface.</summary>
internal sealed class TaskReading(ICurrent current, IAccess access, ReadDesk desk, Glances glances, TaskQueries tasks, SampleQueries samples)
{
    private Acting Who => current.Who ?? throw new InvalidOperationException("A reading was reached without a sign-in.");

    /// <summary>Every task the post may see, the newest first.</summary>
    public Outcome<IReadOnlyList<SeenRow<TaskRow>>> List() =>
        access.Permit(Who, "task.read").Then<IReadOnlyList<SeenRow<TaskRow>>>(_ => desk.Filter(Who, tasks.List(), row => row.Subject).ToList());

    public async Task<Outcome<TaskSight>> ReadAsync(string id, CancellationToken cancel)
    {
        if (!(await desk.ReadAsync<FieldTask>(Who, new StreamId(FieldTask.Kind, id), needed: AccessLevel.Summary, cancel: cancel)).TryGet(out var seen, out var refusal))
            return refusal;
        var signal = seen.State.Sent is { } sent ? await glances.AtAsync<Signal>(Who, sent.Signal, cancel: cancel) : null;
        return new TaskSight(seen, signal?.Level ?? AccessLevel.None, [.. desk.Filter(Who, samples.List(id), row => row.Subject).Select(row => row.Row)]);
    }
}
