using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry;

/// <summary>Puts the registry into a host.</summary>
public static class RegistryModule
{
    /// <summary>Needs <c>IRecord</c> and <c>ISealer</c>. The registry is loaded when the host starts; who needs it earlier awaits <see cref="SiteRegistry.LoadAsync"/>.</summary>
    public static IServiceCollection AddRegistry(this IServiceCollection services) => services
        .AddSingleton<SiteRegistry>()
        .AddSingleton<IRegistry>(provider => provider.GetRequiredService<SiteRegistry>())
        .AddSingleton<IZones>(provider => provider.GetRequiredService<SiteRegistry>())
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
