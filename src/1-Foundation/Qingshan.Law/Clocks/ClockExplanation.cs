using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Qingshan.Law.Calendars;

namespace Qingshan.Law.Clocks;

/// <summary>Says in words how a due time came about.</summary>
internal static class ClockExplanation
{
    public static Bilingual Of(ClockRule rule, ClockRun run, DueTime due, ClockState state, StatuteBook book)
    {
        var start = Local(run.Start);
        var citation = new Bilingual($"{due.Period.Source}{due.Period.Article}", $"{book.Source(due.Period.Source).ShortEn} {ArticleWords.English(due.Period.Article)}");
        var count = Counted(due);
        var (zhState, enState) = StateWords(state, run);
        return new Bilingual(
            $"{rule.Zh}。起算：{start}；{count.Zh}；届满：{Due(due)}。依据：{citation.Zh}。{zhState}",
            $"{rule.En}. Starts {start}; {count.En}; due {Due(due)}. Basis: {citation.En}. {enState}");
    }

    private static Bilingual Counted(DueTime due)
    {
        var n = Whole(due.Period.Length);
        if (due.LastDay is not { } last)
            return new Bilingual($"{n}小时，连续计算", $"{n} hours, counted through");
        var skipped = Skipped(last);
        var unknown = last.BeyondKnownCalendars ? new Bilingual("；超出已公布的节假日安排，仅按周末计算", "; beyond the announced holidays, weekends only") : new Bilingual("", "");
        var basis = due.Counting switch
        {
            "immediately" => new Bilingual("立即（条文无时限，计至当日终了）", "immediately (no figure in the text, counted to the end of that day)"),
            "working" => new Bilingual($"{n}个工作日，开始之日不计入{skipped.Zh}", $"{n} working days, the start day is not counted{skipped.En}"),
            _ => new Bilingual(
                $"{n}{(due.Period.Unit == PeriodUnit.Months ? "个月" : "日（自然日）")}，开始之日不计入，最后一日为{Iso(last.Nominal)}{skipped.Zh}",
                $"{n} {(due.Period.Unit == PeriodUnit.Months ? "months" : "natural days")}, the start day is not counted, the last day is {Iso(last.Nominal)}{skipped.En}"),
        };
        var outside = due.OutsideDays == 0 ? new Bilingual("", "") : new Bilingual($"，其中不计入的期间{Whole(due.OutsideDays)}日", $", with {Whole(due.OutsideDays)} days that are not counted");
        return new Bilingual(basis.Zh + outside.Zh + unknown.Zh, basis.En + outside.En + unknown.En);
    }

    private static Bilingual Skipped(LastDay last)
    {
        if (last.Skipped.Count == 0)
            return new Bilingual("", "");
        var zh = string.Join("、", last.Skipped.Select(day => $"{Iso(day.Day)}{day.Why.Zh}"));
        var en = string.Join(", ", last.Skipped.Select(day => $"{Iso(day.Day)} {day.Why.En}"));
        return last.Day == last.Nominal
            ? new Bilingual($"，跳过{zh}", $", skipping {en}")
            : new Bilingual($"，逢{zh}，顺延至{Iso(last.Day)}", $", which moves over {en} to {Iso(last.Day)}");
    }

    private static (string Zh, string En) StateWords(ClockState state, ClockRun run) => state switch
    {
        ClockState.Running => ("正在计时。", "Running."),
        ClockState.Met => ($"已于{Local(run.End!.Value)}按期完成。", $"Met at {Local(run.End.Value)}."),
        ClockState.MetLate => ($"于{Local(run.End!.Value)}逾期完成。", $"Met late, at {Local(run.End.Value)}."),
        ClockState.NotNeeded when run.End is null => ("期限已过，未行使。", "The time for it is over and it was not used."),
        ClockState.NotNeeded => ($"于{Local(run.End!.Value)}不再需要。", $"No longer needed since {Local(run.End.Value)}."),
        _ => run.End is { } end ? ($"逾期未完成，{Local(end)}终止。", $"Missed; it ended without being met at {Local(end)}.") : ("已逾期。", "Overdue."),
    };

    private static string Due(DueTime due) => due.LastDay is null ? Local(due.At) : $"{Iso(due.LastDay.Day)} 24:00";

    private static string Local(Instant at) => at.InZone(WorkCalendar.Zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
