using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Qingshan.Record.Reasons;
using Qingshan.Web;

namespace Qingshan.Cli;

/// <summary><c>qingshan serve</c>: every option may also come as an environment variable (<c>--tls-cert</c> as <c>QINGSHAN_TLS_CERT</c>); the option wins.</summary>
internal static class ServeCommand
{
    private const string DemoSetting = "QINGSHAN_DEMO";

    public static Command Create()
    {
        var urls = Text("--urls", "Addresses to listen on, separated by ';' (default http://127.0.0.1:8080).");
        var data = Text("--data", "Folder of databases, keys, archive and evidence (default var).");
        var database = Text("--database", "PostgreSQL connection string; the embedded database when absent.");
        var hj212 = Text("--hj212", "HOST:PORT of the HJ 212 listener.");
        var ais = Text("--ais", "HOST:PORT of the AIS TCP listener.");
        var aisUdp = Text("--ais-udp", "HOST:PORT of the AIS UDP listener.");
        var jt808 = Text("--jt808", "HOST:PORT of the JT/T 808 listener.");
        var remoteId = Text("--remoteid", "HOST:PORT of the Remote ID listener.");
        var demo = new Option<bool>("--demo") { Description = "Load the demo site once; loopback only." };
        var cert = Text("--tls-cert", "PEM file of the certificate.");
        var key = Text("--tls-key", "PEM file of its private key.");
        var command = new Command("serve", "Start the server.") { urls, data, database, hj212, ais, aisUdp, jt808, remoteId, demo, cert, key };
        command.SetAction((parsed, cancel) =>
        {
            var setting = Environment.GetEnvironmentVariable(DemoSetting) ?? "";
            var demoSet = parsed.GetResult(demo) is { Implicit: false } ? parsed.GetValue(demo) : Flag(setting);
            if (demoSet is null)
                return RefusedAsync(ServeReasons.BadFlag.Refuse(("setting", DemoSetting), ("value", setting)));
            var options = new ServeOptions
            {
                Database = parsed.GetValue(database),
                Hj212 = parsed.GetValue(hj212),
                Ais = parsed.GetValue(ais),
                AisUdp = parsed.GetValue(aisUdp),
                Jt808 = parsed.GetValue(jt808),
                RemoteId = parsed.GetValue(remoteId),
                Demo = demoSet.Value,
                TlsCert = parsed.GetValue(cert),
                TlsKey = parsed.GetValue(key),
            };
            return RunAsync(options with { Urls = parsed.GetValue(urls) ?? options.Urls, Data = Path.GetFullPath(parsed.GetValue(data) ?? options.Data) }, cancel);
        });
        return command;
    }

    /// <summary>Null for what is neither yes nor no: a typing error must not open a demo, nor close one unseen.</summary>
    private static bool? Flag(string text) => text.ToUpperInvariant() switch
    {
        "1" or "TRUE" => true,
        "" or "0" or "FALSE" => false,
        _ => null,
    };

    private static Option<string?> Text(string name, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("QINGSHAN_" + name.TrimStart('-').Replace('-', '_').ToUpperInvariant()),
    };

    private static async Task<int> RefusedAsync(Refusal refusal)
    {
        await Console.Error.WriteLineAsync($"{refusal.Zh}\n{refusal.En}");
        return Done.Usage;
    }

    private static async Task<int> RunAsync(ServeOptions options, CancellationToken cancel)
    {
        if (options.Check() is { } refusal)
            return await RefusedAsync(refusal);

        await using var app = QingshanHost.Build(options);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException busy)
        {
            await Console.Error.WriteLineAsync(busy.Message);
            return 1;
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        await Console.Out.WriteLineAsync($"青山 Qingshan · {string.Join("  ", addresses)}");
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
