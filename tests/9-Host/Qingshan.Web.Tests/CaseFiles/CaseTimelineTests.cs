using NodaTime;
using Qingshan.Cases.Cases;
using Qingshan.Web.CaseFiles;

namespace Qingshan.Web.Tests.CaseFiles;

public sealed class CaseTimelineTests
{
    [Fact]
    public void Of_OneCommitOfOneKind_IsOneMoment()
    {
        var days = CaseTimeline.Of(CaseStories.History(
            (CaseStories.Opened, 0, 0, "p1"),
            (CaseStories.Item("a", CaseStories.Task), 1, 5, "p1"),
            (CaseStories.Item("b", CaseStories.Task), 2, 5, "p1"),
            (CaseStories.Item("c", null), 3, 6, "p1")).Entries);
        var day = Assert.Single(days);
        Assert.Equal(new LocalDate(2026, 3, 2), day.Day);
        Assert.Equal(["case.evidence-added 1", "case.evidence-added 2", "case.opened 1"], day.Moments.Select(moment => $"{moment.Type} {moment.Entries.Count}"));
        Assert.Equal((CaseStories.At(2), CaseStories.At(5)), (day.Moments[1].At, day.Moments[1].RecordedAt));
    }

    [Fact]
    public void Of_AnotherPerson_IsAnotherMoment() => Assert.Equal(2, CaseTimeline.Of(CaseStories.History(
        (CaseStories.Item("a", null), 1, 5, "p1"), (CaseStories.Item("b", null), 1, 5, "p2")).Entries)[0].Moments.Count);

    [Fact]
    public void Of_AMomentDoesNotReachOverSomethingElse()
    {
        var moments = CaseTimeline.Of(CaseStories.History(
            (CaseStories.Item("a", null), 1, 5, "p1"), (new OfficerNamed("p3"), 2, 5, "p1"), (CaseStories.Item("b", null), 3, 5, "p1")).Entries)[0].Moments;
        Assert.Equal(["case.evidence-added", "case.officer-named", "case.evidence-added"], moments.Select(moment => moment.Type));
    }

    [Fact]
    public void Of_DaysAreOfTheSite_TheNewestFirst()
    {
        // Fifteen hours after nine is midnight.
        var days = CaseTimeline.Of(CaseStories.History((CaseStories.Opened, 14.5, 14.5, "p1"), (new OfficerNamed("p3"), 15, 15, "p1")).Entries);
        Assert.Equal([new LocalDate(2026, 3, 3), new LocalDate(2026, 3, 2)], days.Select(day => day.Day));
    }
}
