using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Qingshan.Sensing.Listening;
using Qingshan.Sensing.Observations;

namespace Qingshan.Sensing;

/// <summary>Runs the follower and the listener. It stops receipt first, then decoding; what was received and not decoded waits in the archive.</summary>
internal sealed class SensingHost(SensingOptions options, Hj212Listener listener, ObservationFollower follower, ILogger<SensingHost> log) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task following = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        following = Task.Run(() => FollowAsync(stopping.Token), CancellationToken.None);
        if (options.Hj212 is { } endpoint)
        {
            listener.Start(endpoint);
            log.LogInformation("HJ 212 devices are received on {Endpoint}", listener.Endpoint);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await listener.StopAsync(cancellationToken);
        await stopping.CancelAsync();
        await following;
    }

    public void Dispose() => stopping.Dispose();

    private async Task FollowAsync(CancellationToken stop)
    {
        try
        {
            await follower.RunAsync(stop);
        }
        catch (Exception failure)
        {
            // Receipt goes on: the archive keeps everything until the fault is mended and the process starts again.
            log.LogCritical(failure, "Decoding has stopped; received frames stay in the archive");
        }
    }
}
