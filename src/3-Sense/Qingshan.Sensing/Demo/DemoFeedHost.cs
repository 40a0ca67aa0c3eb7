using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Qingshan.Sensing.Listening;

namespace Qingshan.Sensing.Demo;

/// <summary>Starts the demo feed once the listener listens.</summary>
internal sealed class DemoFeedHost(DemoFeed feed, DeviceListener listener, TimeProvider time, ILogger<DemoFeedHost> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await feed.RunAsync(Instant.FromDateTimeOffset(time.GetUtcNow()), listener.Endpoint!, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            log.LogInformation("The demo hour was interrupted; the next start sends it again");
        }
        catch (SocketException failure)
        {
            log.LogWarning(failure, "The demo hour could not be sent; the next start sends it again");
        }
    }
}
