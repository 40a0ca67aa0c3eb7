namespace Qingshan.Web.Components.Layout;

/// <summary>A place of the left rail.</summary>
/// <param name="Key">Names its text <c>nav.KEY</c>.</param>
/// <param name="Path">Its address; a place without pages yet has none and is not shown.</param>
/// <param name="Icon">Icon of the sprite.</param>
/// <param name="Divided">True for the first place of the second group.</param>
public sealed record Place(string Key, string? Path, string Icon, bool Divided = false);

/// <summary>The nine places, in the order of the flow. Give a place its path when its first page exists.</summary>
public static class Places
{
    public static IReadOnlyList<Place> All { get; } =
    [
        new("today", "/today", "calendar-due"),
        new("picture", "/picture", "map-2"),
        new("signals", "/signals", "bell"),
        new("tasks", "/tasks", "list-check"),
        new("cases", "/cases", "folder"),
        new("coordination", "/transfers", "arrows-exchange"),
        new("measures", null, "chart-bar"),
        new("registers", "/registers", "database", Divided: true),
        new("law", "/law", "book-2"),
    ];

    /// <summary>Places that can be reached.</summary>
    public static IEnumerable<Place> Reachable => All.Where(place => place.Path is not null);
}
