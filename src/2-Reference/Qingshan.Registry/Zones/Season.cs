using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Qingshan.Registry.Zones;

/// <summary>
/// A part of every year, in the site's local time. Written <c>05-01/09-16</c> (both days whole), <c>05-01T12:00/09-16T12:00</c> (from noon until noon;
/// at the last minute named it is over) or <c>11-01/02-15 22:00-04:00</c> (each night that begins on one of the days).
/// A season whose first day comes after its last one spans the turn of the year. 02-29 counts in leap years: a season until 02-28 leaves it out.
/// </summary>
/// <param name="FromTime">Time on the first day; null for its beginning.</param>
/// <param name="ToTime">Time on the last day, no longer in season itself; null for the end of the day.</param>
/// <param name="Hours">Hours of each day; null for all day. Never together with a time on the first or last day.</param>
public sealed record Season(AnnualDate From, LocalTime? FromTime, AnnualDate To, LocalTime? ToTime, DailyHours? Hours)
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly AnnualDatePattern Day = AnnualDatePattern.Iso;

    /// <summary>Is it in season at this local time?</summary>
    public bool Holds(LocalDateTime local)
    {
        if (Hours is not { } hours)
            return HoldsDays(local);
        // A night belongs to the day on which it began.
        var began = hours.OverMidnight && local.TimeOfDay < hours.To ? local.Date.PlusDays(-1) : local.Date;
        return hours.Hold(local.TimeOfDay) && HoldsDays(began + hours.From);
    }

    /// <summary>Reads what <see cref="ToString"/> writes; null when it is no season.</summary>
    public static Season? TryParse(string text)
    {
        var parts = text.Split(' ');
        var days = parts[0].Split('/');
        if (parts.Length > 2 || days.Length != 2 || Edge(days[0]) is not { } from || Edge(days[1]) is not { } to)
            return null;
        if (parts.Length == 1)
            return new Season(from.Day, from.Time, to.Day, to.Time, null);
        return DailyHours.TryParse(parts[1]) is { } hours && from.Time is null && to.Time is null ? new Season(from.Day, null, to.Day, null, hours) : null;
    }

    public override string ToString() => $"{Text(From, FromTime)}/{Text(To, ToTime)}{(Hours is null ? "" : $" {Hours}")}";

    /// <summary>In Chinese: <c>5月1日12:00至9月16日12:00</c>.</summary>
    public string Zh => $"{DayZh(From)}{At(FromTime)}至{DayZh(To)}{At(ToTime)}{(Hours is null ? "" : $"每日{Hours}")}";

    /// <summary>In English: <c>1 May 12:00 to 16 September 12:00</c>.</summary>
    public string En => $"{DayEn(From)}{Spaced(FromTime)} to {DayEn(To)}{Spaced(ToTime)}{(Hours is null ? "" : $", daily {Hours}")}";

    internal static string Text(LocalTime time) => Minute.Format(time);

    internal static LocalTime? Time(string text) => Minute.Parse(text).TryGetValue(default, out var time) ? time : null;

    private bool HoldsDays(LocalDateTime local)
    {
        var (now, start) = (Key(local.Month, local.Day, local.TimeOfDay), Key(From.Month, From.Day, FromTime ?? LocalTime.Midnight));
        var end = Key(To.Month, To.Day, ToTime);
        return start < end ? start <= now && now < end : start <= now || now < end;
    }

    // A day of the year and a time as one number, so that edges compare; without a time, the end of the day.
    private static long Key(int month, int day, LocalTime? time) => ((((month * 100) + day) * 2 + (time is null ? 1 : 0)) * NodaConstants.NanosecondsPerDay) + (time?.NanosecondOfDay ?? 0);

    private static (AnnualDate Day, LocalTime? Time)? Edge(string text)
    {
        var parts = text.Split('T');
        if (parts.Length > 2 || !Day.Parse(parts[0]).TryGetValue(default, out var day))
            return null;
        return parts.Length == 1 ? (day, null) : Time(parts[1]) is { } time ? (day, time) : null;
    }

    private static string Text(AnnualDate day, LocalTime? time) => Day.Format(day) + (time is { } at ? $"T{Text(at)}" : "");

    private static string DayZh(AnnualDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");

    private static string DayEn(AnnualDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month)}");

    private static string At(LocalTime? time) => time is { } at ? Text(at) : "";

    private static string Spaced(LocalTime? time) => time is { } at ? " " + Text(at) : "";
}

/// <summary>Hours of a day, the last minute named no longer among them: <c>08:00-17:00</c>, or over midnight <c>22:00-04:00</c>.</summary>
public sealed record DailyHours(LocalTime From, LocalTime To)
{
    public bool OverMidnight => To <= From;

    public bool Hold(LocalTime time) => OverMidnight ? time >= From || time < To : From <= time && time < To;

    /// <summary>Null when the text is no pair of different times.</summary>
    public static DailyHours? TryParse(string text)
    {
        var parts = text.Split('-');
        return parts.Length == 2 && Season.Time(parts[0]) is { } from && Season.Time(parts[1]) is { } to && from != to ? new DailyHours(from, to) : null;
    }

    public override string ToString() => $"{Season.Text(From)}-{Season.Text(To)}";
}
