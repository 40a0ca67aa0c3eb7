using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Qingshan.Directory.Commands;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Exchange;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry;

/// <summary>Puts the registry into a host.</summary>
public static class RegistryModule
{
    /// <summary>Every verb of the module, declared once.</summary>
    public static IReadOnlyList<CommandDefinition> Commands { get; } =
    [
        CommandDefinition.Begin<ImportCommands, ApplyImport>("import.apply", "导入底数", "Import into the register", (c, x, m, t) => c.ApplyAsync(x, m, t)),
    ];

    /// <summary>
    /// Needs <c>IRecord</c>, <c>ISealer</c>, the directory, <c>Ids</c> and <c>TimeProvider</c>. The registry is loaded when the host starts; who needs it
    /// earlier awaits <see cref="SiteRegistry.LoadAsync"/>.
    /// </summary>
    /// <param name="data">The site's data folder; files of imports wait below it.</param>
    public static IServiceCollection AddRegistry(this IServiceCollection services, string data)
    {
        foreach (var command in Commands)
            services.AddSingleton(command);
        return services.AddSnapshot()
            .AddSingleton(provider => new ImportShelf(Path.Combine(data, "imports"), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<ImportCommands>();
    }

    private static IServiceCollection AddSnapshot(this IServiceCollection services) => services
        .AddSingleton<SiteRegistry>()
        .AddSingleton<IRegistry>(provider => provider.GetRequiredService<SiteRegistry>())
        .AddSingleton<IZones>(provider => provider.GetRequiredService<SiteRegistry>())
        .AddSingleton<IVessels>(provider => provider.GetRequiredService<SiteRegistry>())
        .AddSingleton<IHostedService, RegistryLoading>();
}

/// <summary>Loads the registry before the host answers.</summary>
internal sealed class RegistryLoading(SiteRegistry registry) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => registry.LoadAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
