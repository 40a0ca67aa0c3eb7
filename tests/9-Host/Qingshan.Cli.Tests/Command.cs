using System.Diagnostics;
using System.Text;

namespace Qingshan.Cli.Tests;

/// <summary>What a run of the built command gave.</summary>
internal sealed record Run(int Code, string Out, string Err);

/// <summary>Runs the built command as a process of its own, as an operator would.</summary>
internal static class Command
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Task<Run> RunAsync(params string[] args) => WithInputAsync("", args);

    public static Task<Run> WithInputAsync(string input, params string[] args) => WithInputAsync(Utf8.GetBytes(input), args);

    public static Task<Run> WithSettingAsync(string name, string value, params string[] args) => RunAsync([], start => start.Environment[name] = value, args);

    public static Task<Run> WithInputAsync(byte[] input, params string[] args) => RunAsync(input, _ => { }, args);

    private static async Task<Run> RunAsync(byte[] input, Action<ProcessStartInfo> set, string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "qingshan.dll"), .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("QINGSHAN_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        set(start);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(limit.Token);
        return new(process.ExitCode, await output, await errors);
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string path = System.IO.Directory.CreateTempSubdirectory("qingshan-cli-").FullName;

    public string this[string name] => Path.Combine(path, name);

    public void Dispose() => System.IO.Directory.Delete(path, recursive: true);
}
