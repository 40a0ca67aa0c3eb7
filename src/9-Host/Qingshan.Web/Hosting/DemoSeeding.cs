using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Demo;
using Qingshan.Record;
using Qingshan.Record.Sealing;
using Qingshan.Registry.Demo;

namespace Qingshan.Web.Hosting;

/// <summary>Loads the demo site once, before directory and registry are read and before anything listens.</summary>
internal sealed class DemoSeeding(
    IRecord record, ISealer sealer, SqliteAccounts accounts, SiteDirectory directory, ServeOptions options, TimeProvider time) : IHostedLifecycleService
{
    private static string SiteFile => Path.Combine(AppContext.BaseDirectory, "demo", "site.json");

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        (await DemoSite.SeedAsync(record, sealer, accounts, directory, SiteFile, Path.Combine(options.Data, "demo-sign-ins"), time, cancel: cancellationToken)).Require();
        (await DemoRegistry.SeedAsync(record, sealer, SiteFile, time, cancellationToken)).Require();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
