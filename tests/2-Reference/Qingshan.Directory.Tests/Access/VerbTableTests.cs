using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Tests.Access;

/// <summary>Who may do what, written by hand against the table: every verb × post × relation × stage, without and with a purpose.</summary>
public sealed class VerbTableTests
{
    private const string Reading = "all:Lead all:Team all:OwnAgency all:Superior all:Joint";

    // Verb; where; who through which relation. A plus: only with a purpose. "all": every post that the table does not restrict.
    private static readonly (string Verb, string Where, string Who)[] Expected =
    [
        ("signal.read", "signal/open", Reading),
        ("signal.confirm", "signal/open", "DutyOfficer:Lead DutyOfficer:Team HeadOfAgency:Lead HeadOfAgency:Team"),
        ("signal.dismiss", "signal/open", "DutyOfficer:Lead DutyOfficer:Team HeadOfAgency:Lead HeadOfAgency:Team"),
        ("signal.send-task", "signal/open", "DutyOfficer:Lead DutyOfficer:Team HeadOfAgency:Lead HeadOfAgency:Team"),
        ("signal.open-case", "signal/open", "Inspector:Lead Inspector:Team Inspector:Joint HeadOfAgency:Lead HeadOfAgency:Team HeadOfAgency:Joint"),
        ("task.read", "task/*", Reading + " Volunteer:Lead Volunteer:Team"),
        ("task.accept", "task/*", "Inspector:Lead Inspector:Team Inspector:OwnAgency"),
        ("task.record-check", "task/*", "Inspector:Lead Inspector:Team"),
        ("task.take-sample", "task/*", "Inspector:Lead Inspector:Team"),
        ("task.seize-items", "task/*", "Inspector:Lead Inspector:Team"),
        ("task.attach-photo", "task/*", "Inspector:Lead Inspector:Team"),
        ("task.finish", "task/*", "Inspector:Lead Inspector:Team"),
        ("sample.read", "sample/*", Reading + " all:Receiving Laboratory:Team Laboratory:Receiving"),
        ("sample.receive", "sample/*", "Laboratory:Receiving"),
        ("sample.record-result", "sample/*", "Laboratory:Receiving"),
        ("case.read", "case/administrative", Reading + " all:Consulted"),
        ("case.read", "case/administrative-reached", Reading + " all:Consulted all:Procuratorate"),
        ("case.read", "case/transferred", Reading + " all:Consulted all:Procuratorate all:Receiving"),
        ("case.read", "case/criminal", Reading + " all:Consulted all:Procuratorate all:FormerOwner"),
        ("case.read", "case/closed", Reading + " all:Consulted"),
        ("case.read", "case/closed-reached", Reading + " all:Consulted all:Procuratorate"),
        ("case.set-purpose", "case/administrative case/closed", "all:Lead all:Team all:Superior all:Joint"),
        ("case.set-purpose", "case/administrative-reached case/closed-reached", "all:Lead all:Team all:Superior all:Joint all:Procuratorate"),
        ("case.set-purpose", "case/transferred", "all:Lead all:Team all:Superior all:Joint all:Procuratorate all:Receiving"),
        ("case.set-purpose", "case/criminal", "all:Lead all:Team all:Superior all:Joint all:Procuratorate all:FormerOwner"),
        ("case.add-fact", "case/administrative case/administrative-reached case/transferred", "Inspector:Lead Inspector:Team Inspector:Joint"),
        ("case.add-evidence", "case/administrative case/administrative-reached case/transferred", "Inspector:Lead Inspector:Team Inspector:Joint"),
        ("case.withdraw-fact", "case/administrative case/administrative-reached case/transferred", "Inspector:Lead Inspector:Team"),
        ("case.take-task", "case/administrative case/administrative-reached case/transferred", "Inspector:Lead Inspector:Team"),
        ("case.take-result", "case/administrative case/administrative-reached case/transferred", "Inspector:Lead Inspector:Team"),
        ("case.report-transfer", "case/administrative case/administrative-reached", "Inspector:Lead Inspector:Team"),
        ("case.name-party", "case/administrative case/administrative-reached", "Inspector:Lead Inspector:Team HeadOfAgency:Lead HeadOfAgency:Team"),
        ("case.name-team", "case/administrative case/administrative-reached case/transferred", "Inspector:Lead HeadOfAgency:Lead"),
        ("case.decide-non-transfer", "case/administrative-reached", "HeadOfAgency:Lead"),
        ("case.decide-fine", "case/administrative case/administrative-reached", "HeadOfAgency:Lead"),
        ("case.close", "case/administrative case/administrative-reached case/transferred", "Inspector:Lead Inspector:Team HeadOfAgency:Lead HeadOfAgency:Team"),
        ("case.export", "case/administrative case/closed", Exporting),
        ("case.export", "case/administrative-reached case/criminal case/closed-reached", Exporting + ExportingWithPurpose),
        ("case.export", "case/transferred", Exporting + ExportingWithPurpose + " Inspector:Receiving HeadOfAgency:Receiving EcoPoliceOfficer:Receiving PoliceHead:Receiving Procurator:Receiving"),
        ("transfer.read", "transfer/report", Reading + " all:Procuratorate"),
        ("transfer.read", "transfer/sent transfer/closed", Reading + " all:Receiving all:Procuratorate"),
        ("transfer.approve", "transfer/report", "HeadOfAgency:Lead"),
        ("transfer.refuse", "transfer/report", "HeadOfAgency:Lead"),
        ("transfer.make-letter", "transfer/report", "Inspector:Lead Inspector:Team"),
        ("transfer.send", "transfer/report", "Inspector:Lead Inspector:Team HeadOfAgency:Lead HeadOfAgency:Team"),
        ("transfer.sign-receipt", "transfer/sent", Police),
        ("transfer.accept", "transfer/sent", Police),
        ("transfer.find-incomplete", "transfer/sent", Police),
        ("transfer.supplement", "transfer/sent", "Inspector:Lead Inspector:Team"),
        ("transfer.extend-filing-clock", "transfer/sent", Police),
        ("transfer.decide-filing", "transfer/sent", Police),
        ("transfer.refuse-filing", "transfer/sent", Police),
        ("transfer.forward", "transfer/sent", Police),
        ("transfer.return", "transfer/sent", Police),
        ("transfer.notify-agency", "transfer/sent", Police),
        ("transfer.confirm-notice-received", "transfer/sent", "Inspector:Lead Inspector:Team HeadOfAgency:Lead HeadOfAgency:Team"),
        ("transfer.hand-over-items", "transfer/sent", "Inspector:Lead Inspector:Team"),
        ("transfer.acknowledge-items", "transfer/sent", Police),
        ("oversight.ask-reasons", "case/administrative-reached case/transferred case/criminal case/closed-reached", "Procurator:Procuratorate+"),
        ("oversight.ask-reasons", "transfer/sent", "Procurator:Procuratorate"),
        ("registry.read", "enterprise/* station/* zone/* vessel/*",
            "all:None Laboratory:None Volunteer:None Auditor:None SiteAdministrator:None Public:None Tipster:None"),
    ];

    private static readonly Dictionary<string, PostKind[]> WithoutStream = new(StringComparer.Ordinal)
    {
        ["today.read"] = [.. Scene.Posts.Except([PostKind.Public, PostKind.Tipster, PostKind.Device])],
        ["picture.read"] = Unrestricted,
        ["accounting.read"] = [PostKind.DutyOfficer, PostKind.SiteAdministrator, PostKind.Auditor],
        ["access-log.read"] = [PostKind.Auditor],
        ["account.read"] = [PostKind.SiteAdministrator],
        ["account.end-sessions"] = [PostKind.SiteAdministrator],
        ["account.ask-recovery"] = [PostKind.SiteAdministrator],
        ["account.grant-recovery"] = [PostKind.SiteAdministrator],
        ["case.open"] = [PostKind.Inspector, PostKind.HeadOfAgency],
        ["oversight.read"] = [PostKind.Procurator],
        ["registry.export"] = Unrestricted,
        ["import.apply"] = [PostKind.HeadOfAgency, PostKind.DutyOfficer],
    };

    private const string Police = "EcoPoliceOfficer:Receiving PoliceHead:Receiving";

    private const string Exporting =
        "Inspector:Lead Inspector:Team HeadOfAgency:Lead HeadOfAgency:Team EcoPoliceOfficer:Lead EcoPoliceOfficer:Team PoliceHead:Lead PoliceHead:Team Procurator:Lead Procurator:Team";

    private const string ExportingWithPurpose =
        " Inspector:Procuratorate+ HeadOfAgency:Procuratorate+ EcoPoliceOfficer:Procuratorate+ PoliceHead:Procuratorate+ Procurator:Procuratorate+";

    private static PostKind[] Unrestricted =>
    [
        PostKind.Inspector, PostKind.HeadOfAgency, PostKind.EcoPoliceOfficer, PostKind.PoliceHead, PostKind.Procurator, PostKind.DutyOfficer, PostKind.LiaisonOfficer,
        PostKind.EcoPoliceChief,
    ];

    [Fact]
    public void EveryVerbOfTheTable_IsExpected() => Assert.Equal(
        Expected.Select(row => row.Verb).Concat(WithoutStream.Keys).Distinct().Order(StringComparer.Ordinal),
        AccessTable.Site.Verbs.Select(row => row.Verb).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryVerb_IsPermittedExactlyWhereExpected()
    {
        var (wrong, permitted) = (new List<string>(), 0);
        foreach (var (kind, stage) in AccessTable.Site.Stages)
        {
            var row = $"{kind}/{stage}";
            var verbs = AccessTable.Site.Verbs.Where(verb => verb.On.Contains(kind)).Select(verb => (Name: verb.Verb, Pairs: Pairs(verb.Verb, row))).ToList();
            foreach (var (post, relation, purpose) in Cases())
            {
                var (who, subject) = (Scene.Who(post, relation, purpose), LevelTableTests.Subject(row, relation));
                var buttons = Scene.Access.Verbs(who, subject);
                foreach (var (verb, pairs) in verbs)
                {
                    var expected = Scene.Implied(post, relation).Any(implied => pairs.Contains($"{post}:{implied}") || (purpose.Length > 0 && pairs.Contains($"{post}:{implied}+")));
                    var actual = Scene.Access.Permit(who, verb, subject).Refusal is null;
                    permitted += actual ? 1 : 0;
                    if (actual != expected || actual != buttons.Contains(verb))
                        wrong.Add($"{verb} {row} {post} {relation} '{purpose}': {(actual ? "permitted" : "refused")}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(permitted > 1000, $"only {permitted} combinations were permitted: the scene is wrong");
    }

    [Fact]
    public void NoRefusal_NamesTheStage_BelowTheSummary()
    {
        var (asked, words) = (0, AccessTable.Site.Words.Stages);
        foreach (var (kind, stage) in AccessTable.Site.Stages.Where(s => s.Stage != "*"))
        {
            foreach (var (post, relation, purpose) in Cases())
            {
                var (who, subject) = (Scene.Who(post, relation, purpose), LevelTableTests.Subject($"{kind}/{stage}", relation));
                if (Scene.Access.Ask(who, subject).Level >= AccessLevel.Summary)
                    continue;
                foreach (var refusal in AccessTable.Site.Verbs.Where(v => v.On.Contains(kind)).Select(v => Scene.Access.Permit(who, v.Verb, subject).Refusal).OfType<Refusal>())
                {
                    asked++;
                    Assert.DoesNotContain($"“{words[stage][0]}”阶段", refusal.Zh, StringComparison.Ordinal);
                }
            }
        }

        Assert.True(asked > 1000, $"only {asked} refusals: the scene is wrong");
    }

    [Fact]
    public void WhoIsNamed_ButActsInAPostOfAnotherAgency_MayDoNothingMore()
    {
        foreach (var (kind, stage) in AccessTable.Site.Stages)
        {
            var subject = LevelTableTests.Subject($"{kind}/{stage}", Relation.None);
            foreach (var post in Scene.Posts)
            {
                var stranger = Scene.Who(post, Relation.None, "handling");
                Assert.Equal(Scene.Access.Verbs(stranger, subject), Scene.Access.Verbs(stranger, subject with { LeadPerson = Scene.Me, Team = [Scene.Me] }));
            }
        }
    }

    [Fact]
    public void EveryVerbWithoutStream_IsPermittedToExactlyItsPosts()
    {
        foreach (var (verb, posts) in WithoutStream)
        {
            var may = Scene.Posts.Where(post => Scene.Access.Permit(Scene.Who(post, Relation.None), verb).Refusal is null);
            Assert.Equal(posts.Order(), may.Order());
        }
    }

    [Theory]
    [InlineData("transfer.approve", "HeadOfAgency")]
    [InlineData("transfer.sign-receipt", "EcoPoliceOfficer PoliceHead")]
    [InlineData("case.report-transfer", "Inspector")]
    [InlineData("registry.read", "Inspector HeadOfAgency EcoPoliceOfficer PoliceHead Procurator DutyOfficer Laboratory LiaisonOfficer EcoPoliceChief Volunteer Auditor SiteAdministrator Public Tipster")]
    [InlineData("signal.read", "Inspector HeadOfAgency EcoPoliceOfficer PoliceHead Procurator DutyOfficer LiaisonOfficer EcoPoliceChief")]
    public void WithoutASubject_ThePostAloneDecides(string verb, string posts) =>
        Assert.Equal(posts, string.Join(' ', Scene.Posts.Where(post => Scene.Access.Permit(Scene.Who(post, Relation.None), verb).Refusal is null)));

    private static HashSet<string> Pairs(string verb, string row) =>
    [
        .. Expected.Where(line => line.Verb == verb && line.Where.Split(' ').Contains(row)).SelectMany(line => line.Who.Split(' '))
            .SelectMany(pair => pair.StartsWith("all:", StringComparison.Ordinal) ? Unrestricted.Select(post => $"{post}:{pair[4..]}") : [pair]),
    ];

    private static IEnumerable<(PostKind Post, Relation Relation, string Purpose)> Cases() =>
        from post in Scene.Posts from relation in Scene.Relations from purpose in new[] { "", "handling" } select (post, relation, purpose);
}
