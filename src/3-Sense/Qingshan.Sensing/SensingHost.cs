using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Qingshan.Sensing.Listening;
using Qingshan.Sensing.Observations;
using Qingshan.Sensing.Vessels;

namespace Qingshan.Sensing;

/// <summary>Runs followers and listeners. It stops receipt first, then decoding; what was received and not decoded waits in the archive.</summary>
internal sealed class SensingHost(
    SensingOptions options, DeviceListener hj212, [FromKeyedServices(SensingModule.Ais)] DeviceListener ais, DatagramListener aisUdp,
    ObservationFollower observations, VesselFollower vessels, ILogger<SensingHost> log) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task following = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        following = Task.WhenAll(FollowAsync(observations.RunAsync), FollowAsync(vessels.RunAsync));
        Start("HJ 212", options.Hj212, hj212.Start, () => hj212.Endpoint);
        Start("AIS", options.Ais, ais.Start, () => ais.Endpoint);
        Start("AIS (UDP)", options.AisUdp, aisUdp.Start, () => aisUdp.Endpoint);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(hj212.StopAsync(cancellationToken), ais.StopAsync(cancellationToken), aisUdp.StopAsync(cancellationToken));
        await stopping.CancelAsync();
        await following;
    }

    public void Dispose() => stopping.Dispose();

    private void Start(string what, IPEndPoint? endpoint, Action<IPEndPoint> start, Func<IPEndPoint?> listens)
    {
        if (endpoint is null)
            return;
        start(endpoint);
        log.LogInformation("{What} is received on {Endpoint}", what, listens());
    }

    private Task FollowAsync(Func<CancellationToken, Task> follower) => Task.Run(async () =>
    {
        try
        {
            await follower(stopping.Token);
        }
        catch (Exception failure)
        {
            // Receipt goes on: the archive keeps everything until the fault is mended and the process starts again.
            log.LogCritical(failure, "Decoding has stopped; what is received stays in the archive");
        }
    });
}
