using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;
using Qingshan.Sensing.Listening;
using Qingshan.Sensing.Vessels;

namespace Qingshan.Sensing.Demo;

/// <summary>Sends the demo fleet's past hour at once and then its present, as one receiver would, through the real listener.</summary>
internal sealed class DemoFleetFeed(
    IVessels vessels, IZones zones, IVesselPicture picture, [FromKeyedServices(SensingModule.Ais)] DeviceListener listener, TimeProvider time, ILogger<DemoFleetFeed> log)
    : BackgroundService
{
    private static readonly Duration Past = Duration.FromHours(1);
    private static readonly Duration PastStep = Duration.FromMinutes(1);
    private static readonly Duration Named = Duration.FromMinutes(6);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var fleet = DemoFleet.Of(vessels.Vessels, zones.Zones);
        if (fleet.Count == 0)
            return;
        try
        {
            using var receiver = await ConnectAsync(listener.Endpoint!, stoppingToken);
            var said = Instant.MinValue;
            for (var at = From(Now); ; at = Next(at))
            {
                await SendAsync(receiver, Lines(fleet, at, at - said >= Named), stoppingToken);
                said = at - said >= Named ? at : said;
                // What lies behind is caught up at once.
                if (at + PastStep > Now)
                    await Task.Delay(Every, time, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            log.LogInformation("The demo fleet falls silent");
        }
        catch (SocketException failure)
        {
            log.LogWarning(failure, "The demo fleet could not be sent; the next start sends it again");
        }
    }

    /// <summary>A minute on, but not beyond the present.</summary>
    private Instant Next(Instant at) => Instant.Min(at + PastStep, Now);

    /// <summary>An hour back, or where an earlier run ended.</summary>
    private Instant From(Instant now) => picture.Since(0).Select(fix => fix.At).Where(at => at <= now).Append(now - Past).Max();

    private static IEnumerable<string> Lines(IReadOnlyList<DemoVessel> fleet, Instant at, bool named) =>
        fleet.SelectMany(vessel => named ? DemoFleet.Identity(vessel, at).Prepend(DemoFleet.Position(vessel, at)) : [DemoFleet.Position(vessel, at)]);

    private static async Task<Socket> ConnectAsync(IPEndPoint endpoint, CancellationToken cancellation)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(endpoint, cancellation);
        return socket;
    }

    private static async Task SendAsync(Socket receiver, IEnumerable<string> lines, CancellationToken cancellation)
    {
        for (ReadOnlyMemory<byte> rest = Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + "\r\n"))); !rest.IsEmpty;)
            rest = rest[await receiver.SendAsync(rest, SocketFlags.None, cancellation)..];
    }
}
