using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Record.Entries;
using Qingshan.Record.Views;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;

namespace Qingshan.Web.FieldWork;

/// <summary>A row of <c>GET /api/task</c>.</summary>
/// <param name="Enterprise">Null below full access.</param>
public sealed record TaskListItem(string Id, long Version, string State, string From, string To, string Division, string What, Instant SentAt, Instant? DueAt, string? Enterprise)
{
    internal static TaskListItem Of(TaskRow row, AccessLevel level) => new(
        row.Id, row.Version, row.State.ToLowerInvariant(), row.FromAgency, row.ToAgency, row.Division, row.What, ViewTime.Parse(row.SentAt),
        row.DueAt is null ? null : ViewTime.Parse(row.DueAt), level >= AccessLevel.Full ? row.Enterprise : null);
}

/// <summary>Answer of <c>GET /api/task/{id}</c>. What happened on site is null below full access.</summary>
/// <param name="Verbs">What the post may do now.</param>
public sealed record TaskAnswer(
    string Id, long Version, AccessLevel Level, IReadOnlyList<string> Verbs, TaskState State, string From, string To, string Division, string What, Instant SentAt, Instant? DueAt,
    string? Signal, string? Enterprise, string? Outlet, IReadOnlyList<TaskOfficer>? Officers, IReadOnlyList<CheckRecorded>? Checks,
    IReadOnlyList<TaskSample>? Samples, IReadOnlyList<ItemsSeized>? Seizures, IReadOnlyList<PhotoAttached>? Photos, string? Summary)
{
    internal static TaskAnswer Of(TaskSight sight)
    {
        var (task, sent, full) = (sight.Task, sight.Task.Sent!, sight.Seen.Full);
        return new(
            sight.Id, task.Version, sight.Seen.Access.Level, sight.Seen.Verbs, task.State, sent.From, sent.To, sent.Division, sent.What, task.SentAt, sent.DueAt,
            sight.SignalLevel > AccessLevel.None ? sent.Signal.Key : null, full ? sent.Enterprise : null, full ? sent.Outlet : null, full ? task.Officers : null,
            full ? task.Checks : null, full ? task.Samples : null, full ? task.Seizures : null, full ? task.Photos : null, full ? task.Summary : null);
    }
}

/// <summary>A row of <c>GET /api/sample</c>.</summary>
public sealed record SampleListItem(string Id, long Version, string Number, string State, string Agency, string Laboratory, IReadOnlyList<string> Factors, Instant TakenAt)
{
    internal static SampleListItem Of(SampleRow row) => new(
        row.Id, row.Version, row.Number, row.State, row.Agency, row.Laboratory, row.Factors.Split(' ', StringSplitOptions.RemoveEmptyEntries), ViewTime.Parse(row.TakenAt));
}

/// <summary>Answer of <c>GET /api/sample/{id}</c>: the sample and the question, never the firm. Results are null below full access.</summary>
public sealed record SampleAnswer(
    string Id, long Version, AccessLevel Level, IReadOnlyList<string> Verbs, string Number, string Agency, string Laboratory, Instant TakenAt, Quantity Volume, string Seal,
    IReadOnlyList<string> Factors, string? Point, SampleReceived? Received, Instant? ReceivedAt, IReadOnlyList<SampleResultRecorded>? Results)
{
    internal static SampleAnswer Of(SampleSight sight)
    {
        var (sample, taken, full) = (sight.Sample, sight.Sample.Taken!, sight.Seen.Full);
        return new(
            sight.Id, sample.Version, sight.Seen.Access.Level, sight.Seen.Verbs, taken.Number, taken.Agency, taken.Laboratory, taken.TakenAt, taken.Volume, taken.Seal,
            taken.Factors, full ? taken.Point : null, sample.Received, sample.ReceivedAt, full ? sample.Results : null);
    }
}
