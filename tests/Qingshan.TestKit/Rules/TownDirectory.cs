using Qingshan.Directory.Agencies;

namespace Qingshan.TestKit.Rules;

/// <summary>A city with one agency of each kind that the way of a case needs, a police organ of a district, and people named after their posts.</summary>
public sealed class TownDirectory : IDirectory
{
    public const string City = "330900";

    public IReadOnlyList<Agency> Agencies { get; } =
    [
        Of("env", AgencyKind.Environment), Of("police", AgencyKind.Police), Of("proc", AgencyKind.Procuratorate), Of("centre", AgencyKind.JointCentre), Of("lab", AgencyKind.Laboratory),
        new("police-district", AgencyKind.Police, "区公安分局", "District Police", "330902", "police"),
        new("env-county", AgencyKind.Environment, "县生态环境局", "County Environment Bureau", "330921", "env"),
    ];

    public IReadOnlyList<Post> Posts { get; } =
    [
        Of("inspector", PostKind.Inspector, "env"), Of("inspector-2", PostKind.Inspector, "env"), Of("trainee", PostKind.Inspector, "env"), Of("head", PostKind.HeadOfAgency, "env"),
        Of("officer", PostKind.EcoPoliceOfficer, "police"), Of("officer-2", PostKind.EcoPoliceOfficer, "police"), Of("police-head", PostKind.PoliceHead, "police"),
        Of("duty", PostKind.DutyOfficer, "centre"), Of("analyst", PostKind.Laboratory, "lab"), Of("county-inspector", PostKind.Inspector, "env-county"),
    ];

    /// <summary>Everybody but the trainee holds a certificate.</summary>
    public IReadOnlyList<PersonCard> People =>
        [.. Posts.Select(post => new PersonCard(post.Id, $"{post.Id}（示范）", post.Id, [post.Id], post.Id == "trainee" ? [] : [$"证-{post.Id}"]))];

    public Agency? FindAgency(string id) => Agencies.FirstOrDefault(agency => agency.Id == id);

    public Post? FindPost(string id) => Posts.FirstOrDefault(post => post.Id == id);

    public PersonCard? FindPerson(string id) => People.FirstOrDefault(person => person.Id == id);

    public Agency? FindSameLevel(string division, AgencyKind kind) => Agencies.FirstOrDefault(agency => agency.Division == division && agency.Kind == kind);

    private static Agency Of(string id, AgencyKind kind) => new(id, kind, $"市{id}（示范）", id, City, null);

    private static Post Of(string id, PostKind kind, string agency) => new(id, kind, agency, id, id);
}
