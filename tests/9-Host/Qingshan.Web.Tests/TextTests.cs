using System.Text.RegularExpressions;
using Qingshan.TestKit;
using Qingshan.Web.Texts;

namespace Qingshan.Web.Tests;

/// <summary>Every text people see is in the book, in both languages, and nothing in the book is unused.</summary>
public sealed partial class TextTests
{
    private static readonly string Web = Path.Combine(SharedData.RepositoryRoot, "src/9-Host/Qingshan.Web");
    private static readonly TextBook Book = new();

    [Fact]
    public void EveryUsedText_IsInTheBook() => Assert.Empty(Used().Where(key => !Book.Has(key)).ToList());

    [Fact]
    public void EveryTextOfTheBook_IsUsed()
    {
        var sources = string.Concat(Sources("*.razor", "*.cs", "*.js").Select(File.ReadAllText));
        var prefixes = Interpolated().Matches(sources).Select(m => m.Groups[1].Value).Distinct().ToList();
        // A key may be chosen before it is looked up, so any mention of it in quotes counts as use.
        bool IsMentioned(string key) => sources.Contains($"\"{key}\"", StringComparison.Ordinal) || prefixes.Exists(prefix => key.StartsWith(prefix, StringComparison.Ordinal));
        Assert.Empty(Book.Keys.Where(key => !IsMentioned(key) && !IsMentioned(key.Replace("js.", "", StringComparison.Ordinal))).ToList());
    }

    [Fact]
    public void BothLanguages_NameTheSameDetails() =>
        Assert.Empty(Book.Keys.Where(key => !Details(Book.Find(key, "zh")).SequenceEqual(Details(Book.Find(key, "en")))).ToList());

    [Fact]
    public void Markup_HoldsNoTextOfItsOwn() => Assert.Empty(Sources("*.razor").SelectMany(file => Literals(File.ReadAllText(file)).Select(text => $"{Path.GetFileName(file)}: {text}")));

    [Theory]
    [InlineData("<p>今日</p>", "今日")]
    [InlineData("<p>Due today</p>", "Due today")]
    [InlineData("<b title=\"Close\">@T[\"x\"]</b>", "Close")]
    [InlineData("<b title=\"@T[\"x\"]\" class=\"big\">@T[\"x\"]</b>", null)]
    public void Literals_FindsTextInMarkup(string markup, string? found) => Assert.Equal(found is null ? [] : [found], Literals(markup));

    private static IEnumerable<string> Used() =>
        Sources("*.razor", "*.cs").SelectMany(file => Key().Matches(File.ReadAllText(file))).Select(m => m.Groups[1].Value)
            .Concat(Sources("*.js").SelectMany(file => ScriptKey().Matches(File.ReadAllText(file))).Select(m => "js." + m.Groups[1].Value));

    private static IEnumerable<string> Sources(params string[] patterns) =>
        patterns.SelectMany(pattern => System.IO.Directory.EnumerateFiles(Web, pattern, SearchOption.AllDirectories)).Where(file => !file.Contains("wwwroot/lib", StringComparison.Ordinal));

    private static IEnumerable<string> Details(string text) => Detail().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Literals(string razor)
    {
        var markup = Comment().Replace(razor, "");
        var code = markup.IndexOf("@code", StringComparison.Ordinal);
        markup = code < 0 ? markup : markup[..code];
        return Han().Matches(markup).Concat(Words().Matches(markup)).Concat(Attributes().Matches(markup)).Select(m => m.Groups[1].Value.Trim()).Distinct();
    }

    [GeneratedRegex("\\b(?:T|texts)\\[\"([^\"]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("\\$\"([a-z][a-z-]*\\.[^\"{\\s]*)\\{")]
    private static partial Regex Interpolated();

    [GeneratedRegex("\\btext\\(\"([^\"]+)\"")]
    private static partial Regex ScriptKey();

    [GeneratedRegex("\\{[a-z]+\\}")]
    private static partial Regex Detail();

    [GeneratedRegex("@\\*[\\s\\S]*?\\*@")]
    private static partial Regex Comment();

    [GeneratedRegex("([\\p{IsCJKUnifiedIdeographs}]+)")]
    private static partial Regex Han();

    [GeneratedRegex(">\\s*([A-Za-z][A-Za-z ,.'-]{2,})\\s*</")]
    private static partial Regex Words();

    [GeneratedRegex("\\b(?:title|aria-label|placeholder|alt|label)=\"([A-Za-z][^\"@]*)\"")]
    private static partial Regex Attributes();
}
