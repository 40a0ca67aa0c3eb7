using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Qingshan.Record.Reasons;
using Qingshan.Registry.Exchange;
using Qingshan.Web.Commands;
using Qingshan.Web.Reading;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Registers;

/// <summary>Vessels and zones as JSON and as files, and files for an import. The import itself is the command <c>import.apply</c>.</summary>
internal static class SeaEndpoints
{
    // What a form adds around its file.
    private const long FormOverhead = 64 * 1024;

    public static void MapSea(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/vessel", (HttpContext http, SeaReading reading, string? type, string? division, string? q) =>
                JsonReading.WriteListAsync(http, reading.Vessels(new SeaFilter(type, division, q)).Then<IReadOnlyList<VesselListItem>>(rows => rows.Select(VesselListItem.Of).ToList())))
            .Reads<IReadOnlyList<VesselListItem>>("registry.read", "registry", "船舶列表 · Vessels");
        routes.MapGet("/api/vessel/{id}", async (HttpContext http, SeaReading reading, string id) =>
                await ContentAnswer.WriteAsync(http, (await reading.VesselAsync(id)).Then<VesselAnswer>(sight => VesselAnswer.Of(sight))))
            .Reads<VesselAnswer>("registry.read", "registry", "船舶档案 · A vessel");
        routes.MapGet("/api/zone", (HttpContext http, SeaReading reading, string? kind, string? division, string? q) =>
                JsonReading.WriteListAsync(http, reading.Zones(new SeaFilter(kind, division, q)).Then<IReadOnlyList<ZoneListItem>>(rows => rows.Select(seen => new ZoneListItem(
                    seen.Row.Id, seen.Row.NameZh, seen.Row.NameEn, seen.Row.Kind, seen.Row.Division, seen.Row.Effect, reading.IsInForce(seen.Row), seen.Row.Demo, seen.Level)).ToList())))
            .Reads<IReadOnlyList<ZoneListItem>>("registry.read", "registry", "管控区域列表 · Zones");
        routes.MapGet("/api/zone/{id}", async (HttpContext http, SeaReading reading, string id) =>
                await ContentAnswer.WriteAsync(http, (await reading.ZoneAsync(id)).Then<ZoneDetails>(sight => ZoneDetails.Of(sight))))
            .Reads<ZoneDetails>("registry.read", "registry", "管控区域 · A zone");
        MapExport(routes, RegisterKind.Vessel, "/api/vessel/export", "导出船舶 · Export the vessels");
        MapExport(routes, RegisterKind.Zone, "/api/zone/export", "导出管控区域 · Export the zones");
        MapImport(routes);
    }

    private static void MapExport(IEndpointRouteBuilder routes, RegisterKind register, string route, string summary) =>
        routes.MapGet(route, (HttpContext http, SeaReading reading, string? format) => ExportAsync(http, reading, register, format))
            .Verb("registry.export").WithTags("registry").WithSummary(summary)
            .WithDescription("format: geojson (the default) or csv. Holds what the post may see in full; an import reads it back unchanged.")
            .Produces(StatusCodes.Status200OK, contentType: "application/geo+json").Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .Produces<RefusalProblem>(StatusCodes.Status403Forbidden, "application/problem+json");

    private static void MapImport(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/import/files", PreviewAsync).Verb("import.apply").WithMetadata(new RequestSizeLimitAttribute(ExchangeLimits.FileBytes))
            .WithTags("import").WithSummary("预览导入 · Preview an import")
            .WithDescription("Body: the file, GeoJSON or CSV in UTF-8, at most 10 MB. register: vessel or zone; datum: of zones that name none. Nothing is imported.")
            .Accepts<Stream>("application/octet-stream").Produces<PreviewAnswer>()
            .Produces<RefusalProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .Produces<RefusalProblem>(StatusCodes.Status403Forbidden, "application/problem+json")
            .Produces<RefusalProblem>(StatusCodes.Status413PayloadTooLarge, "application/problem+json");
        routes.MapPost("/registers/import/file", ShelveAsync).Verb("import.apply").WithMetadata(new RequestSizeLimitAttribute(ExchangeLimits.FileBytes + FormOverhead)).ExcludeFromDescription();
    }

    private static async Task ExportAsync(HttpContext http, SeaReading reading, RegisterKind register, string? format)
    {
        var (known, type, ending) = format?.ToLowerInvariant() switch
        {
            null or "" or "geojson" => (ExchangeFormat.GeoJson, "application/geo+json", "geojson"),
            "csv" => (ExchangeFormat.Csv, "text/csv; charset=utf-8", "csv"),
            _ => ((ExchangeFormat?)null, "", ""),
        };
        if (known is null)
        {
            await RefusalAnswers.WriteAsync(http, WebReasons.Malformed.RefuseField("format", ("problem", "format")));
            return;
        }

        if (!(await reading.ExportAsync(register, known.Value, http.RequestAborted)).TryGet(out var file, out var refusal))
        {
            await RefusalAnswers.WriteAsync(http, refusal);
            return;
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{register.ToString().ToLowerInvariant()}s.{ending}");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.ContentType = type;
        await http.Response.Body.WriteAsync(file, http.RequestAborted);
    }

    private static async Task PreviewAsync(HttpContext http, [FromServices] ImportCommands import, [FromServices] ImportShelf shelf, ICurrent current, string? register, string? datum)
    {
        if (TooLarge(http, ExchangeLimits.FileBytes) is { } refusal)
        {
            await RefusalAnswers.WriteAsync(http, refusal);
            return;
        }

        if (!Enum.TryParse<RegisterKind>(register, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
        {
            await RefusalAnswers.WriteAsync(http, WebReasons.Malformed.RefuseField("register", ("problem", "register")));
            return;
        }

        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        var file = bytes.ToArray();
        var plan = await import.PreviewAsync(current.Who!, kind, datum ?? "", file.AsMemory(), http.RequestAborted);
        await ContentAnswer.WriteAsync(http, plan.Then<PreviewAnswer>(made => shelf.Put(file).Then<PreviewAnswer>(_ => PreviewAnswer.Of(made))));
    }

    /// <summary>Takes the file of the form and leads to its preview, whose address holds all that it needs.</summary>
    private static async Task ShelveAsync(HttpContext http, Qingshan.Directory.Access.IAccess access, [FromServices] ImportShelf shelf, ICurrent current)
    {
        var refusal = TooLarge(http, ExchangeLimits.FileBytes + FormOverhead) ?? access.Permit(current.Who!, "import.apply").Refusal ?? await FormGuard.CheckAsync(http);
        if (refusal is not null)
        {
            await RefusalAnswers.WriteAsync(http, refusal);
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.Files.GetFile("file") is not { Length: > 0 and <= ExchangeLimits.FileBytes } sent)
        {
            var empty = form.Files.GetFile("file") is not { Length: > 0 };
            await RefusalAnswers.WriteAsync(http, empty ? ExchangeReasons.EmptyFile.Refuse() : ExchangeReasons.FileTooLarge.Refuse(("limit", ExchangeLimits.FileBytes >> 20)));
            return;
        }

        using var bytes = new MemoryStream();
        await sent.CopyToAsync(bytes, http.RequestAborted);
        if (!shelf.Put(bytes.ToArray()).TryGet(out var sha256, out var unfit))
        {
            await RefusalAnswers.WriteAsync(http, unfit);
            return;
        }

        var query = $"register={Part(form["register"])}&datum={Part(form["datum"])}&file={sha256}&name={Part(Path.GetFileName(sent.FileName))}";
        (http.Response.StatusCode, http.Response.Headers.Location) = (StatusCodes.Status303SeeOther, $"/registers/import?{query}");
    }

    private static string Part(string? text) => Uri.EscapeDataString(text ?? "");

    // Before a byte of it is read.
    private static Refusal? TooLarge(HttpContext http, long limit) =>
        http.Request.ContentLength > limit ? ExchangeReasons.FileTooLarge.Refuse(("limit", ExchangeLimits.FileBytes >> 20)) : null;
}
