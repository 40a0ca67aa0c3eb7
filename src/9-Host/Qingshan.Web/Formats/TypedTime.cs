using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Qingshan.Web.Formats;

/// <summary>
/// Reads times as people type them at a desk: <c>17022026 0800</c>, <c>20260217 0800</c>, <c>2026-02-17 08:00</c>, <c>2026年2月17日 8时30分</c>, full-width digits too.
/// Nothing is guessed: a time without a date is not a time. An offset moves the time into the site's zone; without one it is the site's local time and never shifts.
/// </summary>
public static partial class TypedTime
{
    /// <summary>The local time, or null when the text is none.</summary>
    public static LocalDateTime? Parse(string? text)
    {
        var plain = Plain(text);
        if (Written().Match(plain) is not { Success: true } match || Date(match) is not { } date)
            return null;
        var (hour, minute, second) = (Number(match, "h"), Number(match, "i"), Number(match, "s"));
        // 24:00 is how statutes name the end of a day.
        var nextDay = hour == 24 && minute == 0 && second == 0;
        if ((hour > 23 && !nextDay) || minute > 59 || second > 59)
            return null;
        var local = (nextDay ? date.PlusDays(1) : date) + new LocalTime(nextDay ? 0 : hour, minute, second);
        return match.Groups["z"].Success ? Shift(local, match.Groups["z"].Value) : local;
    }

    /// <summary>The date, or null when the text is none.</summary>
    public static LocalDate? ParseDate(string? text) =>
        WrittenDate().Match(Plain(text)) is { Success: true } match ? Date(match) : null;

    private static LocalDateTime? Shift(LocalDateTime local, string offset)
    {
        if (offset is "Z" or "z")
            return SiteTime.ToLocal(local.InUtc().ToInstant());
        var digits = offset[1..].Replace(":", "", StringComparison.Ordinal);
        var (hours, minutes) = (int.Parse(digits[..2], CultureInfo.InvariantCulture), int.Parse(digits[2..], CultureInfo.InvariantCulture));
        if (hours > 18 || minutes > 59 || (hours == 18 && minutes > 0))
            return null;
        var written = Offset.FromHoursAndMinutes(hours, minutes);
        return SiteTime.ToLocal(local.WithOffset(offset[0] == '-' ? -written : written).ToInstant());
    }

    private static LocalDate? Date(Match match)
    {
        var (year, month, day) = (Number(match, "y"), Number(match, "m"), Number(match, "d"));
        if (match.Groups["c"].Success && match.Groups["c"].Value is { } digits)
        {
            // Eight digits: day first, as officers type it, or year first. Both cannot be valid at once for years from 1900 to 2099.
            (day, month, year) = (Slice(digits, 0, 2), Slice(digits, 2, 2), Slice(digits, 4, 4));
            if (year is < 1900 or > 2099 || month is < 1 or > 12)
                (year, month, day) = (Slice(digits, 0, 4), Slice(digits, 4, 2), Slice(digits, 6, 2));
        }

        return year is >= 1900 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var value } ? int.Parse(value, CultureInfo.InvariantCulture) : 0;

    private static int Slice(string digits, int from, int length) => int.Parse(digits.AsSpan(from, length), CultureInfo.InvariantCulture);

    private static string Plain(string? text) =>
        text is null or { Length: > 64 } ? "" : string.Concat(text.Trim().Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c is '：' ? ':' : c is '　' ? ' ' : c));

    private const string DatePart =
        @"(?:(?<c>[0-9]{8})|(?<y>[0-9]{4})[-/.年] ?(?<m>[0-9]{1,2})[-/.月] ?(?<d>[0-9]{1,2})日?)";

    [GeneratedRegex("^" + DatePart + "$")]
    private static partial Regex WrittenDate();

    [GeneratedRegex("^" + DatePart + @"(?:[T ]| {2,}|(?<=日))(?:(?<h>[0-9]{2})(?<i>[0-9]{2})|(?<h>[0-9]{1,2})[:时] ?(?<i>[0-9]{1,2})分?(?::?(?<s>[0-9]{1,2})(?:\.[0-9]{1,9})?秒?)?|(?<h>[0-9]{1,2})时)(?<z>[Zz]|[+-][0-9]{2}:?[0-9]{2})?$")]
    private static partial Regex Written();
}
