using Microsoft.AspNetCore.Http.HttpResults;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Record;
using Qingshan.Record.Attachments;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Web.Commands;
using Qingshan.Web.Reading;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Components.Pages.Transfers;

/// <summary>What the pages of transfers are served with: live parts, the letter, files, and the same readings as JSON.</summary>
internal static class TransferEndpoints
{
    private const string Verb = "transfer.read";

    public static void MapTransferPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/transfers/list", (string? show) => new RazorComponentResult<TransferList>(new { Show = TransferList.Known(show) })).Verb(Verb).ExcludeFromDescription();
        routes.MapGet("/transfers/{id}/board", (HttpContext http, string id) => PartAsync<TransferBoard>(http, id)).Verb(Verb).ExcludeFromDescription();
        routes.MapGet("/transfers/{id}/actions", (HttpContext http, string id) => PartAsync<TransferActions>(http, id)).Verb(Verb).ExcludeFromDescription();
        routes.MapGet("/transfers/{id}/mark", MarkAsync).Verb(Verb).ExcludeFromDescription();
        routes.MapGet("/transfers/{id}/letter", LetterAsync).Verb(Verb).ExcludeFromDescription();
        routes.MapGet("/transfers/{id}/files/{sha256}", FileAsync).Verb(Verb).ExcludeFromDescription();
        routes.MapGet("/api/transfer", (Delegate)ListJsonAsync).Reads<IReadOnlyList<TransferLine>>(Verb, "transfer", "移送列表 · The transfers this post may see");
        routes.MapGet("/api/transfer/{id}", ReadJsonAsync).Reads<TransferAnswer>(Verb, "transfer", "移送 · A transfer, as far as this post may see it");
    }

    private static async Task PartAsync<TPart>(HttpContext http, string id)
        where TPart : Microsoft.AspNetCore.Components.IComponent
    {
        if ((await ReadAsync(http, id, AccessLevel.Summary)).TryGet(out var dossier, out var refusal))
            await new RazorComponentResult<TPart>(new { Of = dossier }).ExecuteAsync(http);
        else
            await RefusalAnswers.WriteAsync(http, refusal);
    }

    private static async Task MarkAsync(HttpContext http, string id)
    {
        if ((await ReadAsync(http, id, AccessLevel.Summary)).TryGet(out var dossier, out var refusal))
            await new RazorComponentResult<TransferStepMark>(new { dossier.Transfer.Step }).ExecuteAsync(http);
        else
            await RefusalAnswers.WriteAsync(http, refusal);
    }

    private static async Task LetterAsync(HttpContext http, string id)
    {
        var refused = AccessReasons.NotFound.Refuse();
        if (!(await ReadAsync(http, id, AccessLevel.Full)).TryGet(out var dossier, out var refusal) || dossier.Transfer.Letter is not { } letter)
            await RefusalAnswers.WriteAsync(http, refusal ?? refused);
        else if (await LetterRefusalAsync(http, dossier) is { } closed)
            await RefusalAnswers.WriteAsync(http, closed);
        else
            await SendAsync(http, letter.Sha256, letter.MediaType, $"{letter.Number}.docx");
    }

    // The list of material went with the transfer; the bytes are evidence, which has rows of its own in the access table.
    private static async Task FileAsync(HttpContext http, string id, string sha256)
    {
        if (!(await ReadAsync(http, id, AccessLevel.Full)).TryGet(out var dossier, out var refusal))
        {
            await RefusalAnswers.WriteAsync(http, refusal);
            return;
        }

        var named = dossier.Transfer.Documents.FirstOrDefault(document => document.Sha256.Length > 0 && document.Sha256 == sha256);
        if (named is null)
            await RefusalAnswers.WriteAsync(http, AccessReasons.NotFound.Refuse());
        else if (await (sha256 == dossier.Transfer.Letter?.Sha256 ? LetterRefusalAsync(http, dossier) : RefusalAsync(http, await CaseAsync(http, dossier), "evidence")) is { } closed)
            await RefusalAnswers.WriteAsync(http, closed);
        else
            await SendAsync(http, sha256, named.MediaType, named.Title);
    }

    // The letter prints the names of suspects, which are sealed in the case: whoever may not read them there does not read them here.
    private static async Task<Refusal?> LetterRefusalAsync(HttpContext http, TransferDossier dossier)
    {
        var file = await CaseAsync(http, dossier);
        return file.Parties.Any(party => party is { Role: PartyRole.Suspect, Name: not null }) ? await RefusalAsync(http, file, "personal-data") : null;
    }

    private static async Task<Case> CaseAsync(HttpContext http, TransferDossier dossier) =>
        (await http.RequestServices.GetRequiredService<IRecord>().ReadAsync(dossier.Transfer.Report!.Case, cancel: http.RequestAborted)).Fold<Case>();

    // Asks the access table for one kind of content of the case, and writes the reading down.
    private static async Task<Refusal?> RefusalAsync(HttpContext http, Case file, string kind)
    {
        var (services, who) = (http.RequestServices, Who(http));
        var subject = file.Subject with { Stream = new StreamId(kind, file.Stream.Key) };
        var answer = services.GetRequiredService<IAccess>().Ask(who, subject);
        var refused = answer.Level < AccessLevel.Full;
        await services.GetRequiredService<IAccessJournal>().WriteAsync(new AccessRead(who, subject.Stream.ToString(), "read", answer.Level, refused), http.RequestAborted);
        return !refused ? null : who.Purpose.Length == 0 ? AccessReasons.PurposeNeeded.Refuse() : AccessReasons.NotFound.Refuse();
    }

    private static Task SendAsync(HttpContext http, string sha256, string mediaType, string name)
    {
        var files = http.RequestServices.GetRequiredService<IAttachmentStore>();
        if (files.Find(sha256) is null)
            return RefusalAnswers.WriteAsync(http, AccessReasons.NotFound.Refuse());
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(files.Open(sha256), mediaType, name).ExecuteAsync(http);
    }

    private static Task ListJsonAsync(HttpContext http)
    {
        var lines = http.RequestServices.GetRequiredService<TransferReader>().List(Who(http)).Select(TransferLine.Of).ToList();
        return JsonReading.WriteListAsync<TransferLine>(http, lines);
    }

    private static async Task ReadJsonAsync(HttpContext http, string id) =>
        await JsonReading.WriteAsync(http, await ReadAsync(http, id, AccessLevel.Exists), dossier => dossier.Transfer.Version, TransferAnswer.Of);

    private static Task<Outcome<TransferDossier>> ReadAsync(HttpContext http, string id, AccessLevel needed) =>
        http.RequestServices.GetRequiredService<TransferReader>().ReadAsync(Who(http), id, needed: needed, cancel: http.RequestAborted);

    // The session middleware lets nobody through to a verb without a sign-in.
    private static Acting Who(HttpContext http) => http.RequestServices.GetRequiredService<ICurrent>().Who!;
}
