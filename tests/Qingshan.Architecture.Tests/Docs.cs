using System.Text.RegularExpressions;
using Qingshan.TestKit;

namespace Qingshan.Architecture.Tests;

/// <summary>The written pages of the repository, and what they name. Pure readers: a test gives them a text of its own to see that they can fail.</summary>
internal static partial class Docs
{
    private static readonly string[] NotOurs = [".git", "node_modules", "artifacts", "var", "bin", "obj", "lib"];

    /// <summary>Every <c>*.md</c> below the root, found by looking.</summary>
    public static IReadOnlyList<string> Pages { get; } = [.. Below(SharedData.RepositoryRoot).Order(StringComparer.Ordinal)];

    public static string Read(string relative) => File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, relative));

    public static string NameOf(string page) => Path.GetRelativePath(SharedData.RepositoryRoot, page);

    /// <summary>Relative links of a page that lead nowhere.</summary>
    public static IEnumerable<string> BrokenLinks(string page, string text) =>
        from match in Link().Matches(text)
        let target = match.Groups[1].Value
        where !target.Contains(':', StringComparison.Ordinal) && !Exists(Path.Combine(Path.GetDirectoryName(page)!, target))
        select $"{NameOf(page)}: {target}";

    /// <summary>Paths of the repository that a page names and that are not there; a <c>*</c> stands for any part of one name.</summary>
    public static IEnumerable<string> MissingPaths(string page, string text) =>
        from match in RepositoryPath().Matches(text)
        let path = match.Value.TrimEnd('.', '/')
        where !(path.Contains('*', StringComparison.Ordinal) ? AnyMatches(path) : Exists(Path.Combine(SharedData.RepositoryRoot, path)))
        select $"{NameOf(page)}: {path}";

    /// <summary>Verbs of commands that a text names between backticks.</summary>
    public static IEnumerable<string> Verbs(string text) => VerbName().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>Subcommands of <c>qingshan</c> that a text names.</summary>
    public static IEnumerable<string> CliCommands(string text) => CliCommand().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>Subcommands of <c>./dev</c> that a text names.</summary>
    public static IEnumerable<string> DevCommands(string text) => DevCommand().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>C# names in the first column of a page's tables.</summary>
    public static IEnumerable<string> FirstColumnNames(string text) => FirstColumn().Matches(text).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Below(string folder) =>
        System.IO.Directory.EnumerateFiles(folder, "*.md").Concat(
            System.IO.Directory.EnumerateDirectories(folder).Where(child => !NotOurs.Contains(Path.GetFileName(child))).SelectMany(Below));

    private static bool Exists(string path) => File.Exists(path) || System.IO.Directory.Exists(path);

    private static bool AnyMatches(string path)
    {
        var folder = Path.Combine(SharedData.RepositoryRoot, Path.GetDirectoryName(path)!);
        return System.IO.Directory.Exists(folder) && System.IO.Directory.EnumerateFileSystemEntries(folder, Path.GetFileName(path)).Any();
    }

    [GeneratedRegex(@"\]\(([^)\s#]+)(?:#[^)\s]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w./-])(?:src|tests|docs|data|eng|bench)/[A-Za-z0-9_./*-]+")]
    private static partial Regex RepositoryPath();

    [GeneratedRegex(@"`((?:signal|task|sample|case|transfer|oversight|supervision)\.[a-z]+(?:-[a-z]+)*)`")]
    private static partial Regex VerbName();

    [GeneratedRegex(@"\bqingshan(?:\.dll)? ([a-z]+)\b")]
    private static partial Regex CliCommand();

    [GeneratedRegex(@"\./dev ([a-z]+)\b")]
    private static partial Regex DevCommand();

    [GeneratedRegex(@"^\| `([A-Z]\w+)`", RegexOptions.Multiline)]
    private static partial Regex FirstColumn();
}
