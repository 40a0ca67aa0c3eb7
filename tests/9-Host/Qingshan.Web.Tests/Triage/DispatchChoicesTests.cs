using Qingshan.Directory.Agencies;
using Qingshan.Web.Triage;

namespace Qingshan.Web.Tests.Triage;

public sealed class DispatchChoicesTests
{
    [Fact]
    public void The_environment_agency_of_the_senders_level_comes_first()
    {
        Agency[] agencies =
        [
            Agency("fish-zs", AgencyKind.Fisheries, "330900"), Agency("env-pt", AgencyKind.Environment, "330903"), Agency("fish-pt", AgencyKind.Fisheries, "330903"),
            Agency("env-dh", AgencyKind.Environment, "330902"), Agency("psb-zs", AgencyKind.Police, "330900"), Agency("lab-zs", AgencyKind.Laboratory, "330900"),
            Agency("proc-zs", AgencyKind.Procuratorate, "330900"), Agency("centre-zs", AgencyKind.JointCentre, "330900"), Agency("env-zs", AgencyKind.Environment, "330900"),
        ];

        var choices = DispatchChoices.Agencies(agencies, AgencyKind.Environment, sender: "330900", place: "330902");

        Assert.Equal(["env-zs", "env-dh", "env-pt", "fish-zs", "fish-pt"], choices.Select(agency => agency.Id));
        Assert.Equal("fish-zs", DispatchChoices.Agencies(agencies, AgencyKind.Fisheries, sender: "330900", place: "330900")[0].Id);
    }

    [Fact]
    public void The_second_officer_is_another_inspector_of_the_agency_with_a_certificate()
    {
        Post[] posts =
        [
            new("i1", PostKind.Inspector, "env-zs", "", ""), new("i2", PostKind.Inspector, "env-zs", "", ""), new("i3", PostKind.Inspector, "env-pt", "", ""),
            new("h", PostKind.HeadOfAgency, "env-zs", "", ""),
        ];
        PersonCard[] people =
        [
            new("me", "", "", ["i1"], ["1"]), new("fits", "", "", ["i2"], ["2"]), new("no-certificate", "", "", ["i2"], []),
            new("elsewhere", "", "", ["i3"], ["3"]), new("head", "", "", ["h"], ["4"]),
        ];

        Assert.Equal(["fits"], DispatchChoices.SecondOfficers(people, posts, "env-zs", "me").Select(person => person.Id));
    }

    private static Agency Agency(string id, AgencyKind kind, string division) => new(id, kind, id, id, division, null);
}
