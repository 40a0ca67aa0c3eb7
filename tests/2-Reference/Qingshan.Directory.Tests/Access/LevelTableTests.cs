using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;

namespace Qingshan.Directory.Tests.Access;

/// <summary>The floor, written by hand from the rules of access, against the table: every post × relation × stage × kind, without and with a purpose.</summary>
public sealed class LevelTableTests
{
    // A act, F full, S summary, E existence, - nothing; two letters: without and with a purpose.
    // Order: lead team own receiving former procuratorate superior joint consulted none.
    private static readonly Dictionary<string, string> Floor = new(StringComparer.Ordinal)
    {
        ["signal/open"] = "                  A  A  S -  - -  S F  - -",
        ["task/*"] = "                       A  A  S -  - -  S F  - -",
        ["sample/*"] = "                     A  A  S A  - -  S F  - -",
        ["case/administrative"] = "          A  A  E -  - -  S A  E -",
        ["case/administrative-reached"] = "  A  A  E -  - SF S A  E -",
        ["case/transferred"] = "             A  A  E F  - SF S A  E -",
        ["case/criminal"] = "                A  A  E -  S SF S F  E -",
        ["case/closed"] = "                  F  F  E -  - -  S F  E -",
        ["case/closed-reached"] = "          F  F  E -  - SF S F  E -",
        ["transfer/report"] = "              A  A  E -  - S  S F  - -",
        ["transfer/sent"] = "                A  A  S A  - F  S F  - -",
        ["transfer/closed"] = "              F  F  S F  - SF S F  - -",
        ["evidence/administrative"] = "      A  A  - -  - -  S F  - -",
        ["evidence/administrative-reached"] = "A  A  - -  - SF S F  - -",
        ["evidence/transferred"] = "         A  A  - F  - SF S F  - -",
        ["evidence/criminal"] = "            A  A  - -  F SF S F  - -",
        ["evidence/closed"] = "              A  A  - -  - -  S F  - -",
        ["evidence/closed-reached"] = "      A  A  - -  - SF S F  - -",
        ["personal-data/administrative"] = " -F -F - -  - -  - -F - -",
        ["personal-data/administrative-reached"] = "-F -F - - - -F - -F - -",
        ["personal-data/transferred"] = "    -F -F - -F - -F - -F - -",
        ["personal-data/criminal"] = "       -F -F - -  - -F - -F - -",
        ["personal-data/closed"] = "         -F -F - -  - -  - -F - -",
        ["personal-data/closed-reached"] = " -F -F - -  - -F - -F - -",
        ["enterprise/*"] = "                 -  -  F F  - F  F F  - S",
        ["station/*"] = "                    -  -  F F  - F  F F  - S",
        ["zone/*"] = "                       -  -  F F  - F  F F  - S",
        ["vessel/*"] = "                     -  -  F F  - F  F F  - S",
        ["indicator/internal"] = "           -  -  F -  - F  F -  - -",
        ["indicator/published"] = "          -  -  - -  - -  - -  - F",
    };

    [Fact]
    public void Table_HasExactlyTheExpectedStages() =>
        Assert.Equal(Floor.Keys.Order(StringComparer.Ordinal), AccessTable.Site.Stages.Select(s => $"{s.Kind}/{s.Stage}").Order(StringComparer.Ordinal));

    [Fact]
    public void EveryPostRelationStageAndKind_SeesExactlyTheFloor()
    {
        var (wrong, asked) = (new List<string>(), 0);
        foreach (var (row, levels) in Floor)
        {
            foreach (var post in Scene.Posts)
            {
                foreach (var relation in Scene.Relations)
                {
                    foreach (var purpose in new[] { "", "handling" })
                    {
                        asked++;
                        var expected = Expect(row, post, relation, purpose.Length > 0);
                        var actual = Scene.Access.Ask(Scene.Who(post, relation, purpose), Subject(row, relation)).Level;
                        if (actual != expected)
                            wrong.Add($"{row} {post} {relation} '{purpose}': {actual}, expected {expected} of {levels}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(30 * 15 * 10 * 2, asked);
    }

    [Fact]
    public void WhoIsNamed_ButActsInAPostOfAnotherAgency_SeesExactlyWhatThatPostSees()
    {
        var elsewhere = Scene.Relations.Except([Relation.Lead, Relation.Team, Relation.OwnAgency, Relation.Receiving, Relation.Joint]).ToList();
        var (wrong, asked) = (new List<string>(), 0);
        foreach (var row in Floor.Keys)
        {
            foreach (var (post, relation, purpose) in from post in Scene.Posts from relation in elsewhere from purpose in new[] { "", "handling" } select (post, relation, purpose))
            {
                asked++;
                var subject = Subject(row, relation) with { LeadPerson = Scene.Me, Team = [Scene.Me] };
                var actual = Scene.Access.Ask(Scene.Who(post, relation, purpose), subject).Level;
                if (actual != Expect(row, post, relation, purpose.Length > 0))
                    wrong.Add($"{row} {post} {relation} '{purpose}': {actual}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(30 * 15 * 5 * 2, asked);
    }

    /// <summary>What a post sees of a row through one relation and all that it implies.</summary>
    internal static AccessLevel Expect(string row, PostKind post, Relation relation, bool purpose) =>
        Scene.Implied(post, relation).Max(implied => Cap(row[..row.IndexOf('/', StringComparison.Ordinal)], post, implied, Cell(row, implied, purpose)));

    internal static Subject Subject(string row, Relation relation)
    {
        var parts = row.Split('/');
        return Scene.Stream(parts[0], parts[1] == "*" ? "whatever" : parts[1], relation);
    }

    private static AccessLevel Cell(string row, Relation relation, bool purpose)
    {
        var cell = Floor[row].Split(' ', StringSplitOptions.RemoveEmptyEntries)[(int)relation];
        return (purpose ? cell[^1] : cell[0]) switch
        {
            'A' => AccessLevel.Act,
            'F' => AccessLevel.Full,
            'S' => AccessLevel.Summary,
            'E' => AccessLevel.Exists,
            _ => AccessLevel.None,
        };
    }

    // A laboratory, a volunteer, an auditor and so on see less than their relation would give.
    private static AccessLevel Cap(string kind, PostKind post, Relation relation, AccessLevel level)
    {
        var outside = post is PostKind.Laboratory or PostKind.Volunteer or PostKind.Auditor or PostKind.SiteAdministrator or PostKind.Public or PostKind.Tipster;
        var most = (post, kind) switch
        {
            (PostKind.Device, _) => AccessLevel.None,
            (PostKind.Volunteer, "task") when relation is Relation.Lead or Relation.Team => AccessLevel.Act,
            (PostKind.Laboratory, "sample") when relation is Relation.Receiving or Relation.Team => AccessLevel.Act,
            (_, "enterprise" or "station" or "zone" or "vessel") when outside => AccessLevel.Summary,
            (_, "indicator") when outside => relation == Relation.None ? AccessLevel.Full : AccessLevel.None,
            _ when outside => AccessLevel.None,
            _ => AccessLevel.Act,
        };
        return level < most ? level : most;
    }
}
