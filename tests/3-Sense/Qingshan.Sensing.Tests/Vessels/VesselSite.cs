using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Accounting;
using Qingshan.Sensing.Listening;
using Qingshan.Sensing.Vessels;

namespace Qingshan.Sensing.Tests.Vessels;

/// <summary>The module with its AIS listeners on free loopback ports, over a folder.</summary>
internal sealed class VesselSite : IAsyncDisposable
{
    private readonly IHost host;

    private VesselSite(IHost host) => this.host = host;

    public IVesselPicture Picture => host.Services.GetRequiredService<IVesselPicture>();

    public IVesselFeed Feed => host.Services.GetRequiredService<IVesselFeed>();

    public AccountingReport Account => host.Services.GetRequiredService<IAccounting>().Report().Single(r => r.Listener == "ais");

    public IPEndPoint Tcp => host.Services.GetRequiredService<IListeners>().Status.Single(s => s.Name == "ais").Endpoint!;

    public IPEndPoint Udp => host.Services.GetRequiredService<IListeners>().Status.Single(s => s.Name == "ais-udp").Endpoint!;

    public static async Task<VesselSite> OpenAsync(string folder, TestClock clock, bool trustTime = false)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IRegistry, TestRegistry>();
        builder.Services.AddSensing(new SensingOptions
        {
            DataFolder = folder,
            Ais = new(IPAddress.Loopback, 0),
            AisUdp = new(IPAddress.Loopback, 0),
            AisTrustTime = trustTime,
        });
        var site = new VesselSite(builder.Build());
        await site.host.StartAsync();
        return site;
    }

    /// <summary>Sends bytes over a connection of its own, then waits until all that was received is accounted for.</summary>
    public async Task SendAsync(byte[] bytes)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(Tcp);
        for (ReadOnlyMemory<byte> rest = bytes; !rest.IsEmpty;)
            rest = rest[await socket.SendAsync(rest)..];
        socket.Shutdown(SocketShutdown.Send);
        await Site.ReadToEndAsync(socket);
        await SettleAsync();
    }

    public async Task SettleAsync() => await Site.UntilAsync(() => Account.Pending == 0);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
