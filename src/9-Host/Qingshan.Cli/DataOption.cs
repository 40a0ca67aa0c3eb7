using System.CommandLine;

namespace Qingshan.Cli;

/// <summary>The option <c>--data</c>, the same for every command that works on a site's folder.</summary>
internal static class DataOption
{
    public static Option<string> Create() => new("--data")
    {
        Description = "Folder of databases, keys, archive and evidence (default var, or QINGSHAN_DATA).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("QINGSHAN_DATA") is { Length: > 0 } set ? set : "var",
    };

    public static string Folder(this ParseResult parsed, Option<string> option) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(option)!));

    public static int NoSite(string folder) => Done.Failed($"此处没有站点数据：{folder}", $"no data of a site in {folder}");
}
