using System.Text.RegularExpressions;
using Qingshan.TestKit;

namespace Qingshan.Architecture.Tests;

/// <summary>Names say what a thing is; files stay small enough to be read.</summary>
public sealed partial class NameTests
{
    private const int LongestFile = 400;

    private static IEnumerable<string> SourceFiles => System.IO.Directory
        .EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal));

    [Fact]
    public void NoName_SaysNothing() => Assert.Empty(SourceFiles.SelectMany(path => Empty(path, File.ReadAllText(path))));

    [Theory]
    [InlineData("internal sealed class CaseManager;", "CaseManager")]
    [InlineData("public static class TextUtils", "TextUtils")]
    [InlineData("public interface ICaseService", "ICaseService")]
    public void AnEmptyName_IsSeen(string code, string name) => Assert.Equal([$"x.cs: {name}"], Empty("x.cs", code));

    [Fact]
    public void NoFile_IsTooLong() => Assert.Empty(SourceFiles.Select(path => (path, Lines: File.ReadLines(path).Count())).Where(f => f.Lines > LongestFile).Select(f => $"{f.path}: {f.Lines}"));

    private static IEnumerable<string> Empty(string path, string code) =>
        EmptyName().Matches(code).Select(match => $"{Path.GetFileName(path)}: {match.Groups[1].Value}");

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(\w*(?:Manager|Helper|Helpers|Utils|Util|Common|Service))\b")]
    private static partial Regex EmptyName();
}
