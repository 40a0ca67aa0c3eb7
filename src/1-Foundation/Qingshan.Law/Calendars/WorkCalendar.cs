using NodaTime;

namespace Qingshan.Law.Calendars;

/// <summary>Which days are worked on the mainland. A year without announced holidays has its weekends only, and <see cref="Knows"/> says so.</summary>
public sealed class WorkCalendar
{
    /// <summary>The zone of every legal day.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static readonly Bilingual Weekend = new("周末", "weekend");
    private readonly Dictionary<LocalDate, Bilingual> _holidays = [];
    private readonly HashSet<LocalDate> _workdays = [];
    private readonly HashSet<int> _years = [];

    public WorkCalendar(IEnumerable<CalendarYear> years)
    {
        foreach (var year in years)
        {
            _years.Add(year.Year);
            _workdays.UnionWith(year.Workdays);
            foreach (var holiday in year.Holidays)
                foreach (var day in holiday.Days)
                    _holidays.Add(day, new Bilingual(holiday.Zh, holiday.En));
        }
    }

    /// <summary>True where the year's holidays were announced and entered.</summary>
    public bool Knows(LocalDate day) => _years.Contains(day.Year);

    /// <summary>Why the day is a day of rest (the holiday's name, or weekend); null on a day that is worked.</summary>
    public Bilingual? RestReason(LocalDate day)
    {
        if (_holidays.TryGetValue(day, out var holiday))
            return holiday;
        return day.DayOfWeek >= IsoDayOfWeek.Saturday && !_workdays.Contains(day) ? Weekend : null;
    }

    /// <summary>True on a weekend that is not worked, and on a holiday.</summary>
    public bool IsRestDay(LocalDate day) => RestReason(day) is not null;
}
