using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Record.Entries;

namespace Qingshan.Directory.Tests.Access;

public sealed class SiteAccessTests
{
    [Fact]
    public void Procurator_OpensAReachedCaseFullyOnlyWithAPurpose()
    {
        var subject = Scene.Stream("case", "administrative-reached", Relation.Procuratorate);
        var without = Scene.Access.Ask(Scene.Who(PostKind.Procurator, Relation.Procuratorate), subject);
        var with = Scene.Access.Ask(Scene.Who(PostKind.Procurator, Relation.Procuratorate, "supervision"), subject);
        Assert.Equal((AccessLevel.Summary, AccessLevel.Full), (without.Level, with.Level));
        Assert.Equal("As procurator, of the procuratorate of the same level, you may see of this case: the summary. With a purpose chosen: the full content.", without.ExplanationEn);
        Assert.Equal("您以“检察官”身份、作为案件的“同级检察机关”，可知悉：概要。选择查阅目的后可知悉：全部内容。", without.ExplanationZh);
        var refusal = Scene.Access.Permit(Scene.Who(PostKind.Procurator, Relation.Procuratorate), "case.export", subject).Refusal;
        Assert.Equal(AccessReasons.PurposeNeeded, refusal?.Reason);
    }

    [Fact]
    public void CityProcuratorate_IsNotOfTheSameLevelAsADistrictCase()
    {
        var city = Scene.Directory.FindAgency("proc-city")!;
        var who = new Acting("p", new Post("p", PostKind.Procurator, city.Id, "检察官", "Procurator"), city, "supervision");
        Assert.Equal(AccessLevel.None, Scene.Access.Ask(who, Scene.Stream("case", "administrative-reached", Relation.None)).Level);
    }

    [Fact]
    public void HighestLevelWins_AndNamesItsRelation()
    {
        var subject = Scene.Stream("case", "administrative", Relation.Team);
        var who = Scene.Who(PostKind.Inspector, Relation.OwnAgency);
        Assert.Equal((AccessLevel.Act, Relation.Team), Level(Scene.Access.Ask(who, subject)));
        Assert.Equal((AccessLevel.Exists, Relation.OwnAgency), Level(Scene.Access.Ask(who, subject with { Team = [] })));
    }

    [Fact]
    public void TeamOfTheAgencyThatHandedTheCaseOver_KeepsOnlyWhatAFormerOwnerHas()
    {
        var subject = Scene.Stream("case", "criminal", Relation.FormerOwner) with { Team = [Scene.Me], LeadPerson = Scene.Me };
        var who = Scene.Who(PostKind.Inspector, Relation.FormerOwner, "handling");
        Assert.Equal((AccessLevel.Summary, Relation.FormerOwner), Level(Scene.Access.Ask(who, subject)));
        Assert.Equal((AccessLevel.Act, Relation.Lead), Level(Scene.Access.Ask(who, subject with { FormerOwners = [], Joint = ["market-city"] })));
    }

    [Theory]
    [InlineData(Relation.Lead)]
    [InlineData(Relation.Team)]
    public void WhoIsNamed_ActsSoOnlyInAPostOfAnAgencyThatWorksOnIt(Relation relation)
    {
        var subject = Scene.Stream("case", "transferred", relation);
        var stranger = Scene.Who(PostKind.Inspector, Relation.None, "handling");
        Assert.Equal((AccessLevel.None, Relation.None), Level(Scene.Access.Ask(stranger, subject)));
        Assert.Equal((AccessLevel.Act, relation), Level(Scene.Access.Ask(stranger, subject with { Joint = [stranger.Agency.Id] })));
        Assert.Equal((AccessLevel.Act, relation), Level(Scene.Access.Ask(Scene.Who(PostKind.EcoPoliceOfficer, Relation.Receiving), subject)));
        Assert.Equal((AccessLevel.Summary, Relation.Superior), Level(Scene.Access.Ask(Scene.Who(PostKind.Inspector, Relation.Superior), subject)));
        Assert.Equal(AccessReasons.NotFound.Refuse(), Scene.Access.Permit(stranger, "case.add-fact", subject).Refusal);
    }

    [Fact]
    public void NothingVisible_IsRefusedAsNotFound_WithTheSameWordsAsAnUnknownStage()
    {
        var who = Scene.Who(PostKind.Inspector, Relation.None, "handling");
        var hidden = Scene.Access.Permit(who, "case.read", Scene.Stream("case", "administrative", Relation.None)).Refusal;
        var unknown = Scene.Access.Permit(who, "case.read", Scene.Stream("case", "no-such-stage", Relation.Lead)).Refusal;
        Assert.Equal(AccessReasons.NotFound.Refuse(), hidden);
        Assert.Equal(hidden, unknown);
        Assert.Equal(AccessReasons.NotFound.En, Scene.Access.Ask(who, Scene.Stream("case", "administrative", Relation.None)).ExplanationEn);
    }

    [Fact]
    public void WrongPost_SaysWhoseActItIsAndWhoAppoints()
    {
        var refusal = Scene.Access.Permit(Scene.Who(PostKind.Inspector, Relation.Lead), "transfer.approve", Scene.Stream("transfer", "report", Relation.Lead)).Refusal!;
        Assert.Equal(AccessReasons.Forbidden, refusal.Reason);
        Assert.Equal("当前岗位不能执行此操作：此操作属于行政机关负责人，您当前的岗位是执法人员。可授权者：站点管理员（任命岗位）。", refusal.Zh);
        Assert.Equal(
            "Your post may not do this: it belongs to head of agency; you act as inspector. It can be granted by: the site administrator, who appoints to posts.", refusal.En);
    }

    [Fact]
    public void WrongRelation_SaysWhatIsSeenAndWhoNamesTheTeam()
    {
        var refusal = Scene.Access.Permit(Scene.Who(PostKind.Inspector, Relation.OwnAgency), "case.add-fact", Scene.Stream("case", "administrative", Relation.OwnAgency)).Refusal!;
        Assert.Equal("当前岗位不能执行此操作：您与该案件的关系是“同一机关但未承办”，只能知悉：是否存在及主办机关。可授权者：区生态环境分局负责人（指定承办人）。", refusal.Zh);
        Assert.Equal(
            "Your post may not do this: you are of the same agency, but not on it and may see of this case only that it exists and who owns it. It can be granted by: the head of District Environment Branch, who names its team.",
            refusal.En);
    }

    [Fact]
    public void WrongStage_SaysThatNobodyCanGrantIt()
    {
        var refusal = Scene.Access.Permit(Scene.Who(PostKind.HeadOfAgency, Relation.OwnAgency), "transfer.approve", Scene.Stream("transfer", "sent", Relation.OwnAgency)).Refusal!;
        Assert.Equal("当前岗位不能执行此操作：移送处于“移送已发出”阶段，此阶段不能办理。可授权者：无需授权，阶段改变后即可办理。", refusal.Zh);
    }

    [Fact]
    public void WrongStage_IsNotToldToAPostThatMayOnlyKnowThatItIs()
    {
        var who = Scene.Who(PostKind.Inspector, Relation.OwnAgency);
        var open = Scene.Access.Permit(who, "case.add-fact", Scene.Stream("case", "administrative", Relation.OwnAgency)).Refusal!;
        var criminal = Scene.Access.Permit(who, "case.add-fact", Scene.Stream("case", "criminal", Relation.OwnAgency)).Refusal!;
        Assert.Equal((open.Reason, open.Zh, open.En), (criminal.Reason, criminal.Zh, criminal.En));
    }

    [Fact]
    public void Verbs_AreTheButtonsInTheOrderOfTheTable()
    {
        var head = Scene.Who(PostKind.HeadOfAgency, Relation.OwnAgency);
        Assert.Equal(
            ["transfer.read", "transfer.approve", "transfer.refuse", "transfer.send"],
            Scene.Access.Verbs(head, Scene.Stream("transfer", "report", Relation.OwnAgency)));
        Assert.Equal(
            ["transfer.read", "oversight.ask-reasons"],
            Scene.Access.Verbs(Scene.Who(PostKind.Procurator, Relation.Procuratorate), Scene.Stream("transfer", "sent", Relation.Procuratorate)));
        Assert.Empty(Scene.Access.Verbs(Scene.Who(PostKind.Auditor, Relation.OwnAgency), Scene.Stream("case", "administrative", Relation.Lead)));
    }

    [Fact]
    public void AVerbWithoutARow_OrOnAnotherKind_IsABug()
    {
        var who = Scene.Who(PostKind.Inspector, Relation.Lead);
        Assert.Throws<InvalidOperationException>(() => Scene.Access.Permit(who, "case.invent"));
        Assert.Throws<InvalidOperationException>(() => Scene.Access.Permit(who, "signal.read", Scene.Stream("case", "administrative", Relation.Lead)));
    }

    [Fact]
    public void EveryWord_IsThereInBothLanguages()
    {
        var words = AccessTable.Site.Words;
        Assert.Equal(AccessTable.Site.Stages.Select(s => s.Kind).Distinct().Order(StringComparer.Ordinal), words.Kinds.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(AccessTable.Site.Stages.Select(s => s.Stage).Where(s => s != "*").Distinct().Order(StringComparer.Ordinal), words.Stages.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<PostKind>(), words.Posts.Keys.Order());
        Assert.Equal(Enum.GetValues<Relation>(), words.Relations.Keys.Order());
        Assert.Equal(Enum.GetValues<AccessLevel>(), words.Levels.Keys.Order());
        var all = words.Kinds.Values.Concat(words.Stages.Values).Concat(words.Posts.Values).Concat(words.Relations.Values).Concat(words.Levels.Values);
        Assert.All(all, pair => Assert.True(pair is [{ Length: > 0 }, { Length: > 0 }]));
    }

    [Fact]
    public void ActingBecomesTheActorOfEntries() =>
        Assert.Equal(new Actor("me", "police-district-post", "police-district", "duty"), Scene.Who(PostKind.EcoPoliceOfficer, Relation.Receiving, "duty").ToActor());

    private static (AccessLevel, Relation) Level(AccessAnswer answer) => (answer.Level, answer.Relation);
}
