using NodaTime;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.People;
using Qingshan.Record.Entries;
using Qingshan.TestKit;

namespace Qingshan.Directory.Tests.Agencies;

public sealed class SiteDirectoryTests
{
    private static readonly StreamId City = new("agency", "env-city");
    private static readonly StreamId Lin = new("person", "lin");
    private readonly InMemoryRecord record = new(new FakeTime());
    private readonly InMemorySealer sealer = new();

    [Fact]
    public async Task Agencies_PostsAndPeople_AreFolded()
    {
        await GivenSite();
        using var directory = await SiteDirectory.OpenAsync(record, sealer);
        Assert.Equal(new Agency("env-city", AgencyKind.Environment, "市局", "City bureau", "330900", null), directory.FindAgency("env-city"));
        Assert.Equal("env-city", directory.FindAgency("env-district")?.Superior);
        Assert.Equal(new Post("city-1", PostKind.Inspector, "env-city", "执法人员", "Inspector"), directory.FindPost("city-1"));
        var lin = directory.FindPerson("lin")!;
        Assert.Equal(("林", "Lin"), (lin.NameZh, lin.NameEn));
        Assert.Equal(["city-1", "city-2"], lin.Posts);
        Assert.Equal(["SF1", "SF2"], lin.Certificates);
        Assert.Equal(["env-city", "env-district"], directory.Agencies.Select(agency => agency.Id));
        Assert.Null(directory.FindAgency("lin"));
        Assert.Null(directory.FindPerson("nobody"));
    }

    [Fact]
    public async Task SameLevel_IsTheSameDivision()
    {
        await GivenSite();
        using var directory = await SiteDirectory.OpenAsync(record, sealer);
        Assert.Equal("env-district", directory.FindSameLevel("330902", AgencyKind.Environment)?.Id);
        Assert.Null(directory.FindSameLevel("330902", AgencyKind.Police));
        Assert.Null(directory.FindSameLevel("330903", AgencyKind.Environment));
    }

    [Fact]
    public async Task ReleasesAndAbolishedPosts_TakeThePost_AndTheDirectoryFollows()
    {
        await GivenSite();
        using var directory = await SiteDirectory.OpenAsync(record, sealer);
        await record.GivenAsync(Lin, new PersonReleased("city-1", "transfer"));
        Assert.Equal(["city-2"], directory.FindPerson("lin")!.Posts);
        await record.GivenAsync(Lin, new PersonAppointed("city-1"));
        Assert.Equal(["city-2", "city-1"], directory.FindPerson("lin")!.Posts);
        await record.GivenAsync(City, new PostAbolished("city-2", "reform"));
        Assert.Equal(["city-1"], directory.FindPerson("lin")!.Posts);
        Assert.Equal(["city-1"], directory.Posts.Select(post => post.Id));
    }

    [Fact]
    public async Task AnErasedPerson_HasNoNameAtOnce_AndNoCertificate()
    {
        await GivenSite();
        using var directory = await SiteDirectory.OpenAsync(record, sealer);
        sealer.Destroy("lin");
        var lin = directory.FindPerson("lin")!;
        Assert.Equal(("（已删除）", "(erased)"), (lin.NameZh, lin.NameEn));
        Assert.Empty(lin.Certificates);
        Assert.Equal(lin.NameZh, Assert.Single(directory.People).NameZh);
    }

    private async Task GivenSite()
    {
        await record.GivenAsync(
            City, new AgencyRegistered(AgencyKind.Environment, "市局", "City bureau", "330900", "", Demo: true),
            new UnitEstablished("unit", "大队", "Brigade"), Post("city-1"), Post("city-2"));
        await record.GivenAsync(new("agency", "env-district"), new AgencyRegistered(AgencyKind.Environment, "分局", "Branch", "330902", "env-city", Demo: true));
        await record.GivenAsync(
            Lin, new PersonRegistered(sealer.Seal("lin", "林"), sealer.Seal("lin", "Lin"), [Certificate("SF1")], Demo: true), new PersonAppointed("city-1"),
            new PersonAppointed("city-2"), new PersonCertified(Certificate("SF2")));
    }

    private static PostEstablished Post(string id) => new(id, PostKind.Inspector, "unit", "执法人员", "Inspector");

    private Certificate Certificate(string number) =>
        new(CertificateKind.EnforcementCertificate, sealer.Seal("lin", number), new LocalDate(2024, 1, 1), new LocalDate(2028, 12, 31));
}
