using System.Reflection;
using Qingshan.Record.Checkpoints;
using Qingshan.Record.Views;

namespace Qingshan.Record;

/// <summary>How a record is opened.</summary>
public sealed record RecordOptions
{
    /// <summary>Folder of <c>record.db</c>; made when missing. One process writes to it at a time.</summary>
    public required string Folder { get; init; }

    /// <summary>Gives the recording time, which never runs back even when this clock does.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Assemblies that hold entry types and upcasters; the record's own are always there.</summary>
    public IReadOnlyList<Assembly> EntryAssemblies { get; init; } = [];

    /// <summary>The views to keep in step.</summary>
    public IReadOnlyList<IView> Views { get; init; } = [];

    /// <summary>Decisions that may wait at once, 1 or more; whoever comes later waits before queueing. The default is 4,096.</summary>
    public int QueueLimit { get; init; } = 4096;

    /// <summary>Decisions that share one transaction and one fsync, 1–1,024. The default is 256.</summary>
    public int GroupLimit { get; init; } = 256;

    /// <summary>Largest JSON of one entry body in bytes. The default is 1 MiB; bigger things are attachments.</summary>
    public int BodyLimit { get; init; } = 1 << 20;

    /// <summary>Names this log in its checkpoints: one word, such as <c>zhoushan.example/record</c>; stays the same for ever.</summary>
    public string Origin { get; init; } = "qingshan";

    /// <summary>Signs a checkpoint at most a second after a commit. Without a key none is signed.</summary>
    public ISigningKey? SigningKey { get; init; }

    /// <summary>Commits within this time share a checkpoint. At most a second; the default is half of one.</summary>
    public TimeSpan CheckpointDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Co-sign each checkpoint. One that refuses or is away is left out, and <see cref="OnFault"/> is told.</summary>
    public IReadOnlyList<IWitness> Witnesses { get; init; } = [];

    /// <summary>How long until a witness that was away is asked again when no commit comes before. The default is one minute.</summary>
    public TimeSpan WitnessRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Told of faults that no caller waits for: a commit handler that throws, a view build that fails. The default ignores them.</summary>
    public Action<Exception> OnFault { get; init; } = _ => { };
}
