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
    public void Reconsideration_is_asked_for_within_three_days_and_the_three_working_days_stand_beside()
    {
        var clock = Single("K10", "2026-09-26 12:00", ("refusal_notice_received", "2026-09-23 10:00"));
        Assert.Equal((EndOf("2026-09-26"), "natural", "国务院令第310号（2020年修订）", ClockState.Running), (clock.DueAt, clock.Counting, clock.Period.Source, clock.State));
        var other = Assert.Single(clock.Alternatives); // the 24th, 28th and 29th
        Assert.Equal((EndOf("2026-09-29"), "working", "环环监〔2017〕17号", "第十一条", null), (other.DueAt, other.Counting, other.Period.Source, other.Period.Article, other.Needs));
        Assert.Equal(ClockState.Overdue, Single("K10", "2026-09-27 00:00", ("refusal_notice_received", "2026-09-23 10:00")).State);
        Assert.Equal(ClockState.NotNeeded, Single("K10", "2026-09-27 00:00", ("refusal_notice_received", "2026-09-23 10:00"), ("supervision_suggested", "2026-09-24 10:00")).State);
        Assert.Empty(Single("K10", "2016-09-24 00:00", ("refusal_notice_received", "2016-09-23 10:00")).Alternatives);
    }

    [Fact]
    public void Reconsideration_is_decided_within_three_days_over_the_May_holiday()
    {
        (string, string) start = ("reconsideration_request_received", "2026-04-30 09:00");
        var met = Single("K11", "2026-05-10 00:00", start, ("reconsideration_decided", "2026-05-03 23:59"));
        Assert.Equal((EndOf("2026-05-03"), ClockState.Met), (met.DueAt, met.State));
        Assert.Equal(EndOf("2026-05-08"), Assert.Single(met.Alternatives).DueAt); // the 6th, 7th and 8th
        Assert.Equal(ClockState.MetLate, Single("K11", "2026-05-10 00:00", start, ("reconsideration_decided", "2026-05-04 00:00")).State);
    }

    [Fact]
    public void Supervision_is_suggested_within_three_days_of_the_decision()
    {
        var clock = Single("K12", "2026-02-25 00:00", ("reconsideration_decision_received", "2026-02-12 10:00"), ("supervision_suggested", "2026-02-16 00:00"));
        Assert.Equal((EndOf("2026-02-15"), ClockState.MetLate), (clock.DueAt, clock.State)); // no roll-over is stated, though the 15th begins the Spring Festival
        Assert.Empty(clock.Alternatives);
        Assert.Equal(ClockState.NotNeeded, Single("K12", "2026-02-25 00:00", ("reconsideration_decision_received", "2026-02-12 10:00"), ("filing_decided", "2026-02-13 09:00")).State);
    }

    [Theory]
    [InlineData("K13", "reasons_requested", "2026-09-20 10:00", "reasons_given", "2026-09-28")] // the 27th is Mid-Autumn
    [InlineData("K14", "filing_ordered", "2026-09-17 10:00", "filing_decided", "2026-10-08")] // 2 October is a holiday
    [InlineData("K15", "procuratorial_opinion_received", "2026-09-23 10:00", "transfer_sent", "2026-09-28")]
    [InlineData("K16", "non_prosecution_decided", "2026-09-23 10:00", "non_prosecution_notified", "2026-09-28")]
    [InlineData("K17", "non_prosecution_decided", "2026-09-23 10:00", "reverse_case_handed_over", "2026-09-29")] // the 24th, 28th, 29th
    [InlineData("K18", "reverse_case_registered", "2026-09-23 10:00", "reverse_review_finished", "2026-10-14")] // 24, 28, 29, 30 September; 8, 9, 10 (worked), 12, 13, 14 October
    [InlineData("K19", "procuratorial_opinion_received", "2026-08-07 10:00", "opinion_result_replied", "2026-10-07")] // a holiday, and no roll-over is stated
    [InlineData("K20", "decision_made", "2026-09-20 10:00", "decision_entered", "2026-09-28")]
    [InlineData("K21", "consultation_received", "2026-09-24 10:00", "consultation_answered", "2026-10-08")]
    [InlineData("K22", "detention_transfer_decided", "2026-09-23 10:00", "detention_transfer_delivered", "2026-09-29")]
    public void Other_clocks_run_to_the_end_of_their_last_day(string rule, string start, string at, string stop, string due)
    {
        var running = Single(rule, due + " 23:59", (start, at));
        Assert.Equal((EndOf(due), ClockState.Running), (running.DueAt, running.State));
        Assert.Equal(ClockState.Met, Single(rule, "2026-12-01 00:00", (start, at), (stop, due + " 23:59")).State);
        var dayAfter = Day(due)!.Value.PlusDays(1).ToString("uuuu-MM-dd", null) + " 00:00";
        Assert.Equal(ClockState.Overdue, Single(rule, dayAfter, (start, at)).State);
        Assert.Equal(ClockState.MetLate, Single(rule, "2026-12-01 00:00", (start, at), (stop, dayAfter)).State);
    }

    [Fact]
    public void An_opinion_after_non_prosecution_asks_for_a_result_and_not_for_a_transfer()
    {
        (string, string)[] events = [("non_prosecution_decided", "2026-03-02 10:00"), ("procuratorial_opinion_received", "2026-03-05 10:00")];
        Assert.Equal(["K16", "K17", "K19"], Run("2026-03-06 00:00", events).Select(clock => clock.Rule.Id));
        Assert.Equal(["K15", "K19"], Run("2026-03-06 00:00", events[1]).Select(clock => clock.Rule.Id));
    }

    [Fact]
    public void The_police_have_three_working_days_to_ask_and_five_to_return_and_lose_the_power_without_being_late()
    {
        (string, string) accepted = ("detention_case_accepted", "2026-09-23 10:00");
        var running = Run("2026-09-29 23:59", accepted);
        Assert.Equal([("request_detention_evidence", EndOf("2026-09-29")), ("return_detention_case", EndOf("2026-10-08"))], running.Select(clock => (clock.Rule.Action, clock.DueAt)));
        Assert.Equal([ClockState.NotNeeded, ClockState.Running], Run("2026-09-30 00:00", accepted).Select(clock => clock.State));
        var over = Run("2026-10-09 00:00", accepted);
        Assert.Equal([(ClockState.NotNeeded, null), (ClockState.NotNeeded, null)], over.Select(clock => (clock.State, clock.EndedAt)));
        Assert.Contains("期限已过，未行使。", over[0].Explanation.Zh, StringComparison.Ordinal);
        var copied = Run("2026-10-20 00:00", accepted, ("detention_decided", "2026-09-29 10:00"), ("detention_decision_copied", "2026-10-10 09:00"))[^1];
        Assert.Equal(("K23", EndOf("2026-10-09"), ClockState.MetLate), (copied.Rule.Id, copied.DueAt, copied.State)); // 30 September, 8 and 9 October
    }

    [Fact]
    public void Seizure_lasts_thirty_days_and_thirty_more_where_extended_in_time()
    {
        (string, string) start = ("seizure_started", "2026-03-02 10:00");
        Assert.Equal(EndOf("2026-04-01"), Single("K24", "2026-03-03 00:00", start).DueAt);
        Assert.Equal(EndOf("2026-05-01"), Single("K24", "2026-04-02 00:00", start, ("seizure_extended", "2026-04-01 09:00")).DueAt); // a holiday, and no roll-over is stated
        Assert.Equal(ClockState.Overdue, Single("K24", "2026-04-02 12:00", start, ("seizure_extended", "2026-04-02 09:00")).State);
    }

    [Fact]
    public void Time_of_testing_is_not_counted_in_a_seizure_unless_it_began_too_late()
    {
        (string, string) start = ("seizure_started", "2026-03-02 10:00");
        var tested = Single("K24", "2026-04-10 00:00", start, ("testing_started", "2026-03-10 10:00"), ("testing_ended", "2026-03-15 10:00"));
        Assert.Equal((EndOf("2026-04-06"), ClockState.Overdue), (tested.DueAt, tested.State));
        Assert.Contains("其中不计入的期间5日", tested.Explanation.Zh, StringComparison.Ordinal);
        Assert.Equal(EndOf("2026-04-09"), Single("K24", "2026-03-18 12:00", start, ("testing_started", "2026-03-10 10:00")).DueAt); // eight days so far
        Assert.Equal(EndOf("2026-04-01"), Single("K24", "2026-04-10 00:00", start, ("testing_started", "2026-04-02 10:00"), ("testing_ended", "2026-04-08 10:00")).DueAt);
        var twice = Single("K24", "2026-04-10 00:00", start, ("testing_started", "2026-03-10 10:00"), ("testing_started", "2026-03-12 10:00"), ("testing_ended", "2026-03-15 10:00"));
        Assert.Equal(EndOf("2026-04-06"), twice.DueAt);
    }

    [Fact]
    public void Time_with_the_police_is_not_counted_in_the_ninety_days_of_a_penalty()
    {
        (string, string) start = ("penalty_case_filed", "2026-03-02 10:00");
        var plain = Single("K25", "2026-03-03 00:00", start);
        Assert.Equal(EndOf("2026-05-31"), plain.DueAt);
        Assert.Equal([("penalty_clock_30d_approved", EndOf("2026-06-30")), ("penalty_clock_60d_decided", EndOf("2026-07-30"))], plain.Alternatives.Select(a => (a.Needs, a.DueAt)));
        Assert.Equal(EndOf("2026-06-30"), Single("K25", "2026-06-01 00:00", start, ("penalty_clock_30d_approved", "2026-05-31 09:00")).DueAt);
        Assert.Equal(EndOf("2026-06-10"), Single("K25", "2026-04-11 12:00", start, ("transfer_sent", "2026-04-01 10:00")).DueAt); // ten days so far
        var back = Single("K25", "2026-06-30 00:00", start, ("transfer_sent", "2026-04-01 10:00"), ("filing_refused", "2026-04-21 10:00"), ("penalty_decided", "2026-06-20 23:59"));
        Assert.Equal((EndOf("2026-06-20"), ClockState.Met), (back.DueAt, back.State));
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
