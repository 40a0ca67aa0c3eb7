using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Registry.Access;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;
using Qingshan.TestKit;

namespace Qingshan.Registry.Tests.Access;

public sealed class RegistrySubjectsTests
{
    private static readonly (string Id, AgencyKind Kind, string Division, string Superior)[] Agencies =
    [
        ("env-city", AgencyKind.Environment, "330900", ""), ("env-district", AgencyKind.Environment, "330902", "env-city"), ("env-other", AgencyKind.Environment, "330903", "env-city"),
        ("police-city", AgencyKind.Police, "330900", ""), ("police-district", AgencyKind.Police, "330902", ""), ("police-other", AgencyKind.Police, "330903", ""),
        ("proc-city", AgencyKind.Procuratorate, "330900", ""), ("proc-district", AgencyKind.Procuratorate, "330902", ""), ("proc-other", AgencyKind.Procuratorate, "330903", ""),
        ("centre", AgencyKind.JointCentre, "330900", ""), ("lab", AgencyKind.Laboratory, "330900", ""), ("fish", AgencyKind.Fisheries, "330900", ""),
    ];

    [Theory]
    [InlineData("330902", "env-city env-district police-city police-district proc-city proc-district centre")]
    [InlineData("330921", "env-city police-city proc-city centre")]
    public async Task AnArchive_IsOpenToTheAgenciesThatServeItsPlace(string division, string agencies)
    {
        using var directory = await Directory();
        var firm = new Enterprise("e", "", "", "", "", division, "", "", 0, 0, true, true, true, [], [])
        {
            Permit = new Permit(PermitKind.Permit, PermitManagement.Key, "", "env-city", default, default),
        };
        var subject = RegistrySubjects.Of(firm, directory);
        var access = new SiteAccess(directory);
        var full = directory.Agencies.Where(agency => access.Ask(Who(agency), subject).Level == AccessLevel.Full).Select(agency => agency.Id);
        Assert.Equal(agencies.Split(' ').Order(StringComparer.Ordinal), full.Order(StringComparer.Ordinal));
        Assert.All(directory.Agencies, agency => Assert.True(access.Ask(Who(agency), subject).Level is AccessLevel.Full or AccessLevel.Summary));
    }

    [Theory]
    [InlineData("330902", "env-city env-district police-city police-district proc-city proc-district centre fish")]
    // At sea, outside every division: the highest agencies of the site.
    [InlineData("", "env-city police-city police-district police-other proc-city proc-district proc-other centre fish")]
    public async Task AZoneOrVessel_IsOpenToWhoWorksAtSeaThereAsWell(string division, string agencies)
    {
        using var directory = await Directory();
        var area = Boundary.Read("POLYGON ((0 0, 1 0, 1 1, 0 0))").Require();
        var vessel = new Vessel("v", "船", null, [], null, null, [], "fishing", "", division, null, null, "", "", true);
        var access = new SiteAccess(directory);
        foreach (var subject in new[] { RegistrySubjects.Of(new Zone("z", "anchorage", "", "", division, [], area, null, null, true), directory), RegistrySubjects.Of(vessel, directory) })
        {
            var full = directory.Agencies.Where(agency => access.Ask(Who(agency), subject).Level == AccessLevel.Full).Select(agency => agency.Id);
            Assert.Equal(agencies.Split(' ').Order(StringComparer.Ordinal), full.Order(StringComparer.Ordinal));
        }

        Assert.Equal(("fish", "env-city"), (RegistrySubjects.Of(vessel with { Division = "330900" }, directory).LeadAgency, RegistrySubjects.Of(new Zone("z", "anchorage", "", "", "330900", [], area, null, null, true), directory).LeadAgency));
    }

    private static Acting Who(Agency agency) => new("p", new Post("p", PostKind.LiaisonOfficer, agency.Id, "", ""), agency, "");

    private static async Task<SiteDirectory> Directory()
    {
        var record = new InMemoryRecord(new FakeTime());
        foreach (var (id, kind, division, superior) in Agencies)
            await record.GivenAsync(new("agency", id), new AgencyRegistered(kind, id, id, division, superior, Demo: true));
        return await SiteDirectory.OpenAsync(record, new InMemorySealer());
    }
}
