using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using NodaTime;
using Qingshan.Registry.Enterprises;
using Qingshan.Web.Commands;
using Qingshan.Web.Components.Pages.Cases;
using Qingshan.Web.Formats;
using Qingshan.Web.Reading;

namespace Qingshan.Web.CaseFiles;

/// <summary>Cases as JSON, the parts of their pages that are asked for again when something changes, and the bundle.</summary>
internal static class CaseEndpoints
{
    public static void MapCaseFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/case", (HttpContext http, string? stage, string? duty, string? q) => JsonReading.WriteListAsync(http, Cases(http).List()
                .Then<IReadOnlyList<CaseListItem>>(rows => new CaseFilter(stage, duty, q).Apply(rows, Enterprises(http)).Select(CaseListItem.Of).ToList())))
            .Reads<IReadOnlyList<CaseListItem>>("case.read", "case", "案件列表 · Cases");
        routes.MapGet("/api/case/{id}", async (HttpContext http, string id, string? known) =>
                await JsonReading.WriteAsync(http, await Cases(http).ReadAsync(id, Known(known), http.RequestAborted), sight => sight.Case.Version, CaseAnswer.Of))
            .Reads<CaseAnswer>("case.read", "case", "案件 · A case").WithDescription("known: a recording time; the case is then shown as it was known.");
        routes.MapGet("/cases/part/list", (HttpContext http, string? stage, string? duty, string? q) => Cases(http).List().TryGet(out var rows, out var refusal)
                ? new RazorComponentResult<CaseTable>(new { Rows = new CaseFilter(stage, duty, q).Apply(rows, Enterprises(http)) }).ExecuteAsync(http)
                : RefusalAnswers.WriteAsync(http, refusal))
            .Verb("case.read").ExcludeFromDescription();
        routes.MapGet("/cases/{id}/part/side", (HttpContext http, string id, string tab, long seen) => PartAsync<CaseSide>(http, id, sight => new { Of = sight, Tab = tab, Version = seen }))
            .Verb("case.read").ExcludeFromDescription();
        routes.MapGet("/cases/{id}/part/timeline", (HttpContext http, string id) => PartAsync<CaseTimelinePart>(http, id, sight => new { Of = sight }))
            .Verb("case.read").ExcludeFromDescription();
        routes.MapGet("/cases/{id}/bundle", BundleAsync).Verb("case.export").WithTags("case").WithSummary("导出案卷包 · Export the file as a bundle")
            .WithDescription("A ZIP that `qingshan verify` proves offline.").Produces(StatusCodes.Status200OK, contentType: "application/zip")
            .Produces<RefusalProblem>(StatusCodes.Status404NotFound, "application/problem+json");
    }

    internal static Func<string, string> Enterprises(HttpContext http)
    {
        var registry = http.RequestServices.GetRequiredService<IRegistry>();
        return id => registry.FindEnterprise(id) is { } firm ? $"{firm.NameZh}\n{firm.NameEn}\n{firm.CreditCode}" : "";
    }

    private static async Task PartAsync<TPart>(HttpContext http, string id, Func<CaseSight, object> parameters)
        where TPart : Microsoft.AspNetCore.Components.IComponent
    {
        if ((await Cases(http).ReadAsync(id, null, http.RequestAborted)).TryGet(out var sight, out var refusal))
            await new RazorComponentResult<TPart>(parameters(sight)).ExecuteAsync(http);
        else
            await RefusalAnswers.WriteAsync(http, refusal);
    }

    private static async Task BundleAsync(HttpContext http, string id)
    {
        if (!(await http.RequestServices.GetRequiredService<CaseExport>().WriteAsync(id, http.RequestAborted)).TryGet(out var exported, out var refusal))
        {
            http.Response.Headers.RetryAfter = refusal.Reason.Kind == Qingshan.Record.Reasons.ReasonKind.Unavailable ? "1" : default;
            await RefusalAnswers.WriteAsync(http, refusal);
            return;
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(exported.FileName);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        var bytes = new FileStream(exported.Path, new FileStreamOptions { Options = FileOptions.DeleteOnClose | FileOptions.SequentialScan | FileOptions.Asynchronous });
        await Results.Stream(bytes, "application/zip").ExecuteAsync(http);
    }

    // A time that cannot be read asks for the present, as the page does, which then says nothing of a past.
    internal static Instant? Known(string? text) => KnownAt.TryRead(text, out var instant) ? instant : null;

    private static CaseReading Cases(HttpContext http) => http.RequestServices.GetRequiredService<CaseReading>();
}
