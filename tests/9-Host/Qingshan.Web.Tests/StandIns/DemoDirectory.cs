using Qingshan.Directory.Agencies;

namespace Qingshan.Web.Tests.StandIns;

/// <summary>A small invented directory.</summary>
internal sealed class DemoDirectory : IDirectory
{
    public IReadOnlyList<Agency> Agencies { get; } =
    [
        new("env-dh", AgencyKind.Environment, "定海生态环境分局（示范）", "Dinghai Environment Branch (demo)", "330902", null),
        new("psb-dh", AgencyKind.Police, "定海公安分局（示范）", "Dinghai Police Branch (demo)", "330902", null),
        new("proc-dh", AgencyKind.Procuratorate, "定海区人民检察院（示范）", "Dinghai Procuratorate (demo)", "330902", null),
    ];

    public IReadOnlyList<Post> Posts { get; } =
    [
        new("env-dh-inspector", PostKind.Inspector, "env-dh", "执法人员", "Inspector"),
        new("env-dh-head", PostKind.HeadOfAgency, "env-dh", "负责人", "Head of agency"),
        new("psb-dh-officer", PostKind.EcoPoliceOfficer, "psb-dh", "生态警察", "Eco-police officer"),
        new("proc-dh-procurator", PostKind.Procurator, "proc-dh", "检察官", "Procurator"),
    ];

    public IReadOnlyList<PersonCard> People { get; } =
    [
        new("p-shi", "示范甲", "Demo One", ["env-dh-inspector", "env-dh-head"], ["浙K示范001"]),
        new("p-fan", "示范乙", "Demo Two", ["psb-dh-officer"], ["示范0002"]),
        new("p-jian", "示范丙", "Demo Three", ["proc-dh-procurator"], []),
    ];

    public Agency? FindAgency(string id) => Agencies.FirstOrDefault(a => a.Id == id);

    public Post? FindPost(string id) => Posts.FirstOrDefault(p => p.Id == id);

    public PersonCard? FindPerson(string id) => People.FirstOrDefault(p => p.Id == id);

    public Agency? FindSameLevel(string division, AgencyKind kind) => Agencies.FirstOrDefault(a => a.Division == division && a.Kind == kind);
}
