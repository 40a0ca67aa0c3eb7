using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Demo;
using Qingshan.Record.Entries;
using Qingshan.TestKit;

namespace Qingshan.Directory.Tests.Demo;

public sealed class DemoSiteTests : IDisposable
{
    private const string Site = """
        {
          "site": {"name_zh": "站点"},
          "agencies": [
            {"id": "env-zs", "kind": "environment", "name_zh": "市局（示范）", "name_en": "Bureau (demo)", "division": "330900", "demo": true},
            {"id": "nr-dh", "kind": "natural-resources", "name_zh": "分局（示范）", "name_en": "Branch (demo)", "division": "330902", "superior": "env-zs", "demo": true}
          ],
          "units": [{"id": "env-zs-enf", "agency": "env-zs", "name_zh": "大队", "name_en": "Brigade"}],
          "posts": [
            {"id": "env-zs-1", "kind": "inspector", "agency": "env-zs", "unit": "env-zs-enf", "title_zh": "执法人员", "title_en": "Inspector"},
            {"id": "env-zs-head", "kind": "head-of-agency", "agency": "env-zs", "title_zh": "局长", "title_en": "Head"},
            {"id": "nr-dh-1", "kind": "inspector", "agency": "nr-dh", "title_zh": "执法人员", "title_en": "Inspector"}
          ],
          "people": [
            {"id": "lin", "name_zh": "林示范", "name_en": "Lin Shifan", "posts": ["env-zs-1", "nr-dh-1"], "demo": true,
             "certificates": [{"kind": "enforcement-certificate", "number": "SF330900001", "valid_from": "2024-01-01", "valid_to": "2028-12-31"}]},
            {"id": "he", "name_zh": "贺示范", "name_en": "He Shifan", "posts": ["env-zs-head"], "certificates": [], "demo": true}
          ],
          "enterprises": [], "zones": []
        }
        """;

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("demo-").FullName;
    private readonly FakeTime time = new();
    private readonly InMemorySealer sealer = new();
    private readonly InMemoryRecord record;
    private readonly SiteDirectory directory;
    private readonly SqliteAccounts accounts;

    public DemoSiteTests()
    {
        record = new InMemoryRecord(time);
        directory = new SiteDirectory(record, sealer);
        accounts = new SqliteAccounts(new AccountOptions(Path.Combine(folder, "accounts.db"), Demo: true) { HashRounds = 1 }, directory, sealer, time);
        File.WriteAllText(Path.Combine(folder, "site.json"), Site);
    }

    private string SignIns => Path.Combine(folder, "demo-sign-ins");

    [Fact]
    public async Task Seeding_BringsAgenciesPostsPeople_AndAnAccountForEachPost()
    {
        Assert.True(await Seed());
        Assert.Equal(["env-zs", "nr-dh"], directory.Agencies.Select(agency => agency.Id));
        Assert.Equal(AgencyKind.NaturalResources, directory.FindAgency("nr-dh")!.Kind);
        Assert.Equal(new Post("env-zs-head", PostKind.HeadOfAgency, "env-zs", "局长", "Head"), directory.FindPost("env-zs-head"));
        Assert.Equal(["env-zs-1", "nr-dh-1"], directory.FindPerson("lin")!.Posts);
        Assert.Equal(["SF330900001"], directory.FindPerson("lin")!.Certificates);

        var lines = (await File.ReadAllLinesAsync(SignIns)).Select(line => line.Split('\t')).ToList();
        Assert.Equal(["env-zs-1", "env-zs-head", "nr-dh-1"], lines.Select(line => line[0]));
        Assert.Equal(["分局（示范）", "执法人员", "林示范"], lines[2][2..]);
        foreach (var line in lines)
            Assert.Equal(line[0], (await accounts.SignInAsync(new(line[0], line[1]), new(""))).Require().Post);
        Assert.Equal(3, lines.Select(line => line[1]).Distinct().Count());
        Assert.All(lines, line => Assert.Matches("^[2-9A-HJ-NP-Z]{16}$", line[1]));
    }

    [Fact]
    public async Task SeedingAgain_ChangesNothing()
    {
        await Seed();
        var (count, signIns) = (record.Count, await File.ReadAllTextAsync(SignIns));
        Assert.False(await Seed());
        Assert.Equal((count, signIns), (record.Count, await File.ReadAllTextAsync(SignIns)));
    }

    [Fact]
    public async Task ALostFileOfPasswords_IsMadeAnew_AndTheOldPasswordsEnd()
    {
        await Seed();
        var old = (await File.ReadAllLinesAsync(SignIns))[0].Split('\t');
        File.Delete(SignIns);
        Assert.True(await Seed());
        var renewed = (await File.ReadAllLinesAsync(SignIns))[0].Split('\t');
        Assert.NotNull((await accounts.SignInAsync(new(old[0], old[1]), new(""))).Refusal);
        Assert.Null((await accounts.SignInAsync(new(renewed[0], renewed[1]), new(""))).Refusal);
        Assert.False(accounts.HasRealAccounts);
    }

    [Fact]
    public async Task NamesAndNumbers_AreSealed()
    {
        await Seed();
        await foreach (var entry in record.ReadAllAsync())
            Assert.DoesNotContain("林示范", entry.Body.ToString(), StringComparison.Ordinal);
        var lin = await record.ReadAsync(new StreamId("person", "lin"));
        Assert.Equal(3, lin.Version);
        Assert.Equal("rule:demo", lin.Entries[0].By.Person);
        Assert.Equal(time.Now, lin.Entries[0].OccurredAt);
    }

    [Fact]
    public async Task TheFileOfPasswords_IsPrivate()
    {
        await Seed();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(SignIns));
    }

    [RepositoryFact("data/demo/site.json")]
    public async Task TheDemoSiteOfTheRepository_Loads_AndEveryPostIsHeld()
    {
        Assert.True(await Seed(Path.Combine(SharedData.RepositoryRoot, "data/demo/site.json")));
        Assert.All(directory.Posts, post => Assert.Contains(directory.People, person => person.Posts.Contains(post.Id)));
        Assert.All(directory.Posts, post => Assert.NotNull(directory.FindAgency(post.Agency)));
        Assert.All(directory.Agencies.Where(agency => agency.Superior is not null), agency => Assert.NotNull(directory.FindAgency(agency.Superior!)));
        Assert.Equal(directory.Posts.Count, (await File.ReadAllLinesAsync(SignIns)).Length);
    }

    public void Dispose()
    {
        accounts.Dispose();
        directory.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> Seed(string? file = null) =>
        (await DemoSite.SeedAsync(record, sealer, accounts, directory, file ?? Path.Combine(folder, "site.json"), SignIns, time)).Require();
}
