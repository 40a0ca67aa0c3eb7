using System.Net;
using Microsoft.Extensions.Logging;
using NodaTime;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Replay;

namespace Qingshan.Sensing.Demo;

/// <summary>Sends the demo stations' past hour, compressed, each station through a connection of its own.</summary>
internal sealed class DemoFeed(IRegistry registry, DemoFeedOptions options, DemoMarker marker, DateTimeZone zone, TimeProvider time, ILogger<DemoFeed> log)
{
    /// <summary>Sends the hour before <paramref name="now"/>, unless one was sent before.</summary>
    public async Task RunAsync(Instant now, IPEndPoint listener, CancellationToken cancellation)
    {
        var stations = registry.Stations.Where(s => LimitsOf(s).Count > 0).ToList();
        if (stations.Count == 0)
        {
            log.LogWarning("The demo feed has nothing to send: no station with limits is registered");
            return;
        }

        if (marker.Begin(now, options.Again) is not { } begun)
            return;
        var exceeding = options.ExceedingMn
            ?? stations.Find(s => LimitsOf(s).Any(l => l.Factor == options.ExceedingFactor))?.Mn;
        await Task.WhenAll(stations.Select(s => SendAsync(s, s.Mn == exceeding, begun, listener, cancellation)));
        marker.Finish();
    }

    private async Task SendAsync(Station station, bool exceeding, Instant now, IPEndPoint listener, CancellationToken cancellation)
    {
        var frames = DemoHour.Of(station, LimitsOf(station), exceeding ? options.ExceedingFactor : null, now, zone);
        var pause = options.Duration / frames.Count;
        await using var link = await DeviceLink.ConnectAsync(listener.Address.ToString(), listener.Port, time, cancellation);
        var glued = Array.Empty<byte>();
        foreach (var frame in frames)
        {
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, time, cancellation);
            if (frame.Segmentation == Segmentation.Glued)
            {
                glued = frame.Bytes;
                continue;
            }

            await link.SendAsync((byte[])[.. glued, .. frame.Bytes], frame.Segmentation, cancellation);
            glued = [];
        }

        await link.FinishAsync(cancellation);
    }

    private IReadOnlyList<DischargeLimit> LimitsOf(Station station) =>
        registry.FindEnterprise(station.Enterprise)?.Outlets.FirstOrDefault(o => o.Id == station.Outlet)?.Limits ?? [];
}
