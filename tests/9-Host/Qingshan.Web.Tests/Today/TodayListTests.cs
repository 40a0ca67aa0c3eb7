using NodaTime;
using Qingshan.Web.Formats;
using Qingshan.Web.Today;

namespace Qingshan.Web.Tests.Today;

public sealed class TodayListTests
{
    // 2026-03-02 09:00 in China.
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 1, 0);

    [Fact]
    public void What_is_past_its_time_is_overdue_and_this_very_moment_is_not()
    {
        var list = TodayList.Of([Due("late", Now - Duration.FromSeconds(1)), Due("now", Now)], Now, SiteTime.Zone);

        Assert.Equal(["late"], Ids(list.Overdue));
        Assert.Equal(["now"], Ids(list.DueToday));
    }

    [Fact]
    public void Today_ends_at_local_midnight()
    {
        var midnight = Instant.FromUtc(2026, 3, 2, 16, 0);

        var list = TodayList.Of([Due("last second", midnight - Duration.FromSeconds(1)), Due("midnight", midnight)], Now, SiteTime.Zone);

        Assert.Equal(["last second"], Ids(list.DueToday));
        Assert.Equal(["midnight"], Ids(list.Later));
    }

    [Fact]
    public void What_has_no_due_time_stands_under_today_after_what_has_one_the_longest_waiting_first()
    {
        var list = TodayList.Of(
            [Undated("new", Now - Duration.FromMinutes(5)), Undated("old", Now - Duration.FromHours(5)), Due("dated", Now + Duration.FromHours(8))], Now, SiteTime.Zone);

        Assert.Equal(["dated", "old", "new"], Ids(list.DueToday));
    }

    [Fact]
    public void The_most_urgent_comes_first_in_each_column()
    {
        var list = TodayList.Of(
            [
                Due("yesterday", Now - Duration.FromDays(1)), Due("last week", Now - Duration.FromDays(7)),
                Due("friday", Now + Duration.FromDays(4)), Due("tomorrow", Now + Duration.FromDays(1)),
            ],
            Now, SiteTime.Zone);

        Assert.Equal(["last week", "yesterday"], Ids(list.Overdue));
        Assert.Equal(["tomorrow", "friday"], Ids(list.Later));
        Assert.Equal("tomorrow", list.Next!.Id);
    }

    [Fact]
    public void Nothing_gives_three_empty_columns_and_nothing_next()
    {
        var list = TodayList.Of([], Now, SiteTime.Zone);

        Assert.True(list.IsEmpty);
        Assert.Null(list.Next);
    }

    private static TodayItem Due(string id, Instant due) => new(TodayKind.TaskToFinish, id, "", "env-zs", Now - Duration.FromDays(10), due);

    private static TodayItem Undated(string id, Instant since) => new(TodayKind.Signal, id, "", "centre-zs", since, null);

    private static IEnumerable<string> Ids(IReadOnlyList<TodayItem> items) => items.Select(item => item.Id);
}
