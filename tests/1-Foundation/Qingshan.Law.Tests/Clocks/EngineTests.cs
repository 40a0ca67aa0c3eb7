using NodaTime;
using Qingshan.Law.Clocks;
using static Qingshan.Law.Tests.Books;

namespace Qingshan.Law.Tests.Clocks;

/// <summary>What K10 to K25 will need from the engine, proved with rows written here.</summary>
public sealed class EngineTests
{
    [Fact]
    public void Two_sources_that_differ_give_the_stricter_and_show_the_other()
    {
        var rule = Rule("refusal_notice_received", "reconsideration_requested", Period(3, PeriodUnit.WorkingDays, "17"), Period(3, PeriodUnit.Days, "310"));
        var clock = Run(rule, "2026-09-24 00:00", ("refusal_notice_received", "2026-09-23 10:00"));
        Assert.Equal((At("2026-09-26 23:59"), "natural"), (Minute(clock.DueAt), clock.Counting));
        var other = Assert.Single(clock.Alternatives);
        Assert.Equal((At("2026-09-29 23:59"), "working", null), (Minute(other.DueAt), other.Counting, other.Needs)); // the 24th, 28th and 29th
    }

    [Theory]
    [InlineData("2025-12-31 10:00", 2, "2026-02-28 23:59")] // a month without a 31st; Saturday 28 February is worked
    [InlineData("2024-01-31 10:00", 1, "2024-02-29 23:59")] // leap year
    [InlineData("2026-08-07 10:00", 2, "2026-10-08 23:59")] // 7 October is a holiday
    public void Months_end_on_the_same_number_or_the_last_day(string start, int months, string due) =>
        Assert.Equal(At(due), Minute(Run(Rule("procuratorial_opinion_received", "opinion_result_replied", Period(months, PeriodUnit.Months, "17")), "2026-12-01 00:00", ("procuratorial_opinion_received", start)).DueAt));

    [Fact]
    public void A_source_whose_days_are_working_days_counts_them_so()
    {
        var clock = Run(Rule("detention_case_accepted", "detention_case_returned", Period(5, PeriodUnit.Days, "detention")), "2026-09-24 00:00", ("detention_case_accepted", "2026-09-23 10:00"));
        Assert.Equal((At("2026-10-08 23:59"), "working"), (Minute(clock.DueAt), clock.Counting)); // 24, 28, 29, 30 September and 8 October
        Assert.Contains("跳过2026-09-25中秋节", clock.Explanation.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restart_counts_anew_within_the_run()
    {
        var rule = Rule("consultation_received", "consultation_answered", Period(7, PeriodUnit.Days, "17")) with { RestartedBy = ["testing_ended"] };
        var clock = Run(rule, "2026-03-30 00:00", ("consultation_received", "2026-03-02 10:00"), ("testing_ended", "2026-03-05 10:00"), ("consultation_answered", "2026-03-12 10:00"), ("testing_ended", "2026-03-20 10:00"));
        Assert.Equal((At("2026-03-05 10:00"), At("2026-03-12 23:59"), ClockState.Met), (clock.StartedAt, Minute(clock.DueAt), clock.State));
    }

    private static Instant Minute(Instant at) => at - Duration.FromSeconds(59);

    private static ClockPeriod Period(int length, PeriodUnit unit, string counting) => new(length, unit, counting, "环环监〔2017〕17号", "第十一条", null, null, "text seen");

    private static ClockRule Rule(string start, string stop, params ClockPeriod[] periods) =>
        new("T", periods[0].Source, periods[0].Article, null, null, "text seen", new DutyHolder("x", "x", "x"), "x", "x", "x", [start], [stop], [], periods, []);

    private static ClockResult Run(ClockRule rule, string asOf, params (string Event, string At)[] events) =>
        Assert.Single(StatutoryClocks.Evaluate(events.Select(e => new ClockEvent(e.Event, At(e.At))), At(asOf), Book, [rule]));
}
