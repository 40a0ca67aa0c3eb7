using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using Qingshan.Sensing.Replay;

namespace Qingshan.Cli;

/// <summary><c>qingshan replay FILE --protocol P --to HOST:PORT [--speed X|max] [--connections N]</c>: sends a recorded file as the devices would.</summary>
internal static class ReplayCommand
{
    private const int MostConnections = 10_000;

    public static Command Create()
    {
        var file = Arguments.Name("file", "Recorded frames.");
        var protocol = new Option<string>("--protocol") { Description = "hj212 or ais (jt808 is not built yet).", Required = true };
        var to = new Option<string>("--to") { Description = "HOST:PORT of the listener.", Required = true };
        var speed = new Option<string>("--speed") { Description = "Times as fast as recorded, or max (the default).", DefaultValueFactory = _ => "max" };
        var connections = new Option<int>("--connections") { Description = "Connections, 1 to 10000 (default 1).", DefaultValueFactory = _ => 1 };
        var command = new Command("replay", "Send a recorded file as the devices would.") { file, protocol, to, speed, connections };
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed.GetValue(file)!, parsed.GetValue(protocol)!, parsed.GetValue(to)!, parsed.GetValue(speed)!, parsed.GetValue(connections), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string file, string protocol, string to, string speed, int connections, CancellationToken cancel)
    {
        if (protocol == "jt808")
            return Done.NotBuilt(protocol);
        if (protocol is not ("hj212" or "ais"))
            return Done.Wrong($"没有此协议：{protocol}", $"no such protocol: {protocol}");
        if (!TryPlace(to, out var host, out var port))
            return Done.Wrong($"--to 应为 主机:端口：{to}", $"--to must be HOST:PORT: {to}");
        if (!TrySpeed(speed, out var times))
            return Done.Wrong($"--speed 应为正数或 max：{speed}", $"--speed must be a number above 0, or max: {speed}");
        if (connections is < 1 or > MostConnections)
            return Done.Wrong($"--connections 应为 1 至 {MostConnections}", $"--connections must be 1 to {MostConnections}");
        await using var input = Streams.Open(file);
        if (input is null)
            return Streams.NoSuchFile(file);
        return await SendAsync(protocol, input, host, port, new ReplayOptions(times, connections), cancel);
    }

    private static async Task<int> SendAsync(string protocol, Stream input, string host, int port, ReplayOptions options, CancellationToken cancel)
    {
        try
        {
            var sent = protocol == "ais"
                ? await AisReplay.RunAsync(input, host, port, options, new Sending(), TimeProvider.System, cancel)
                : await Hj212Replay.RunAsync(input, host, port, options, new Sending(), TimeProvider.System, cancel);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sent {sent.Sent} stretches, {sent.Bytes} bytes; {sent.Answers} answers"));
            return Done.Ok;
        }
        catch (SocketException broken)
        {
            return Done.Failed($"无法连接或连接中断：{host}:{port}", $"cannot reach {host}:{port}, or the line broke: {broken.SocketErrorCode}");
        }
    }

    private static bool TryPlace(string text, out string host, out int port)
    {
        var colon = text.LastIndexOf(':');
        (host, port) = (colon > 0 ? text[..colon].Trim('[', ']') : "", 0);
        return host.Length > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535;
    }

    private static bool TrySpeed(string text, out double? times)
    {
        times = null;
        if (text == "max")
            return true;
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var given) || given <= 0 || double.IsInfinity(given))
            return false;
        times = given;
        return true;
    }

    private sealed class Sending : IProgress<ReplayProgress>
    {
        private const long Step = 100_000;
        private long said;

        public void Report(ReplayProgress value)
        {
            if (value.Sent < said + Step)
                return;
            said = value.Sent;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已发送 {value.Sent} · sent {value.Sent}, {value.Bytes} bytes"));
        }
    }
}
