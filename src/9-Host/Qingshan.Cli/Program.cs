using System.CommandLine;
using Qingshan.Cli;

var root = new RootCommand("Qingshan: joint enforcement between administrative agencies, police and procuratorates.");
root.Subcommands.Add(ServeCommand.Create());
var parsed = root.Parse(args);
// Wrong usage is 2, so that a script can tell it from a refused input, which is 1.
return parsed.Errors.Count > 0 && parsed.Action is System.CommandLine.Invocation.ParseErrorAction ? await WrongUsageAsync(parsed) : await parsed.InvokeAsync();

static async Task<int> WrongUsageAsync(ParseResult parsed)
{
    await parsed.InvokeAsync();
    return 2;
}
