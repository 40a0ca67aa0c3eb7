using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Qingshan.Directory.Access;
using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Commands;
using Qingshan.Record.Sealing;

namespace Qingshan.Directory;

/// <summary>Puts the directory, permission, accounts and the command desk into a host.</summary>
public static class DirectoryModule
{
    /// <summary>
    /// Needs <c>IRecord</c>, <c>ISealer</c>, <c>IAccessJournal</c> and <c>TimeProvider</c>. The directory is loaded when the host starts;
    /// who needs it earlier awaits <see cref="SiteDirectory.LoadAsync"/>.
    /// </summary>
    public static IServiceCollection AddDirectory(this IServiceCollection services, AccountOptions accounts) => services
        .AddSingleton(accounts)
        .AddSingleton<SiteDirectory>()
        .AddSingleton<IDirectory>(provider => provider.GetRequiredService<SiteDirectory>())
        .AddSingleton<IAccess, SiteAccess>()
        .AddSingleton(provider => new SqliteAccounts(
            provider.GetRequiredService<AccountOptions>(), provider.GetRequiredService<IDirectory>(), provider.GetRequiredService<ISealer>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IAccounts>(provider => provider.GetRequiredService<SqliteAccounts>())
        .AddSingleton(provider => provider.GetRequiredService<SqliteAccounts>().SecondFactors)
        .AddSingleton<IRecoveries, Recoveries>()
        .AddSingleton<CommandDesk>()
        .AddSingleton<IHostedService, DirectoryLoading>();
}

/// <summary>Loads the directory before the host answers.</summary>
internal sealed class DirectoryLoading(SiteDirectory directory) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => directory.LoadAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
