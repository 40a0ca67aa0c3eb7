using System.Diagnostics;
using Microsoft.Playwright;

namespace Qingshan.Browser.Tests.Browsing;

/// <summary>The machine's own Chromium. A machine without it, or without a Chinese font, fails the tests; <c>./dev verify</c> installs both.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
        // Whatever a page names, only this machine can be reached.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    internal IBrowser Browser => browser ?? throw new InvalidOperationException("The browser was not started.");

    public async Task InitializeAsync()
    {
        var executable = OnPath("chromium") ?? OnPath("chromium-browser") ?? throw new InvalidOperationException(
            "Chromium is not on the PATH. On Debian: apt-get install chromium (./dev verify does it); or leave these tests out by ./dev verify --without browser.");
        await NeedChineseFontAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Headless = true, Args = Flags, Timeout = 120_000 });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
    }

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static async Task NeedChineseFontAsync()
    {
        const string missing = "No font for Chinese is installed. On Debian: apt-get install fonts-noto-cjk fontconfig (./dev verify does it).";
        if (OnPath("fc-list") is not { } list)
            throw new InvalidOperationException(missing);
        using var asked = Process.Start(new ProcessStartInfo(list, [":lang=zh-cn", "family"]) { RedirectStandardOutput = true })!;
        var families = await asked.StandardOutput.ReadToEndAsync();
        await asked.WaitForExitAsync();
        if (string.IsNullOrWhiteSpace(families))
            throw new InvalidOperationException(missing);
    }
}
