using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;
using Qingshan.Record;
using Qingshan.Record.Sealing;

namespace Qingshan.Web.Hosting;

/// <summary>Loads the demo site once, before directory and registry are read and before anything listens.</summary>
internal sealed class DemoSeeding(
    IRecord record, ISealer sealer, SqliteAccounts accounts, SiteDirectory directory, ServeOptions options, TimeProvider time) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken) =>
        (await DemoLoading.RunAsync(record, sealer, accounts, directory, options.Data, time, cancellationToken)).Require();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
