using NodaTime;
using Qingshan.Law.Clocks;
using static Qingshan.Law.Tests.Books;

namespace Qingshan.Law.Tests.Clocks;

/// <summary>Clocks with literal dates, worked out by hand from the announced holidays.</summary>
public sealed class ClockGoldenTests
{
    [Theory]
    // Friday 25 September 2026 begins the Mid-Autumn holiday (to Sunday the 27th): the 26th moves to Monday the 28th.
    [InlineData("2026-09-23 10:00", "2026-09-28 23:59")]
    [InlineData("2026-09-20 10:00", "2026-09-23 23:59")] // a Sunday that is worked
    [InlineData("2026-09-28 10:00", "2026-10-08 23:59")] // 1 to 7 October
    [InlineData("2026-10-07 10:00", "2026-10-10 23:59")] // Saturday 10 October is worked
    [InlineData("2026-02-11 23:59", "2026-02-14 23:59")] // Saturday 14 February is worked
    [InlineData("2026-02-12 00:00", "2026-02-24 23:59")] // Spring Festival, 15 to 23 February
    [InlineData("2026-05-06 09:00", "2026-05-09 23:59")] // Saturday 9 May is worked
    [InlineData("2026-06-16 09:00", "2026-06-22 23:59")] // Dragon Boat, 19 to 21 June
    [InlineData("2025-12-31 09:00", "2026-01-04 23:59")] // New Year to the 3rd; Sunday the 4th is worked
    [InlineData("2025-01-25 09:00", "2025-02-05 23:59")] // Spring Festival 28 January to 4 February
    [InlineData("2024-02-26 09:00", "2024-02-29 23:59")] // leap day
    public void Filing_is_due_three_natural_days_after_acceptance(string accepted, string due)
    {
        var clock = Single("K06", "2026-12-31 00:00", ("transfer_accepted", accepted));
        Assert.Equal(At(due) + Duration.FromSeconds(59), clock.DueAt);
        Assert.Equal("natural+roll", clock.Counting);
    }

    [Fact]
    public void Filing_clock_shows_the_longer_periods_and_what_they_need()
    {
        var clock = Single("K06", "2026-09-24 00:00", ("transfer_accepted", "2026-09-23 10:00"));
        Assert.Equal(ClockState.Running, clock.State);
        Assert.Equal(
            [("filing_clock_7d", EndOf("2026-09-30")), ("filing_clock_30d_approved", EndOf("2026-10-23"))],
            clock.Alternatives.Select(a => (a.Needs, a.DueAt)));
    }

    [Fact]
    public void A_lead_that_needs_checking_extends_filing_to_seven_days()
    {
        var clock = Single("K06", "2026-09-29 00:00", ("transfer_accepted", "2026-09-23 10:00"), ("filing_clock_7d", "2026-09-25 09:00"));
        Assert.Equal(EndOf("2026-09-30"), clock.DueAt);
        Assert.Equal(ClockState.Running, clock.State);
        Assert.Equal([(null, EndOf("2026-09-28")), ("filing_clock_30d_approved", EndOf("2026-10-23"))], clock.Alternatives.Select(a => (a.Needs, a.DueAt)));
    }

    [Fact]
    public void Approval_extends_filing_to_thirty_days_counted_from_acceptance()
    {
        var clock = Single("K06", "2026-09-29 00:00",
            ("transfer_accepted", "2026-09-23 10:00"), ("filing_clock_7d", "2026-09-25 09:00"), ("filing_clock_30d_approved", "2026-09-30 23:00"));
        Assert.Equal(EndOf("2026-09-30"), clock.DueAt); // the approval lies after the moment of the question

        clock = Single("K06", "2026-10-01 00:00",
            ("transfer_accepted", "2026-09-23 10:00"), ("filing_clock_7d", "2026-09-25 09:00"), ("filing_clock_30d_approved", "2026-09-30 23:00"));
        Assert.Equal(EndOf("2026-10-23"), clock.DueAt);
    }

    [Fact]
    public void An_extension_recorded_after_the_period_was_over_does_not_cure_it()
    {
        var clock = Single("K06", "2026-09-30 12:00", ("transfer_accepted", "2026-09-23 10:00"), ("filing_clock_7d", "2026-09-29 00:00"));
        Assert.Equal(EndOf("2026-09-28"), clock.DueAt);
        Assert.Equal(ClockState.Overdue, clock.State);
    }

    [Fact]
    public void Filing_runs_on_while_the_file_is_supplemented()
    {
        var clock = Single("K06", "2026-03-20 00:00", ("transfer_accepted", "2026-03-02 10:00"), ("file_found_incomplete", "2026-03-02 11:00"),
            ("supplement_requested", "2026-03-02 12:00"), ("supplement_received", "2026-03-05 12:00"), ("filing_decided", "2026-03-06 12:00"));
        Assert.Equal(EndOf("2026-03-05"), clock.DueAt);
        Assert.Equal(ClockState.MetLate, clock.State);
    }

    [Fact]
    public void Transfer_is_due_twenty_four_hours_after_approval_to_the_minute_across_midnight_and_holiday()
    {
        var due = At("2026-10-02 23:30");
        Assert.Equal(due, Single("K02", "2026-10-01 23:30", ("transfer_approved", "2026-10-01 23:30")).DueAt);
        Assert.Equal(ClockState.Met, Single("K02", "2026-10-03 00:00", ("transfer_approved", "2026-10-01 23:30"), ("transfer_sent", "2026-10-02 23:30")).State);
        Assert.Equal(ClockState.MetLate, Single("K02", "2026-10-03 00:00", ("transfer_approved", "2026-10-01 23:30"), ("transfer_sent", "2026-10-02 23:31")).State);
        Assert.Equal(ClockState.Running, Single("K02", "2026-10-02 23:30", ("transfer_approved", "2026-10-01 23:30")).State);
        Assert.Equal(ClockState.Overdue, Single("K02", "2026-10-02 23:31", ("transfer_approved", "2026-10-01 23:30")).State);
    }

    [Fact]
    public void A_day_clock_runs_to_the_end_of_its_last_day()
    {
        Assert.Equal(ClockState.Running, Single("K01", "2026-03-05 23:59", ("transfer_report_submitted", "2026-03-02 08:00")).State);
        Assert.Equal(ClockState.Overdue, Single("K01", "2026-03-06 00:00", ("transfer_report_submitted", "2026-03-02 08:00")).State);
        Assert.Equal(ClockState.Met, Single("K01", "2026-03-09 00:00", ("transfer_report_submitted", "2026-03-02 08:00"), ("transfer_refused", "2026-03-05 23:59")).State);
        Assert.Equal(ClockState.MetLate, Single("K01", "2026-03-09 00:00", ("transfer_report_submitted", "2026-03-02 08:00"), ("transfer_approved", "2026-03-06 00:00")).State);
    }

    [Fact]
    public void Receipt_is_due_on_the_day_itself()
    {
        var met = Single("K03", "2026-03-03 00:00", ("transfer_received", "2026-03-02 10:00"), ("transfer_accepted", "2026-03-02 10:00"));
        Assert.Equal((ClockState.Met, "immediately", EndOf("2026-03-02")), (met.State, met.Counting, met.DueAt));
        Assert.Equal(ClockState.MetLate, Single("K03", "2026-03-04 00:00", ("transfer_received", "2026-03-02 10:00"), ("transfer_accepted", "2026-03-03 00:00")).State);
        Assert.Equal(ClockState.NotNeeded, Single("K03", "2026-03-04 00:00", ("transfer_received", "2026-03-02 10:00"), ("returned", "2026-03-02 11:00")).State);
    }

    [Fact]
    public void Notice_of_an_incomplete_file_counts_from_acceptance_and_exists_only_where_it_is_incomplete()
    {
        Assert.DoesNotContain(Run("2026-03-03 00:00", ("transfer_accepted", "2026-03-02 10:00")), c => c.Rule.Id == "K04");
        var clock = Single("K04", "2026-03-03 10:01", ("transfer_accepted", "2026-03-02 10:00"), ("file_found_incomplete", "2026-03-02 15:00"));
        Assert.Equal((At("2026-03-02 10:00"), At("2026-03-03 10:00"), ClockState.Overdue), (clock.StartedAt, clock.DueAt, clock.State));
        Assert.Equal(ClockState.Met, Single("K04", "2026-03-09 00:00", ("transfer_accepted", "2026-03-02 10:00"), ("supplement_requested", "2026-03-03 10:00")).State);
    }

    [Fact]
    public void A_supplement_is_no_longer_needed_once_the_police_decided()
    {
        var clock = Single("K05", "2026-03-09 00:00", ("supplement_requested", "2026-03-02 10:00"), ("filing_decided", "2026-03-03 09:00"));
        Assert.Equal((ClockState.NotNeeded, At("2026-03-03 09:00")), (clock.State, clock.EndedAt!.Value));
    }

    [Fact]
    public void A_duty_that_was_missed_before_it_fell_away_stays_missed()
    {
        var clock = Single("K06", "2026-03-20 00:00", ("transfer_accepted", "2026-03-02 10:00"), ("forwarded", "2026-03-10 09:00"));
        Assert.Equal((ClockState.Overdue, At("2026-03-10 09:00")), (clock.State, clock.EndedAt!.Value));
    }

    [Fact]
    public void A_case_of_another_venue_is_forwarded_within_a_day_and_needs_no_filing_decision()
    {
        (string, string)[] events = [("transfer_accepted", "2026-03-02 10:00"), ("wrong_venue_found", "2026-03-03 09:00"), ("forwarded", "2026-03-04 09:00")];
        Assert.Equal(ClockState.Met, Single("K07", "2026-03-09 00:00", events).State);
        Assert.Equal(ClockState.NotNeeded, Single("K06", "2026-03-09 00:00", events).State);
    }

    [Fact]
    public void Filing_and_later_withdrawal_are_each_notified()
    {
        var clocks = Run("2026-04-30 00:00", ("filing_decided", "2026-03-02 10:00"), ("agency_notified", "2026-03-04 10:00"), ("case_withdrawn", "2026-04-13 10:00"))
            .Where(c => c.Rule.Id == "K08").ToList();
        Assert.Equal([ClockState.Met, ClockState.Overdue], clocks.Select(c => c.State));
        Assert.Equal(EndOf("2026-04-16"), clocks[1].DueAt);
    }

    [Fact]
    public void Items_are_handed_over_within_three_days_of_the_filing_notice()
    {
        var clock = Single("K09", "2026-10-08 12:00", ("filing_notice_received", "2026-09-29 16:00"), ("items_handed_over", "2026-10-08 11:00"));
        Assert.Equal((EndOf("2026-10-08"), ClockState.Met), (clock.DueAt, clock.State));
    }

    [Fact]
    public void What_is_forwarded_reaches_the_next_organ_in_the_same_moment_and_its_receipt_is_due_anew()
    {
        (string, string)[] events = [("transfer_received", "2026-03-02 10:00"), ("forwarded", "2026-03-02 15:00"), ("transfer_received", "2026-03-02 15:00")];
        var clocks = Run("2026-03-04 00:00", events).Where(c => c.Rule.Id == "K03").ToList();
        Assert.Equal([(At("2026-03-02 10:00"), ClockState.NotNeeded), (At("2026-03-02 15:00"), ClockState.Overdue)], clocks.Select(c => (c.StartedAt, c.State)));
        var accepted = Run("2026-03-04 00:00", [.. events, ("transfer_accepted", "2026-03-02 16:00")]).Where(c => c.Rule.Id == "K03");
        Assert.Equal([ClockState.NotNeeded, ClockState.Met], accepted.Select(c => c.State));
    }

    [Fact]
    public void Order_and_repetition_of_events_change_nothing()
    {
        (string, string)[] events = [("transfer_report_submitted", "2026-03-02 08:00"), ("transfer_approved", "2026-03-03 08:00"), ("transfer_sent", "2026-03-03 18:00")];
        var straight = Run("2026-03-09 00:00", events).Select(Figures);
        Assert.Equal(straight, Run("2026-03-09 00:00", [.. events.Reverse(), .. events]).Select(Figures));

        static (string, Instant, Instant, ClockState) Figures(ClockResult c) => (c.Rule.Id, c.StartedAt, c.DueAt, c.State);
    }

    [Fact]
    public void A_repeated_start_keeps_the_first_and_a_new_one_after_the_end_runs_anew()
    {
        var clocks = Run("2026-03-20 00:00", ("transfer_report_submitted", "2026-03-02 08:00"), ("transfer_report_submitted", "2026-03-03 08:00"),
            ("transfer_refused", "2026-03-04 08:00"), ("transfer_report_submitted", "2026-03-16 08:00")).Where(c => c.Rule.Id == "K01").ToList();
        Assert.Equal([At("2026-03-02 08:00"), At("2026-03-16 08:00")], clocks.Select(c => c.StartedAt));
        Assert.Equal([ClockState.Met, ClockState.Overdue], clocks.Select(c => c.State));
    }

    [Fact]
    public void A_corrected_event_gives_way_to_its_correction()
    {
        ClockEvent[] events = [new("transfer_accepted", At("2026-03-02 10:00"), "a"), new("transfer_accepted", At("2026-03-04 10:00"), "b", "a")];
        var clock = Assert.Single(StatutoryClocks.Evaluate(events, At("2026-03-05 00:00"), Book));
        Assert.Equal((At("2026-03-04 10:00"), EndOf("2026-03-09")), (clock.StartedAt, clock.DueAt)); // the 7th and 8th are a weekend
    }

    [Fact]
    public void Beyond_the_announced_holidays_only_weekends_count_and_the_answer_says_so()
    {
        var clock = Single("K06", "2027-02-10 00:00", ("transfer_accepted", "2027-02-03 10:00"));
        Assert.Equal(EndOf("2027-02-08"), clock.DueAt); // the 6th is a Saturday; the real Spring Festival is not known
        Assert.True(clock.BeyondKnownCalendars);
        Assert.Contains("仅按周末计算", clock.Explanation.Zh, StringComparison.Ordinal);
        Assert.Contains("weekends only", clock.Explanation.En, StringComparison.Ordinal);
        Assert.False(Single("K06", "2026-03-05 00:00", ("transfer_accepted", "2026-03-02 10:00")).BeyondKnownCalendars);
    }

    [Fact]
    public void The_explanation_names_the_days_that_were_skipped()
    {
        var clock = Single("K06", "2026-09-24 00:00", ("transfer_accepted", "2026-09-23 10:00"));
        Assert.Contains("最后一日为2026-09-26，逢2026-09-26中秋节、2026-09-27中秋节，顺延至2026-09-28", clock.Explanation.Zh, StringComparison.Ordinal);
        Assert.Contains("2026-09-26 Mid-Autumn, 2026-09-27 Mid-Autumn to 2026-09-28", clock.Explanation.En, StringComparison.Ordinal);
        Assert.Contains("环环监〔2017〕17号第九条", clock.Explanation.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_measures_of_2017_the_regulation_alone_counts_and_nothing_moves_over_a_weekend()
    {
        var clock = Single("K06", "2016-03-10 00:00", ("transfer_accepted", "2016-03-02 10:00"));
        Assert.Equal((EndOf("2016-03-05"), "natural", "国务院令第310号"), (clock.DueAt, clock.Counting, clock.Period.Source));
    }

    private static Instant EndOf(string day) => At(day + " 23:59") + Duration.FromSeconds(59);

    private static ClockResult Single(string rule, string asOf, params (string Event, string At)[] events) => Assert.Single(Run(asOf, events), c => c.Rule.Id == rule);

    private static IReadOnlyList<ClockResult> Run(string asOf, params (string Event, string At)[] events) =>
        StatutoryClocks.Evaluate(events.Select(e => new ClockEvent(e.Event, At(e.At))), At(asOf), Book);
}
