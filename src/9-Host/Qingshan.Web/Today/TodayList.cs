using NodaTime;

namespace Qingshan.Web.Today;

/// <summary>
/// What waits, in three columns. What has no due time stands under today, after what has one: it should be looked at, and no law says by when.
/// </summary>
public sealed record TodayList(IReadOnlyList<TodayItem> Overdue, IReadOnlyList<TodayItem> DueToday, IReadOnlyList<TodayItem> Later)
{
    public bool IsEmpty => Overdue.Count + DueToday.Count + Later.Count == 0;

    /// <summary>What comes next by due time when nothing is due; null when nothing waits later.</summary>
    public TodayItem? Next => Later.Count == 0 ? null : Later[0];

    /// <summary>Sorts by due time. A due time that is this very moment is not overdue; "today" ends at local midnight.</summary>
    public static TodayList Of(IEnumerable<TodayItem> items, Instant now, DateTimeZone zone)
    {
        var tomorrow = now.InZone(zone).Date.PlusDays(1).AtStartOfDayInZone(zone).ToInstant();
        var sorted = items.OrderBy(item => item.Due ?? Instant.MaxValue).ThenBy(item => item.Since).ThenBy(item => item.Id, StringComparer.Ordinal).ToList();
        return new(
            [.. sorted.Where(item => item.Due < now)],
            [.. sorted.Where(item => item.Due is null || (item.Due >= now && item.Due < tomorrow))],
            [.. sorted.Where(item => item.Due >= tomorrow)]);
    }
}
