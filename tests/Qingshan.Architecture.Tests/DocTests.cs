using System.Reflection;
using Qingshan.Directory.Commands;
using Qingshan.TestKit;

namespace Qingshan.Architecture.Tests;

/// <summary>What the pages name exists: links, paths, verbs, commands, and the C# names of the glossary.</summary>
public sealed class DocTests
{
    private static readonly string Planted = Path.Combine(SharedData.RepositoryRoot, "docs", "planted.md");

    private static readonly IReadOnlyList<Assembly> Assemblies = [.. Project.All.Where(p => p.Name != "Qingshan.Cli").Select(p => Assembly.Load(p.Name))];

    private static HashSet<string> DeclaredVerbs =>
    [
        .. Assemblies.SelectMany(assembly => assembly.GetExportedTypes())
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public))
            .Where(property => property.PropertyType == typeof(IReadOnlyList<CommandDefinition>))
            .SelectMany(property => (IReadOnlyList<CommandDefinition>)property.GetValue(null)!)
            .Select(definition => definition.Verb),
    ];

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("SECURITY.md")]
    [InlineData("docs/flow.md")]
    [InlineData("docs/glossary.md")]
    [InlineData("docs/operator.md")]
    public void ThePage_IsThere(string page) => Assert.Contains(page, Docs.Pages.Select(Docs.NameOf));

    [Fact]
    public void Links_LeadSomewhere() => Assert.Empty(Docs.Pages.SelectMany(page => Docs.BrokenLinks(page, File.ReadAllText(page))));

    [Fact]
    public void ABrokenLink_IsSeen() =>
        Assert.Equal(["docs/planted.md: nowhere.md"], Docs.BrokenLinks(Planted, "[a](record.md) [b](nowhere.md#top) [c](https://example.org/x)"));

    [Fact]
    public void Paths_Exist() => Assert.Empty(Docs.Pages.SelectMany(page => Docs.MissingPaths(page, File.ReadAllText(page))));

    [Fact]
    public void AMissingPath_IsSeen() => Assert.Equal(
        ["docs/planted.md: src/Nowhere.cs", "docs/planted.md: src/1-Foundation/*.xyz"],
        Docs.MissingPaths(Planted, "`src/1-Foundation/Qingshan.Law`, src/Nowhere.cs. `src/1-Foundation/*.xyz` `../../shared/data/x` `tests/*`"));

    [Fact]
    public void Readme_NamesVerbsThatExist() => Assert.Empty(Docs.Verbs(Docs.Read("README.md")).Except(DeclaredVerbs));

    [Fact]
    public void Readme_NamesTheVerbsOfTheFirstCase() => Assert.Superset(
        new HashSet<string>(["signal.confirm", "signal.open-case", "task.record-check", "sample.record-result", "case.report-transfer", "transfer.approve", "transfer.send", "transfer.accept"]),
        Docs.Verbs(Docs.Read("README.md")).ToHashSet());

    [Fact]
    public void AWrongVerb_IsSeen() => Assert.Equal(["transfer.hold-back"], Docs.Verbs("`transfer.accept` and `transfer.hold-back`").Except(DeclaredVerbs));

    [Fact]
    public async Task CommandsOfTheLine_Exist()
    {
        var named = Docs.Pages.SelectMany(page => Docs.CliCommands(File.ReadAllText(page))).Distinct().ToList();
        Assert.Contains("serve", named);
        var missing = new List<string>();
        foreach (var command in named)
        {
            if (!await KnowsAsync(command))
                missing.Add(command);
        }

        Assert.Empty(missing);
    }

    [Fact]
    public async Task AWrongCommandOfTheLine_IsSeen() => Assert.False(await KnowsAsync("nonsense"));

    [Fact]
    public void Readme_NamesTheTwoCommands() => Assert.Superset(new HashSet<string>(["up", "verify"]), Docs.DevCommands(Docs.Read("README.md")).ToHashSet());

    [RepositoryFact("dev")]
    public void TheScriptDev_KnowsWhatThePagesName()
    {
        var script = Docs.Read("dev");
        Assert.All(Docs.Pages.SelectMany(page => Docs.DevCommands(File.ReadAllText(page))).Distinct(), name => Assert.Contains($"\n  {name})", script, StringComparison.Ordinal));
        Assert.Contains("--without", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Glossary_NamesTypesThatExist()
    {
        var types = Assemblies.SelectMany(assembly => assembly.GetTypes()).Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        var named = Docs.FirstColumnNames(Docs.Read("docs/glossary.md")).ToList();
        Assert.True(named.Count > 40, $"only {named.Count} names were found");
        Assert.Empty(named.Except(types));
    }

    // The program's own parser answers: for a known command the usage line names it, for an unknown one it is that of the whole program.
    private static async Task<bool> KnowsAsync(string command)
    {
        using var process = new System.Diagnostics.Process
        {
            StartInfo = new("dotnet", [Assembly.Load("qingshan").Location, command, "--help"]) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        var help = process.StandardOutput.ReadToEndAsync();
        await Task.WhenAll(help, process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
        return (await help).Contains($" qingshan {command}", StringComparison.Ordinal);
    }
}
