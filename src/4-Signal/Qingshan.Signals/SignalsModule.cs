using Microsoft.Extensions.DependencyInjection;
using Qingshan.Directory.Commands;
using Qingshan.Record.Views;
using Qingshan.Signals.Detectors;
using Qingshan.Signals.Exceedance;
using Qingshan.Signals.Signals;
using Qingshan.Signals.Zones;

namespace Qingshan.Signals;

/// <summary>The module: its commands, views and queries.</summary>
public static class SignalsModule
{
    public static IReadOnlyList<IView> Views { get; } = [new SignalViews()];

    /// <summary>Every verb of the module, declared once.</summary>
    public static IReadOnlyList<CommandDefinition> Commands { get; } =
    [
        CommandDefinition.On<SignalCommands, ConfirmSignal>("signal.confirm", "确认线索", "Confirm the signal", (c, x, id, m, t) => c.ConfirmAsync(x, id, m, t)),
        CommandDefinition.On<SignalCommands, DismissSignal>("signal.dismiss", "排除线索", "Dismiss the signal", (c, x, id, m, t) => c.DismissAsync(x, id, m, t)),
    ];

    /// <param name="dataFolder">Where the detectors keep their checkpoints.</param>
    public static IServiceCollection AddSignals(this IServiceCollection services, string dataFolder)
    {
        foreach (var command in Commands)
            services.AddSingleton(command);
        services.AddSingleton(_ => new DetectorStore(Path.Combine(dataFolder, "detectors.db")));
        services.AddSingleton<SignalAppender>();
        services.AddSingleton<SignalWriter>().AddSingleton<LateReadings>().AddSingleton<ExceedanceRunner>();
        services.AddSingleton<PassageWriter>().AddSingleton<LatePassages>().AddSingleton<ZoneRunner>();
        services.AddHostedService(s => s.GetRequiredService<ExceedanceRunner>()).AddHostedService(s => s.GetRequiredService<ZoneRunner>());
        return services.AddSingleton<SignalCommands>().AddSingleton<SignalQueries>();
    }
}
