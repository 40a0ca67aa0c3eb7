using System.Diagnostics;
using Qingshan.TestKit;

namespace Qingshan.Web.Tests;

public sealed class ScriptTests
{
    [Fact]
    public async Task Scripts_PassTheirOwnTests()
    {
        var folder = Path.Combine(SharedData.RepositoryRoot, "tests/9-Host/scripts");
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.ArgumentList.Add("--test");
        foreach (var test in System.IO.Directory.GetFiles(folder, "*.test.mjs"))
            start.ArgumentList.Add(test);
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, output + await errors);
        Assert.Contains("# fail 0", output, StringComparison.Ordinal);
    }
}
