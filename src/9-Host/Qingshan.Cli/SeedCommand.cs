using System.CommandLine;
using Qingshan.Web.Hosting;

namespace Qingshan.Cli;

/// <summary><c>qingshan seed demo [--data DIR]</c>: loads the demo site once, while no server runs on the folder.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var data = DataOption.Create();
        var demo = new Command("demo", "Load the demo site once.") { data };
        demo.SetAction((parsed, cancel) => RunAsync(parsed.Folder(data), cancel));
        return new Command("seed", "Load prepared data.") { demo };
    }

    private static async Task<int> RunAsync(string folder, CancellationToken cancel)
    {
        if (!(await DemoLoading.RunAsync(folder, TimeProvider.System, cancel)).TryGet(out var loaded, out var refusal))
            return Done.Failed(refusal);
        Console.Out.WriteLine(loaded ? $"loaded: {folder}" : $"already there: {folder}");
        return Done.Ok;
    }
}
