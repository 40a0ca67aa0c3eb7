using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Qingshan.Cli.Tests;

/// <summary>Replaying a recording to a listener.</summary>
public sealed class ReplayTests
{
    private const string Frame = "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=4;CP=&&RtdInterval=30&&1C80\r\n";

    [Fact]
    public async Task Replay_SendsEveryByteOfTheFile()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["frames"], Frame + Frame);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var received = ReceiveAsync(listener);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var run = await Command.RunAsync("replay", scratch["frames"], "--protocol", "hj212", "--to", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"));
        Assert.Equal((0, ""), (run.Code, run.Err));
        Assert.EndsWith("0 answers\n", run.Out);
        Assert.Equal(Frame + Frame, await received);
    }

    [Fact]
    public async Task Replay_ToNobody_SaysSo()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["frames"], Frame);
        var port = FreePort();
        Assert.Equal(
            new Run(1, "", $"无法连接或连接中断：127.0.0.1:{port} · cannot reach 127.0.0.1:{port}, or the line broke: ConnectionRefused\n"),
            await Command.RunAsync("replay", scratch["frames"], "--protocol", "hj212", "--to", $"127.0.0.1:{port}"));
    }

    private static async Task<string> ReceiveAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var text = new StreamReader(client.GetStream(), Encoding.ASCII);
        return await text.ReadToEndAsync();
    }

    private static string FreePort()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        return ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
