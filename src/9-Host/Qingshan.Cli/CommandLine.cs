using System.CommandLine;

namespace Qingshan.Cli;

/// <summary>The commands, and how they end: 0 done, 1 something in the input was refused or could not be done, 2 wrong usage. Never a stack trace.</summary>
internal static class CommandLine
{
    // A server that is told to stop has ten seconds; the library's own two would cut it short.
    private static readonly InvocationConfiguration Configuration = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("青山 Qingshan: lawful hand-over between administration and criminal justice.");
        foreach (var command in new[]
        {
            ServeCommand.Create(), DecodeCommand.Create(), LawCommands.Screen(), LawCommands.Clocks(), VerifyCommand.Create(), TrustCommand.Create(), ExportCommand.Create(),
            ReplayCommand.Create(), SeedCommand.Create(), AccountCommand.Create(), BackupCommand.Create(), RestoreCommand.Create(),
        })
            root.Subcommands.Add(command);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is System.CommandLine.Invocation.ParseErrorAction)
            return WrongUsage([.. parsed.Errors.Select(error => error.Message)]);
        try
        {
            return await parsed.InvokeAsync(Configuration);
        }
        catch (OperationCanceledException)
        {
            return Done.Failed("已中断", "interrupted");
        }
#pragma warning disable CA1031 // The last net: what is left is a fault of disk, line or program, and the operator gets one line.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Done.Failed(fault.Message, fault.GetType().Name);
        }
    }

    private static int WrongUsage(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
            Console.Error.WriteLine($"用法错误 · wrong usage: {problem}");
        Console.Error.WriteLine("qingshan --help");
        return Done.Usage;
    }
}
