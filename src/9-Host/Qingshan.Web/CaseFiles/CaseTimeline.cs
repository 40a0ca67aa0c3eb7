using System.Reflection;
using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Web.Formats;

namespace Qingshan.Web.CaseFiles;

/// <summary>A day of a timeline, by event time in the site's zone.</summary>
public sealed record TimelineDay(LocalDate Day, IReadOnlyList<TimelineMoment> Moments);

/// <summary>What one person put into the record at once, of one kind: six photos of one check are one line with a count.</summary>
/// <param name="Type">Stored name of the entry type.</param>
/// <param name="Entries">At least one, the newest event first.</param>
public sealed record TimelineMoment(string Type, IReadOnlyList<Entry> Entries)
{
    /// <summary>When it happened: the newest of its entries.</summary>
    public Instant At => Entries[0].OccurredAt;

    public Instant RecordedAt => Entries[0].RecordedAt;

    public Actor By => Entries[0].By;
}

/// <summary>Turns the entries of a stream into a timeline. Pure.</summary>
public static class CaseTimeline
{
    /// <summary>Days with their moments, the newest first. Entries belong together when they are neighbours of one type, one commit and one person.</summary>
    public static IReadOnlyList<TimelineDay> Of(IEnumerable<Entry> entries) =>
    [
        .. entries.OrderByDescending(entry => entry.OccurredAt).ThenByDescending(entry => entry.Position)
            .GroupBy(entry => SiteTime.ToLocal(entry.OccurredAt).Date)
            .Select(day => new TimelineDay(day.Key, Moments(day))),
    ];

    /// <summary>The stored name of a body's type, such as <c>case.opened</c>.</summary>
    public static string TypeOf(EntryBody body) => body.GetType().GetCustomAttribute<EntryTypeAttribute>()!.Name;

    private static List<TimelineMoment> Moments(IEnumerable<Entry> entries)
    {
        var moments = new List<TimelineMoment>();
        foreach (var entry in entries)
        {
            if (moments.Count > 0 && Belongs(moments[^1], entry))
                moments[^1] = moments[^1] with { Entries = [.. moments[^1].Entries, entry] };
            else
                moments.Add(new(TypeOf(entry.Body), [entry]));
        }

        return moments;
    }

    private static bool Belongs(TimelineMoment moment, Entry entry) =>
        moment.Type == TypeOf(entry.Body) && moment.RecordedAt == entry.RecordedAt && moment.By.Person == entry.By.Person;
}
