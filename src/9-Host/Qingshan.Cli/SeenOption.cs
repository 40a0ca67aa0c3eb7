using System.CommandLine;
using Qingshan.Record.Checkpoints;

namespace Qingshan.Cli;

/// <summary>The option <c>--seen</c>: earlier checkpoints of the log, as <c>checkpoint.txt</c> of an earlier bundle holds one.</summary>
internal static class SeenOption
{
    public static Option<string[]> Create(string description) => new("--seen") { Description = description };

    /// <summary>Reads the files; when one is none, says so and gives null and how the command ends.</summary>
    public static IReadOnlyList<SignedCheckpoint>? TryRead(IEnumerable<string> files, out int code)
    {
        var seen = new List<SignedCheckpoint>();
        foreach (var file in files)
        {
            if (!File.Exists(file))
                return Wrong(Streams.NoSuchFile(file), out code);
            if (SignedCheckpoint.TryParse(File.ReadAllText(file)) is not { } checkpoint)
                return Wrong(Done.Wrong($"不是检查点：{file}", $"not a checkpoint: {file}"), out code);
            seen.Add(checkpoint);
        }

        code = Done.Ok;
        return seen;
    }

    private static IReadOnlyList<SignedCheckpoint>? Wrong(int said, out int code)
    {
        code = said;
        return null;
    }
}
