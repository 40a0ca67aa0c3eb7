using Qingshan.Directory.Agencies;
using Qingshan.Geography.Divisions;

namespace Qingshan.Web.Triage;

/// <summary>Whom a task may be sent to, and who may be the second officer of a case, in the order in which they are offered.</summary>
public static class DispatchChoices
{
    // Organs that enforce administrative law on the spot.
    private static readonly HashSet<AgencyKind> Enforcing =
    [
        AgencyKind.Environment, AgencyKind.Fisheries, AgencyKind.NaturalResources, AgencyKind.Forestry, AgencyKind.Water, AgencyKind.Agriculture, AgencyKind.Transport,
        AgencyKind.Market, AgencyKind.UrbanManagement, AgencyKind.CoastGuard,
    ];

    /// <summary>The competent agency of the sender's level first, then that of the place, then others of its kind, then the rest.</summary>
    /// <param name="competent">The kind of agency whose matter it is: environment for a discharge, fisheries for fishing.</param>
    /// <param name="sender">Division of the sending agency.</param>
    /// <param name="place">Division in which it happened.</param>
    public static IReadOnlyList<Agency> Agencies(IEnumerable<Agency> agencies, AgencyKind competent, string sender, string place) =>
        [.. agencies.Where(agency => Enforcing.Contains(agency.Kind)).OrderBy(agency => Rank(agency, competent, sender, place)).ThenBy(agency => agency.Kind).ThenBy(agency => agency.Id, StringComparer.Ordinal)];

    /// <summary>Inspectors of the agency who hold a certificate, without the one who asks.</summary>
    public static IReadOnlyList<PersonCard> SecondOfficers(IEnumerable<PersonCard> people, IReadOnlyCollection<Post> posts, string agency, string person)
    {
        var inspecting = posts.Where(post => post.Agency == agency && post.Kind == PostKind.Inspector).Select(post => post.Id).ToHashSet(StringComparer.Ordinal);
        return [.. people.Where(card => card.Id != person && card.Certificates.Count > 0 && card.Posts.Any(inspecting.Contains)).OrderBy(card => card.Id, StringComparer.Ordinal)];
    }

    private static int Rank(Agency agency, AgencyKind competent, string sender, string place) => (agency.Kind == competent, DivisionCodes.IsWithin(place, agency.Division)) switch
    {
        (true, true) when agency.Division == sender => 0,
        (true, true) => 1,
        (true, false) => 2,
        (false, true) => 3,
        _ => 4,
    };
}
