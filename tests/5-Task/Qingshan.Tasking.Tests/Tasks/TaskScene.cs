using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Signals.Signals;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.TestKit;
using Qingshan.TestKit.Rules;

namespace Qingshan.Tasking.Tests.Tasks;

/// <summary>A confirmed signal, and a task that was sent because of it.</summary>
internal sealed class TaskScene
{
    public static readonly StreamId Signal = new("signal", "s1");
    public static readonly StreamId Task = new("task", "t1");

    public TaskScene()
    {
        Commands = new TaskCommands(Bench.Desk, Bench.Directory, Bench.Files, Bench.Ids);
        Samples = new SampleCommands(Bench.Desk, Bench.Files);
    }

    public RulesBench Bench { get; } = new();

    public TaskCommands Commands { get; }

    public SampleCommands Samples { get; }

    public Instant Now => Bench.Now;

    public static TaskSent Sent => new("centre", "env", Signal, "firm", "DW001", TownDirectory.City, "现场检查", null);

    public async Task SignalAsync(params EntryBody[] after) => await Bench.Record.GivenAsync(Signal, [(EntryBody)Specimen.Of(typeof(SignalRaised)), .. after]);

    /// <summary>The task with as many officers as asked for.</summary>
    public async Task SentAsync(int officers = 2)
    {
        await Bench.Record.GivenAsync(Task, Sent);
        foreach (var officer in new[] { "inspector", "inspector-2" }.Take(officers))
            (await Commands.AcceptAsync(Bench.By(officer), "t1", new AcceptTask(), default)).Require();
    }

    public Task<FieldTask> StateAsync() => Bench.StateAsync<FieldTask>(Task);

    public RecordCheck Check(string findings = "直排") => new(Now - Duration.FromHours(1), Now, findings, FirmPresent: true);

    public TakeSample Sample() => new("SF-1", "DW001", Now, new(500, "mL"), "F-1", ["w20117"]);

    public SeizeItems Seizure(params SeizedItem[] items) => new("L-1", "D-1", Now, items);

    public static SeizedItem Drum(decimal amount = 2) => new("含铬废液桶", new(amount, "桶"), "蓝色", "暂存库");

    public AttachPhoto Photo(byte content = 1) => new(Bench.Files.Photo(content), "p.png", Now, "DW001", "废水外排");

    /// <summary>Takes a sample in the task and gives its stream.</summary>
    public async Task<StreamId> SampledAsync()
    {
        await SentAsync();
        (await Commands.TakeSampleAsync(Bench.By("inspector"), "t1", Sample(), default)).Require();
        return (await StateAsync()).Samples[0].Sample;
    }
}
