using NodaTime;
using NodaTime.Text;
using Qingshan.Law.Calendars;
using Qingshan.Law.Clocks;
using static Qingshan.Law.Tests.Books;

namespace Qingshan.Law.Tests.Clocks;

/// <summary>
/// A second, slow reading of the clocks, written from the law and not from the engine: it walks day by day and hour by hour, knows the holidays
/// by itself, and scans all events for each answer.
/// </summary>
public sealed class ClockOracleTests
{
    /// <summary>One history takes its events from one family, so that they meet.</summary>
    private static readonly string[][] Families =
    [
        [
            "transfer_report_submitted", "transfer_approved", "transfer_refused", "transfer_sent", "transfer_received", "transfer_accepted", "file_found_incomplete",
            "supplement_requested", "supplement_received", "wrong_venue_found", "forwarded", "returned", "filing_decided", "filing_refused", "filing_clock_7d",
            "filing_clock_30d_approved", "case_withdrawn", "agency_notified", "filing_notice_received", "items_handed_over",
        ],
        [
            "refusal_notice_received", "reconsideration_requested", "reconsideration_request_received", "reconsideration_decided", "reconsideration_decision_received",
            "supervision_suggested", "filing_notice_received", "filing_decided",
        ],
        ["reasons_requested", "reasons_given", "filing_ordered", "filing_decided", "procuratorial_opinion_received", "transfer_sent", "non_prosecution_decided"],
        [
            "non_prosecution_decided", "non_prosecution_notified", "reverse_case_handed_over", "reverse_case_registered", "reverse_review_finished",
            "procuratorial_opinion_received", "opinion_result_replied",
        ],
        ["decision_made", "decision_entered", "consultation_received", "consultation_answered"],
        [
            "detention_transfer_decided", "detention_transfer_delivered", "detention_case_accepted", "detention_evidence_requested", "detention_case_returned",
            "detention_decided", "detention_decision_copied",
        ],
        ["seizure_started", "seizure_extended", "seizure_decided", "penalty_case_filed", "penalty_clock_30d_approved", "penalty_clock_60d_decided", "penalty_decided"],
    ];

    /// <summary>First day and number of days.</summary>
    private static readonly HashSet<LocalDate> Holidays =
    [
        .. Off(2025, 1, 1, 1), .. Off(2025, 1, 28, 8), .. Off(2025, 4, 4, 3), .. Off(2025, 5, 1, 5), .. Off(2025, 5, 31, 3), .. Off(2025, 10, 1, 8),
        .. Off(2026, 1, 1, 3), .. Off(2026, 2, 15, 9), .. Off(2026, 4, 4, 3), .. Off(2026, 5, 1, 5), .. Off(2026, 6, 19, 3), .. Off(2026, 9, 25, 3), .. Off(2026, 10, 1, 7),
    ];

    private static readonly HashSet<LocalDate> Worked =
    [
        new(2025, 1, 26), new(2025, 2, 8), new(2025, 4, 27), new(2025, 9, 28), new(2025, 10, 11),
        new(2026, 1, 4), new(2026, 2, 14), new(2026, 2, 28), new(2026, 5, 9), new(2026, 9, 20), new(2026, 10, 10),
    ];

    [Fact]
    public void Random_histories_agree_with_the_day_by_day_reading()
    {
        var random = new Random(20261122);
        var checkedClocks = 0;
        for (var round = 0; round < 2000; round++)
        {
            var from = new LocalDate(2024, 12, 20).PlusDays(random.Next(900)).AtMidnight();
            var names = Families[random.Next(2) == 0 ? 0 : random.Next(Families.Length)];
            var events = Enumerable.Range(0, random.Next(1, 14))
                .Select(_ => (Name: names[random.Next(names.Length)], At: Moment(random, from))).DistinctBy(e => e.At).ToList();
            var asOf = Moment(random, from.PlusDays(random.Next(20)));
            var expected = Oracle(events, asOf).Order(StringComparer.Ordinal).ToList();
            var actual = StatutoryClocks.Evaluate(events.Select(e => new ClockEvent(e.Name, Instant(e.At))), Instant(asOf), Book).Select(Line).Order(StringComparer.Ordinal).ToList();
            Assert.True(expected.SequenceEqual(actual), $"round {round} as of {asOf}\n{string.Join("\n", events)}\nexpected\n{string.Join("\n", expected)}\nactual\n{string.Join("\n", actual)}");
            checkedClocks += actual.Count;
        }

        Assert.True(checkedClocks > 4000);
    }

    private static IEnumerable<LocalDate> Off(int year, int month, int day, int days) => Enumerable.Range(0, days).Select(i => new LocalDate(year, month, day).PlusDays(i));

    /// <summary>Half the moments lie at midnight or a second beside it.</summary>
    private static LocalDateTime Moment(Random random, LocalDateTime from)
    {
        var day = from.PlusDays(random.Next(45));
        return random.Next(4) switch { 0 => day, 1 => day.PlusSeconds(-1), _ => day.PlusMinutes(random.Next(1440)) };
    }

    private static string Line(ClockResult c) => Line(c.Rule.Id, Local(c.StartedAt), Local(c.DueAt), c.State.ToString());

    private static string Line(string rule, LocalDateTime start, LocalDateTime due, string state) =>
        $"{rule} {LocalDateTimePattern.GeneralIso.Format(start)} {LocalDateTimePattern.GeneralIso.Format(due)} {state}";

    private static IEnumerable<string> Oracle(List<(string Name, LocalDateTime At)> events, LocalDateTime asOf)
    {
        var known = events.Where(e => e.At <= asOf).OrderBy(e => e.At).ToList();
        return
        [
            .. Clock("K01", known, asOf, ["transfer_report_submitted"], ["transfer_approved", "transfer_refused"], [], 3),
            .. Clock("K02", known, asOf, ["transfer_approved"], ["transfer_sent"], ["transfer_refused"], -24),
            .. Clock("K03", known, asOf, ["transfer_received"], ["transfer_accepted"], ["forwarded", "returned"], 0),
            .. Clock("K04", known, asOf, ["transfer_accepted"], ["supplement_requested"], ["filing_decided", "filing_refused", "forwarded", "returned"], -24, ["file_found_incomplete", "supplement_requested"]),
            .. Clock("K05", known, asOf, ["supplement_requested"], ["supplement_received"], ["filing_decided", "filing_refused", "forwarded", "returned"], 3),
            .. Clock("K06", known, asOf, ["transfer_accepted"], ["filing_decided", "filing_refused"], ["forwarded", "returned"], 3, extensions: [("filing_clock_7d", 7), ("filing_clock_30d_approved", 30)]),
            .. Clock("K07", known, asOf, ["wrong_venue_found"], ["forwarded", "returned"], ["filing_decided", "filing_refused"], -24),
            .. Clock("K08", known, asOf, ["filing_decided", "filing_refused", "case_withdrawn"], ["agency_notified"], [], 3),
            .. Clock("K09", known, asOf, ["filing_notice_received"], ["items_handed_over"], ["case_withdrawn"], 3),
            .. Clock("K10", known, asOf, ["refusal_notice_received"], ["reconsideration_requested"], ["supervision_suggested", "filing_decided"], 3, count: Count.Natural),
            .. Clock("K11", known, asOf, ["reconsideration_request_received"], ["reconsideration_decided"], [], 3, count: Count.Natural),
            .. Clock("K12", known, asOf, ["reconsideration_decision_received"], ["supervision_suggested"], ["filing_decided", "filing_notice_received"], 3, count: Count.Natural),
            .. Clock("K13", known, asOf, ["reasons_requested"], ["reasons_given"], ["filing_decided"], 7),
            .. Clock("K14", known, asOf, ["filing_ordered"], ["filing_decided"], [], 15),
            .. Clock("K15", BeforeNonProsecution(known), asOf, ["procuratorial_opinion_received"], ["transfer_sent"], [], 3),
            .. Clock("K16", known, asOf, ["non_prosecution_decided"], ["non_prosecution_notified"], [], 3),
            .. Clock("K17", known, asOf, ["non_prosecution_decided"], ["reverse_case_handed_over"], [], 3, count: Count.Working),
            .. Clock("K18", known, asOf, ["reverse_case_registered"], ["reverse_review_finished"], [], 10, count: Count.Working),
            .. Clock("K19", known, asOf, ["procuratorial_opinion_received"], ["opinion_result_replied"], [], 2, count: Count.Months),
            .. Clock("K20", known, asOf, ["decision_made"], ["decision_entered"], [], 7),
            .. Clock("K21", known, asOf, ["consultation_received"], ["consultation_answered"], [], 7),
            .. Clock("K22", known, asOf, ["detention_transfer_decided"], ["detention_transfer_delivered"], [], 3, count: Count.Working),
            .. Clock("K23", known, asOf, ["detention_case_accepted"], ["detention_evidence_requested"], ["detention_case_returned", "detention_decided"], 3, count: Count.Working).Select(NeverOverdue),
            .. Clock("K23", known, asOf, ["detention_case_accepted"], ["detention_case_returned"], ["detention_decided"], 5, count: Count.Working).Select(NeverOverdue),
            .. Clock("K23", known, asOf, ["detention_decided"], ["detention_decision_copied"], [], 3, count: Count.Working),
            .. Clock("K24", known, asOf, ["seizure_started"], ["seizure_decided"], [], 30, extensions: [("seizure_extended", 60)], count: Count.Natural),
            .. Clock("K25", known, asOf, ["penalty_case_filed"], ["penalty_decided"], [], 90, extensions: [("penalty_clock_30d_approved", 120), ("penalty_clock_60d_decided", 150)], count: Count.Natural),
        ];
    }

    /// <summary>An opinion that comes later is about a penalty, not about a transfer.</summary>
    private static List<(string Name, LocalDateTime At)> BeforeNonProsecution(List<(string Name, LocalDateTime At)> known)
    {
        var first = known.Where(e => e.Name == "non_prosecution_decided").Select(e => (LocalDateTime?)e.At).FirstOrDefault();
        return [.. known.Where(e => e.Name != "procuratorial_opinion_received" || first is null || e.At < first)];
    }

    private enum Count
    {
        /// <summary>Natural days; a last day of rest moves on. A negative length is in hours.</summary>
        Rolling,
        Natural,
        Working,
        Months,
    }

    private static string NeverOverdue(string line) => line.Replace("Overdue", "NotNeeded", StringComparison.Ordinal);

    /// <summary>Reads the events once from front to back with one open run per start event. A negative length is in hours.</summary>
    private static IEnumerable<string> Clock(
        string rule, List<(string Name, LocalDateTime At)> known, LocalDateTime asOf, string[] starts, string[] stops, string[] cancels, int length,
        string[]? needs = null, (string Event, int Days)[]? extensions = null, Count count = Count.Rolling)
    {
        foreach (var startName in starts)
        {
            LocalDateTime? open = null;
            var needed = needs is null;
            var days = length;
            foreach (var (name, at) in known)
            {
                needed |= needs?.Contains(name) ?? false;
                if (open is { } start && extensions is not null)
                    days = extensions.Where(x => x.Event == name && at < Over(start, days, count)).Select(x => Math.Max(x.Days, days)).FirstOrDefault(days);
                if (open is { } began && (stops.Contains(name) || cancels.Contains(name)))
                {
                    var inTime = at < Over(began, days, count);
                    var state = stops.Contains(name) ? (inTime ? "Met" : "MetLate") : inTime ? "NotNeeded" : "Overdue";
                    if (needed)
                        yield return Line(rule, began, Due(began, days, count), state);
                    (open, needed, days) = (null, needs is null, length);
                }
                else if (name == startName && open is null)
                {
                    open = at;
                }
            }

            if (open is { } running && needed)
                yield return Line(rule, running, Due(running, days, count), asOf < Over(running, days, count) ? "Running" : "Overdue");
        }
    }

    private static LocalDateTime Due(LocalDateTime start, int length, Count count) =>
        length < 0 ? Walk(start, -length) : LastDay(start.Date, length, count).At(new LocalTime(23, 59, 59));

    /// <summary>The first moment that is too late.</summary>
    private static LocalDateTime Over(LocalDateTime start, int length, Count count) =>
        length < 0 ? Walk(start, -length).PlusNanoseconds(1) : LastDay(start.Date, length, count).PlusDays(1).AtMidnight();

    private static LocalDateTime Walk(LocalDateTime start, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
            start = start.PlusMinutes(60);
        return start;
    }

    private static LocalDate LastDay(LocalDate start, int length, Count count)
    {
        if (count == Count.Months)
            return start.PlusMonths(length);
        var day = start;
        for (var counted = 0; counted < length; counted += count == Count.Working && Rests(day) ? 0 : 1)
            day = day.PlusDays(1);
        while (count == Count.Rolling && length > 0 && Rests(day))
            day = day.PlusDays(1);
        return day;
    }

    private static bool Rests(LocalDate day) =>
        Holidays.Contains(day) || (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday && !Worked.Contains(day));

    private static Instant Instant(LocalDateTime local) => local.InZoneStrictly(WorkCalendar.Zone).ToInstant();

    private static LocalDateTime Local(Instant at) => at.InZone(WorkCalendar.Zone).LocalDateTime;
}
