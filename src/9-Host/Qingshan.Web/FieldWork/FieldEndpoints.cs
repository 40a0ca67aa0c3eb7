using Microsoft.AspNetCore.Http.HttpResults;
using Qingshan.Web.Commands;
using Qingshan.Web.Components.Pages.Samples;
using Qingshan.Web.Components.Pages.Tasks;
using Qingshan.Web.Reading;

namespace Qingshan.Web.FieldWork;

/// <summary>Tasks and samples as JSON, and the parts of their pages that are asked for again when something changes.</summary>
internal static class FieldEndpoints
{
    public static void MapFieldWork(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/task", (Delegate)((HttpContext http) => JsonReading.WriteListAsync(http, Tasks(http).List()
                .Then<IReadOnlyList<TaskListItem>>(rows => rows.Select(row => TaskListItem.Of(row.Row, row.Level)).ToList()))))
            .Reads<IReadOnlyList<TaskListItem>>("task.read", "task", "任务列表 · Tasks");
        routes.MapGet("/api/task/{id}", async (HttpContext http, string id) =>
                await JsonReading.WriteAsync(http, await Tasks(http).ReadAsync(id, http.RequestAborted), sight => sight.Task.Version, TaskAnswer.Of))
            .Reads<TaskAnswer>("task.read", "task", "任务 · A task");
        routes.MapGet("/api/sample", (Delegate)((HttpContext http) => JsonReading.WriteListAsync(http, Samples(http).List()
                .Then<IReadOnlyList<SampleListItem>>(rows => rows.Select(row => SampleListItem.Of(row.Row)).ToList()))))
            .Reads<IReadOnlyList<SampleListItem>>("sample.read", "sample", "样品列表 · Samples");
        routes.MapGet("/api/sample/{id}", async (HttpContext http, string id) =>
                await JsonReading.WriteAsync(http, await Samples(http).ReadAsync(id, http.RequestAborted), sight => sight.Sample.Version, SampleAnswer.Of))
            .Reads<SampleAnswer>("sample.read", "sample", "样品 · A sample");
        MapParts(routes);
    }

    private static void MapParts(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tasks/part/list", (HttpContext http, string? state, string? q) => Tasks(http).List().TryGet(out var rows, out var refusal)
                ? new RazorComponentResult<TaskTable>(new { Rows = TaskFilter.Apply(rows, state, q) }).ExecuteAsync(http)
                : RefusalAnswers.WriteAsync(http, refusal))
            .Verb("task.read").ExcludeFromDescription();
        routes.MapGet("/tasks/{id}/part/live", async (HttpContext http, string id, long seen) =>
            {
                if ((await Tasks(http).ReadAsync(id, http.RequestAborted)).TryGet(out var sight, out var refusal))
                    await new RazorComponentResult<TaskLive>(new { Of = sight, Version = seen }).ExecuteAsync(http);
                else
                    await RefusalAnswers.WriteAsync(http, refusal);
            }).Verb("task.read").ExcludeFromDescription();
        routes.MapGet("/samples/part/list", (HttpContext http, string? state) => Samples(http).List().TryGet(out var rows, out var refusal)
                ? new RazorComponentResult<SampleTable>(new { Rows = SampleFilter.Apply(rows, state) }).ExecuteAsync(http)
                : RefusalAnswers.WriteAsync(http, refusal))
            .Verb("sample.read").ExcludeFromDescription();
    }

    private static TaskReading Tasks(HttpContext http) => http.RequestServices.GetRequiredService<TaskReading>();

    private static SampleReading Samples(HttpContext http) => http.RequestServices.GetRequiredService<SampleReading>();
}
