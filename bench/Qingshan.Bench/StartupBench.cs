using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Qingshan.Bench;

/// <summary>
/// Starts the built server as a process on a data folder that holds the demo site and its hour of readings: the time until
/// <c>/health/ready</c> answers, and the largest resident memory up to then. The yardstick is the same program printing its help.
/// </summary>
internal static class StartupBench
{
    private const int Rounds = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FeedPatience = TimeSpan.FromMinutes(3);

    public static async Task<IReadOnlyList<Figure>> RunAsync(TextWriter output)
    {
        var program = Path.Combine(Root(), "artifacts", "bin", "Qingshan.Cli", "release", "qingshan.dll");
        if (!File.Exists(program))
            throw new FileNotFoundException("The server is not built: dotnet build -c Release src/9-Host/Qingshan.Cli", program);
        var folder = System.IO.Directory.CreateTempSubdirectory("qingshan-bench-").FullName;
        try
        {
            var data = Path.Combine(folder, "data");
            await output.WriteLineAsync("startup: loading the demo site and its hour of readings");
            await ServeAsync(program, data, () => FinishedAsync(Path.Combine(data, "demo-feed")));
            var (times, memories, bare) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 1; round <= Rounds; round++)
            {
                bare.Add(await HelpAsync(program));
                var (seconds, megabytes) = await ServeAsync(program, data, () => Task.CompletedTask);
                times.Add(seconds);
                memories.Add(megabytes);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"round {round}: ready in {seconds:F2} s, {megabytes:F0} MB; help in {bare[^1]:F2} s"));
            }

            return [Of("server ready, demo loaded", "s", times, "qingshan --help", Median(bare), "at most 3 s"), Of("resident memory when ready", "MB", memories, "the bound", 400, "at most 400 MB")];
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static Figure Of(string what, string unit, List<double> values, string yardstick, double against, string wanted) => new(
        what, string.Create(CultureInfo.InvariantCulture, $"{Median(values):0.##} {unit}"), string.Create(CultureInfo.InvariantCulture, $"{yardstick}, {against:0.##} {unit}"), Median(values) / against, wanted);

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    /// <summary>Starts the server, waits until it is ready, lets <paramref name="then"/> happen, and stops it by SIGTERM.</summary>
    private static async Task<(double Seconds, double Megabytes)> ServeAsync(string program, string data, Func<Task> then)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = Stopwatch.GetTimestamp();
        using var server = Start(program, "serve", "--demo", "--urls", address, "--hj212", "127.0.0.1:0", "--data", data);
        try
        {
            await ReadyAsync(server, address + "/health/ready");
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var megabytes = PeakMegabytes(server.Id);
            await then();
            return (seconds, megabytes);
        }
        finally
        {
            await StopAsync(server);
        }
    }

    private static async Task<double> HelpAsync(string program)
    {
        var start = Stopwatch.GetTimestamp();
        using var help = Start(program, "--help");
        await help.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static Process Start(string program, params string[] arguments)
    {
        var process = new Process { StartInfo = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true } };
        process.Start();
        // Read on, or a full pipe would stop it.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task ReadyAsync(Process server, string address)
    {
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (server.HasExited)
                throw new InvalidOperationException($"The server ended with {server.ExitCode} before it was ready.");
            try
            {
                using var answer = await client.GetAsync(new Uri(address), patience.Token);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // Nothing listens yet.
            }

            await Task.Delay(10, patience.Token);
        }
    }

    private static async Task FinishedAsync(string marker)
    {
        using var patience = new CancellationTokenSource(FeedPatience);
        while (!File.Exists(marker) || !(await File.ReadAllLinesAsync(marker, patience.Token)).Contains("finished"))
            await Task.Delay(200, patience.Token);
    }

    /// <summary>VmHWM of the process: its largest resident set so far.</summary>
    private static double PeakMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static async Task StopAsync(Process server)
    {
        if (server.HasExited)
            return;
        using (var signal = Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]))
            await signal.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        await server.WaitForExitAsync(patience.Token);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Qingshan.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The benchmarks run outside a checkout: Qingshan.slnx was not found.");
        return folder.FullName;
    }
}
