using System.CommandLine;
using System.Globalization;
using Qingshan.Record.Bundles;

namespace Qingshan.Cli;

/// <summary><c>qingshan verify BUNDLE [--trust KEYFILE]… [--seen CHECKPOINT]…</c>: checks an exported bundle offline.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var bundle = Arguments.Name("bundle", "Folder or ZIP.");
        var trust = new Option<string[]>("--trust") { Description = "Trust file: pinned keys of the operator and the witnesses; may be given several times." };
        var seen = SeenOption.Create("An earlier checkpoint of the same log; may be given several times.");
        var command = new Command("verify", "Check an exported bundle offline.") { bundle, trust, seen };
        command.SetAction(parsed => Run(parsed.GetValue(bundle)!, parsed.GetValue(trust) ?? [], parsed.GetValue(seen) ?? []));
        return command;
    }

    private static int Run(string bundle, string[] trustFiles, string[] seenFiles)
    {
        if (trustFiles.FirstOrDefault(file => !File.Exists(file)) is { } absent)
            return Streams.NoSuchFile(absent);
        string? problem = null;
        var trust = trustFiles.Length == 0 ? null : Trust.TryParse(trustFiles.Select(File.ReadAllText), out problem);
        if (problem is not null)
            return Done.Wrong("信任文件无效", $"not a trust file: {problem}");
        if (SeenOption.TryRead(seenFiles, out var code) is not { } seen)
            return code;
        var answer = BundleVerifier.Verify(bundle, trust, seen);
        Console.Out.WriteLine(answer.Line);
        if (answer.Withheld > 0)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"未随附的附件 · attachments withheld: {answer.Withheld}"));
        return answer.Verified ? Done.Ok : Done.Refused;
    }
}
