using Qingshan.Directory.Access;
using Qingshan.Record.Entries;

namespace Qingshan.Tasking.Tasks;

/// <summary>Where a task stands.</summary>
public enum TaskState
{
    Sent,
    Accepted,
    Done,
}

/// <summary>A sample as its task knows it.</summary>
public sealed record TaskSample(StreamId Sample, string Number, NodaTime.Instant TakenAt);

/// <summary>An officer on a task, from the moment of acceptance on.</summary>
public sealed record TaskOfficer(string Officer, string Certificate, NodaTime.Instant AcceptedAt);

/// <summary>A task: what one agency asked another to do on the spot, and what its officers did.</summary>
public sealed record FieldTask : IFold<FieldTask>, IHasSubject
{
    public const string Kind = "task";

    public static FieldTask Empty { get; } = new();

    public StreamId Stream { get; init; }

    public long Version { get; init; }

    public TaskState State { get; init; }

    public TaskSent? Sent { get; init; }

    public NodaTime.Instant SentAt { get; init; }

    public IReadOnlyList<TaskOfficer> Officers { get; init; } = [];

    public IReadOnlyList<CheckRecorded> Checks { get; init; } = [];

    public IReadOnlyList<TaskSample> Samples { get; init; } = [];

    public IReadOnlyList<ItemsSeized> Seizures { get; init; } = [];

    public IReadOnlyList<PhotoAttached> Photos { get; init; } = [];

    public string Summary { get; init; } = "";

    public Subject Subject => new(Stream, State == TaskState.Done ? "done" : "open", Sent?.To ?? "", Sent?.Division ?? "")
    {
        Team = [.. Officers.Select(o => o.Officer)],
        Joint = Sent is null ? [] : [Sent.From],
    };

    /// <summary>The officers who were on the task when an act ended, and so may have signed for it. Its time is typed to the minute.</summary>
    public IReadOnlyList<string> OfficersAt(NodaTime.Instant ended) =>
        [.. Officers.Where(officer => officer.AcceptedAt < ended + NodaTime.Duration.FromMinutes(1)).Select(officer => officer.Officer)];

    public FieldTask Apply(Entry entry) => (this with { Stream = entry.Stream, Version = entry.Version }).With(entry);

    private FieldTask With(Entry entry) => entry.Body switch
    {
        TaskSent sent => this with { Sent = sent, SentAt = entry.OccurredAt },
        TaskAccepted accepted => this with { Officers = [.. Officers, new(accepted.Officer, accepted.Certificate, entry.OccurredAt)], State = TaskState.Accepted },
        CheckRecorded check => this with { Checks = [.. Checks, check] },
        TaskSampleTaken sample => this with { Samples = [.. Samples, new(sample.Sample, sample.Number, entry.OccurredAt)] },
        ItemsSeized seized => this with { Seizures = [.. Seizures, seized] },
        PhotoAttached photo => this with { Photos = [.. Photos, photo] },
        TaskFinished finished => this with { State = TaskState.Done, Summary = finished.Summary },
        _ => this,
    };
}
