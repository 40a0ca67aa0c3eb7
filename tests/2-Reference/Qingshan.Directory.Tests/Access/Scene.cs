using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Record.Entries;

namespace Qingshan.Directory.Tests.Access;

/// <summary>Stages a post in one relation to a stream that the district's environment branch leads, with what that relation implies.</summary>
internal static class Scene
{
    public const string Me = "me";
    private const string Stranger = "water-city";

    public static FixedDirectory Directory { get; } = new();

    public static SiteAccess Access { get; } = new(Directory);

    public static IReadOnlyList<PostKind> Posts { get; } = Enum.GetValues<PostKind>();

    public static IReadOnlyList<Relation> Relations { get; } = Enum.GetValues<Relation>();

    public static Acting Who(PostKind post, Relation relation, string purpose = "")
    {
        var agency = relation switch
        {
            Relation.Lead or Relation.Team or Relation.OwnAgency => "env-district",
            Relation.Receiving => "police-district",
            Relation.FormerOwner => "market-city",
            Relation.Procuratorate => "proc-district",
            Relation.Superior => "env-city",
            _ => Stranger,
        };
        return new Acting(Me, new Post($"{agency}-post", post, agency, "岗位", "post"), Directory.FindAgency(agency)!, purpose);
    }

    public static Subject Stream(string kind, string stage, Relation relation) => new(new StreamId(kind, "1"), stage, "env-district", FixedDirectory.District)
    {
        LeadPerson = relation == Relation.Lead ? Me : "somebody",
        Team = relation == Relation.Team ? ["other", Me] : ["other"],
        Receiving = ["police-district"],
        FormerOwners = ["market-city"],
        Joint = relation == Relation.Joint ? [Stranger] : ["market-county"],
        Consulted = relation == Relation.Consulted ? [Stranger] : ["market-county"],
    };

    /// <summary>Who is named acts in the agency's post, heads and duty officers lead whatever their agency leads, and everybody has what strangers have.</summary>
    public static IEnumerable<Relation> Implied(PostKind post, Relation relation)
    {
        yield return relation;
        if (relation is Relation.Lead or Relation.Team or Relation.OwnAgency)
        {
            yield return Relation.OwnAgency;
            if (post is PostKind.HeadOfAgency or PostKind.PoliceHead or PostKind.DutyOfficer)
                yield return Relation.Lead;
        }

        yield return Relation.None;
    }
}
