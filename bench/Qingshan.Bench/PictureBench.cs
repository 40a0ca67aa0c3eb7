using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using NodaTime;
using Qingshan.Directory.Accounts;
using Qingshan.Sensing.Vessels;
using Qingshan.Web;
using Qingshan.Web.Tests.Picture;

namespace Qingshan.Bench;

/// <summary>
/// Frames a second of the live picture with 20,000 invented vessels that all report every second, drawn by software (SwiftShader) and repainted without a
/// pause, which the page itself never asks for. The yardstick is the same page over an empty sea.
/// </summary>
internal static class PictureBench
{
    private const int Rounds = 5;
    private const int Vessels = 20_000;
    private const int Seconds = 5;
    private const string Post = "centre-zs-duty-1";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    private const string Frames = """
        async seconds => {
          const wait = ms => new Promise(done => setTimeout(done, ms));
          const script = document.querySelector("script[type=module]").src.replace("app.js", "islands/map.js");
          const map = (await import(script)).mapOf(document.querySelector("[data-island=picture]"));
          let [frames, all, last, longest] = [0, 0, performance.now(), 0];
          const count = () => { const now = performance.now(); frames++; all++; longest = Math.max(longest, now - last); last = now; map.triggerRepaint(); };
          map.on("render", count);
          map.triggerRepaint();
          await wait(1000);
          [frames, longest] = [0, 0];
          const start = performance.now();
          await wait(seconds * 1000);
          const rate = frames / ((performance.now() - start) / 1000);
          map.off("render", count);
          return [rate, longest, all];
        }
        """;

    public static async Task<IReadOnlyList<Figure>> RunAsync(TextWriter output)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("qingshan-bench-").FullName;
        var fleet = new InventedFleet(() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), Vessels);
        var options = new ServeOptions { Urls = "http://127.0.0.1:0", Data = Path.Combine(folder, "data"), Demo = true };
        await using var site = QingshanHost.Build(options, (builder, asked) =>
        {
            builder.Logging.ClearProviders();
            Composition.Add(builder, asked);
            builder.Services.AddSingleton<IVesselPicture>(fleet);
        });
        await site.StartAsync();
        try
        {
            return await MeasureAsync(site, fleet, output);
        }
        finally
        {
            await site.StopAsync();
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(Microsoft.AspNetCore.Builder.WebApplication site, InventedFleet fleet, TextWriter output)
    {
        var address = site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Headless = true, Args = Flags, Timeout = 120_000 });
        await using var context = await browser.NewContextAsync(new() { BaseURL = address, ViewportSize = new() { Width = 1440, Height = 900 } });
        var accounts = site.Services.GetRequiredService<IAccounts>();
        var person = site.Services.GetRequiredService<Qingshan.Directory.Agencies.IDirectory>().People.First(known => known.Posts.Contains(Post)).Id;
        await context.AddCookiesAsync([new() { Name = "qs-session", Value = accounts.SignInDemo(person, Post).Require().Token, Url = address, HttpOnly = true }]);
        var (full, empty) = (new List<Run>(), new List<Run>());
        for (var round = 0; round <= Rounds; round++)
        {
            var (run, bare) = (await FramesAsync(context, fleet, Vessels), await FramesAsync(context, fleet, 0));
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"picture round {round}: {run.Rate:F1} frames/s, longest {run.Longest:F0} ms, {run.Cost:F1} ms of processor a frame; empty sea {bare.Rate:F1} frames/s, {bare.Cost:F1} ms"));
            // The first one warms up.
            if (round == 0)
                continue;
            full.Add(run);
            empty.Add(bare);
        }

        return
        [
            Of("picture, 20,000 vessels each second, software GL", "frames/s", run => run.Rate, full, empty, "at least 45 frames/s"),
            Of("the same, processor time of the browser", "ms a frame", run => run.Cost, full, empty, "at most 44 ms on two cores"),
        ];
    }

    private static Figure Of(string what, string unit, Func<Run, double> value, List<Run> full, List<Run> empty, string wanted)
    {
        var (measured, bare) = (Median(full.Select(value)), Median(empty.Select(value)));
        return new(
            what, string.Create(CultureInfo.InvariantCulture, $"{measured:0.#} {unit}"), string.Create(CultureInfo.InvariantCulture, $"the same page, empty sea, {bare:0.#} {unit}"),
            measured / bare, wanted);
    }

    private static async Task<Run> FramesAsync(IBrowserContext context, InventedFleet fleet, int vessels)
    {
        fleet.Count = vessels;
        var page = await context.NewPageAsync();
        await page.GotoAsync("/picture?c=122.5,30.1&z=7.4", new() { Timeout = 120_000 });
        await page.Locator($"[data-island=picture][data-drawn][data-vessels='{vessels.ToString(CultureInfo.InvariantCulture)}']").WaitForAsync(new() { Timeout = 120_000, State = WaitForSelectorState.Attached });
        var before = ProcessTime.OfDescendants();
        var found = await page.EvaluateAsync<double[]>(Frames, Seconds);
        var spent = ProcessTime.OfDescendants() - before;
        await page.CloseAsync();
        return new(found[0], found[1], spent * 1000 / found[2]);
    }

    /// <param name="Rate">Frames a second.</param>
    /// <param name="Longest">Milliseconds between two frames.</param>
    /// <param name="Cost">Milliseconds of processor time of the whole browser, a frame.</param>
    private sealed record Run(double Rate, double Longest, double Cost);

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static string Chromium() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser") }).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("Chromium is not on the PATH. On Debian: apt-get install chromium.");
}
