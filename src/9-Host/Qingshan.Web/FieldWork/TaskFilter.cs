using Qingshan.Directory.Reading;
using Qingshan.Tasking.Tasks;

namespace Qingshan.Web.FieldWork;

/// <summary>Narrows the list of tasks by what the address says. A row is matched only by what it shows.</summary>
internal static class TaskFilter
{
    /// <param name="state"><c>sent</c>, <c>accepted</c>, <c>done</c>; anything else keeps all.</param>
    /// <param name="text">Part of what is asked.</param>
    public static IReadOnlyList<SeenRow<TaskRow>> Apply(IReadOnlyList<SeenRow<TaskRow>> rows, string? state, string? text) =>
        [.. rows.Where(row => Is(row.Row, state) && (string.IsNullOrWhiteSpace(text) || row.Row.What.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase)))];

    private static bool Is(TaskRow row, string? state) =>
        state is not ("sent" or "accepted" or "done") || string.Equals(row.State, state, StringComparison.OrdinalIgnoreCase);
}
