using System.Text.RegularExpressions;
using Qingshan.TestKit;

namespace Qingshan.Web.Tests;

/// <summary>What strict CSP forbids is not written in the first place, and every icon is in the sprite.</summary>
public sealed partial class MarkupTests
{
    private static readonly string Web = Path.Combine(SharedData.RepositoryRoot, "src/9-Host/Qingshan.Web");

    [Fact]
    public void Markup_HasNothingInline() => Assert.Empty(Components().SelectMany(file => Inline().Matches(File.ReadAllText(file)).Select(m => $"{Path.GetFileName(file)}: {m.Value}")));

    [Theory]
    [InlineData("<p style=\"x\">")]
    [InlineData("<p onclick=\"x\">")]
    [InlineData("<p hx-on:click=\"x\">")]
    [InlineData("<p hx-vals=\"js:x\">")]
    [InlineData("<script>x</script>")]
    [InlineData("<style>x</style>")]
    public void Inline_FindsWhatIsForbidden(string markup) => Assert.Matches(Inline(), markup);

    [Fact]
    public void Icons_AreInTheSprite()
    {
        var listed = File.ReadAllLines(Path.Combine(Web, "icons.txt")).Where(line => line.Length > 0 && line[0] != '#').ToHashSet();
        var used = Components().Concat(System.IO.Directory.EnumerateFiles(Path.Combine(Web, "Components"), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => IconName().Matches(File.ReadAllText(file))).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.NotEmpty(used);
        Assert.Empty(used.Except(listed));
    }

    private static IEnumerable<string> Components() => System.IO.Directory.EnumerateFiles(Path.Combine(Web, "Components"), "*.razor", SearchOption.AllDirectories);

    [GeneratedRegex("\\sstyle=|\\son[a-z]+=\"|hx-on|\"js:|<style|<script(?![^>]*(?:\\bsrc=|type=\\\\?\"application/json))")]
    private static partial Regex Inline();

    [GeneratedRegex("(?:<Icon Name=|\\bIcon=)\"([a-z][a-z0-9-]+)\"")]
    private static partial Regex IconName();
}
