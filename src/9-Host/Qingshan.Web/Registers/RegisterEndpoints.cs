using Microsoft.AspNetCore.Http.HttpResults;
using Qingshan.Web.Commands;
using Qingshan.Web.Components.Pages.Registers;
using Qingshan.Web.Reading;

namespace Qingshan.Web.Registers;

/// <summary>The registry and the delivery accounting as JSON, and the parts of their pages that are asked for again.</summary>
internal static class RegisterEndpoints
{
    public static void MapRegisters(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/enterprise", (HttpContext http, EnterpriseReading reading, string? division, string? q, string? key) =>
                JsonReading.WriteListAsync(http, reading.List().Then<IReadOnlyList<EnterpriseListItem>>(lines =>
                    lines.Where(line => new EnterpriseFilter(division, q, key).Fits(line.Enterprise)).Select(EnterpriseListItem.Of).ToList())))
            .Reads<IReadOnlyList<EnterpriseListItem>>("registry.read", "registry", "企业列表 · Enterprises");
        routes.MapGet("/api/enterprise/{id}", async (HttpContext http, EnterpriseReading reading, string id) =>
                await ContentAnswer.WriteAsync(http, (await reading.ReadAsync(id)).Then<EnterpriseAnswer>(sight => EnterpriseAnswer.Of(sight))))
            .Reads<EnterpriseAnswer>("registry.read", "registry", "企业档案 · An enterprise's archive");
        routes.MapGet("/api/sensing/accounting", (HttpContext http, AccountingReading reading) =>
                ContentAnswer.WriteAsync(http, reading.Read().Then<AccountingAnswer>(sight => AccountingAnswer.Of(sight))))
            .Reads<AccountingAnswer>("accounting.read", "sensing", "接收核算 · Delivery accounting");
        routes.MapGet("/registers/enterprises/{id}/part/live", async (HttpContext http, EnterpriseReading reading, string id) =>
            {
                if ((await reading.ReadAsync(id)).TryGet(out var sight, out var refusal))
                    await new RazorComponentResult<EnterpriseWork>(new { Of = sight }).ExecuteAsync(http);
                else
                    await RefusalAnswers.WriteAsync(http, refusal);
            }).Verb("registry.read").ExcludeFromDescription();
    }
}
