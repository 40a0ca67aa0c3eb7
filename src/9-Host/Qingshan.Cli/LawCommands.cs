using System.CommandLine;
using System.Text;
using Qingshan.Law;
using Qingshan.Law.Lines;

namespace Qingshan.Cli;

/// <summary><c>qingshan screen [FILE]</c> and <c>qingshan clocks [FILE]</c>: one JSON object a line in, one a line out.</summary>
internal static class LawCommands
{
    public static Command Screen() => Create("screen", "Hold facts against the criminal thresholds.", LawLines.Screen);

    public static Command Clocks() => Create("clocks", "Compute statutory clocks from events.", LawLines.Clocks);

    private static Command Create(string name, string description, Func<TextReader, TextWriter, TextWriter, StatuteBook, int> run)
    {
        var file = Arguments.InputFile();
        var command = new Command(name, description) { file };
        command.SetAction(parsed => Streams.Run(parsed.GetValue(file), (input, output, messages) =>
        {
            using var reader = new StreamReader(input, Encoding.UTF8);
            return run(reader, output, messages, StatuteBook.Load());
        }));
        return command;
    }
}
