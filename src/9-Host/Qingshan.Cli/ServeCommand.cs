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
    private const string TrustTimeSetting = "QINGSHAN_AIS_TRUST_TIME";

    public static Command Create()
    {
        var urls = Text("--urls", "Addresses to listen on, separated by ';' (default http://127.0.0.1:8080).");
        var data = Text("--data", "Folder of databases, keys, archive and evidence (default var).");
        var database = Text("--database", "PostgreSQL connection string; the embedded database when absent.");
        var hj212 = Text("--hj212", "HOST:PORT of the HJ 212 listener.");
        var ais = Text("--ais", "HOST:PORT of the AIS TCP listener.");
        var aisUdp = Text("--ais-udp", "HOST:PORT of the AIS UDP listener.");
        var aisReceivers = Text("--ais-receivers", "IP addresses of the AIS receivers that count, separated by ','; loopback always does.");
        var aisTrustTime = new Option<bool>("--ais-trust-time") { Description = "The receivers' own times are event times; the time of receipt otherwise." };
        var jt808 = Text("--jt808", "HOST:PORT of the JT/T 808 listener.");
        var remoteId = Text("--remoteid", "HOST:PORT of the Remote ID listener.");
        var demo = new Option<bool>("--demo") { Description = "Load the demo site once; loopback only." };
        var cert = Text("--tls-cert", "PEM file of the certificate.");
        var key = Text("--tls-key", "PEM file of its private key.");
        var command = new Command("serve", "Start the server.") { urls, data, database, hj212, ais, aisUdp, aisReceivers, aisTrustTime, jt808, remoteId, demo, cert, key };
        command.SetAction((parsed, cancel) =>
        {
            if (!TryFlag(parsed, demo, DemoSetting, out var demoSet, out var refusal) || !TryFlag(parsed, aisTrustTime, TrustTimeSetting, out var trustTime, out refusal))
                return RefusedAsync(refusal);
            var options = new ServeOptions
            {
                Database = parsed.GetValue(database),
                Hj212 = parsed.GetValue(hj212),
                Ais = parsed.GetValue(ais),
                AisUdp = parsed.GetValue(aisUdp),
                Jt808 = parsed.GetValue(jt808),
                RemoteId = parsed.GetValue(remoteId),
                Demo = demoSet,
                AisReceivers = parsed.GetValue(aisReceivers),
                AisTrustTime = trustTime,
                TlsCert = parsed.GetValue(cert),
                TlsKey = parsed.GetValue(key),
            };
            return RunAsync(options with { Urls = parsed.GetValue(urls) ?? options.Urls, Data = Path.GetFullPath(parsed.GetValue(data) ?? options.Data) }, cancel);
        });
        return command;
    }

    /// <summary>The option where it is given, otherwise the setting. What is neither yes nor no is refused: a typing error must not open a demo, nor close one unseen.</summary>
    private static bool TryFlag(ParseResult parsed, Option<bool> option, string setting, out bool value, out Refusal refusal)
    {
        (value, refusal) = (parsed.GetValue(option), null!);
        if (parsed.GetResult(option) is { Implicit: false })
            return true;
        var text = Environment.GetEnvironmentVariable(setting) ?? "";
        value = text.ToUpperInvariant() is "1" or "TRUE";
        if (value || text.ToUpperInvariant() is "" or "0" or "FALSE")
            return true;
        refusal = ServeReasons.BadFlag.Refuse(("setting", setting), ("value", text));
        return false;
    }

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
