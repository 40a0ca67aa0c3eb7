using NodaTime.Extensions;
using Qingshan.Record;
using Qingshan.Record.Access;
using Qingshan.Record.Entries;

namespace Qingshan.Web.Hosting;

/// <summary>Puts the head of the access log into the record every hour, so that neither can be rewritten alone.</summary>
internal sealed class AccessLogAnchoring(AccessLog log, IRecord record, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await log.AnchorAsync(record, Actor.Rule("access-log"), time.GetUtcNow().ToInstant(), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
    }
}
