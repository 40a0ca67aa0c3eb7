using Microsoft.Extensions.DependencyInjection;
using Qingshan.Directory.Commands;
using Qingshan.Record.Views;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;

namespace Qingshan.Tasking;

/// <summary>The module: its commands, views and queries.</summary>
public static class TaskingModule
{
    public static IReadOnlyList<IView> Views { get; } = [new TaskViews(), new SampleViews()];

    /// <summary>Every verb of the module, declared once.</summary>
    public static IReadOnlyList<CommandDefinition> Commands { get; } =
    [
        CommandDefinition.On<TaskCommands, SendTask>("signal.send-task", "派发任务", "Send a task", (c, x, id, m, t) => c.SendAsync(x, id, m, t)),
        CommandDefinition.On<TaskCommands, AcceptTask>("task.accept", "接受任务", "Accept the task", (c, x, id, m, t) => c.AcceptAsync(x, id, m, t)),
        CommandDefinition.On<TaskCommands, RecordCheck>("task.record-check", "记录现场检查", "Record the check", (c, x, id, m, t) => c.RecordCheckAsync(x, id, m, t)),
        CommandDefinition.On<TaskCommands, TakeSample>("task.take-sample", "记录采样", "Record a sample", (c, x, id, m, t) => c.TakeSampleAsync(x, id, m, t)),
        CommandDefinition.On<TaskCommands, SeizeItems>("task.seize-items", "查封扣押", "Seize objects", (c, x, id, m, t) => c.SeizeItemsAsync(x, id, m, t)),
        CommandDefinition.On<TaskCommands, AttachPhoto>("task.attach-photo", "附上照片", "Attach a photo", (c, x, id, m, t) => c.AttachPhotoAsync(x, id, m, t)),
        CommandDefinition.On<TaskCommands, FinishTask>("task.finish", "办结任务", "Finish the task", (c, x, id, m, t) => c.FinishAsync(x, id, m, t)),
        CommandDefinition.On<SampleCommands, ReceiveSample>("sample.receive", "签收样品", "Receive the sample", (c, x, id, m, t) => c.ReceiveAsync(x, id, m, t)),
        CommandDefinition.On<SampleCommands, RecordResult>("sample.record-result", "出具结果", "Record the result", (c, x, id, m, t) => c.RecordResultAsync(x, id, m, t)),
    ];

    public static IServiceCollection AddTasking(this IServiceCollection services)
    {
        foreach (var command in Commands)
            services.AddSingleton(command);
        return services.AddSingleton<TaskCommands>().AddSingleton<SampleCommands>().AddSingleton<TaskQueries>().AddSingleton<SampleQueries>();
    }
}
