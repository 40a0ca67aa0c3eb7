using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Qingshan.Web.Commands;
using Qingshan.Web.Components.Pages.Today;
using Qingshan.Web.Reading;

namespace Qingshan.Web.Today;

/// <summary>Today's list as JSON, and as the part of its page that is asked for again when something changes.</summary>
internal static class TodayEndpoints
{
    public static void MapToday(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/today", (HttpContext http, TodayReading reading) => JsonReading.WriteListAsync(http, reading.Read().Then<IReadOnlyList<TodayAnswer>>(list => TodayAnswer.Of(list))))
            .Reads<IReadOnlyList<TodayAnswer>>("today.read", "today", "待办 · What waits for me");
        routes.MapGet("/today/part/list", (HttpContext http, TodayReading reading) => reading.Read().TryGet(out var list, out var refusal)
                ? new RazorComponentResult<TodayColumns>(new { Of = list }).ExecuteAsync(http)
                : RefusalAnswers.WriteAsync(http, refusal))
            .Verb("today.read").ExcludeFromDescription();
    }
}

/// <summary>A row of <c>GET /api/today</c>.</summary>
/// <param name="Column"><c>overdue</c>, <c>today</c> or <c>later</c>.</param>
/// <param name="Rule">The statutory clock, such as K06; null for everything else.</param>
/// <param name="Due">Null where neither law nor sender set a time.</param>
public sealed record TodayAnswer(string Column, TodayKind Kind, string Id, string About, string Agency, Instant Since, Instant? Due, string? Rule, string Href)
{
    internal static List<TodayAnswer> Of(TodayList list) =>
        [.. list.Overdue.Select(item => Of("overdue", item)), .. list.DueToday.Select(item => Of("today", item)), .. list.Later.Select(item => Of("later", item))];

    private static TodayAnswer Of(string column, TodayItem item) =>
        new(column, item.Kind, item.Id, item.About, item.Agency, item.Since, item.Due, item.Clock?.Rule.Id, item.Href);
}
