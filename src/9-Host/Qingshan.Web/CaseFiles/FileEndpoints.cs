using Microsoft.Net.Http.Headers;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Record.Attachments;
using Qingshan.Record.Entries;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.Web.Commands;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.CaseFiles;

/// <summary>
/// <c>GET /api/files/{sha256}?case=|task=|sample=ID</c>: the original bytes of a file, for whoever may read the named stream in full, when
/// the file belongs to that stream. Every opening is written to the access log.
/// </summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/files/{sha256}", (HttpContext http, string sha256, string? @case, string? task, string? sample) => (@case, task, sample) switch
        {
            ({ } id, null, null) => ServeAsync<Case>(http, sha256, new(Case.Kind, id), NamesOf),
            (null, { } id, null) => ServeAsync<FieldTask>(http, sha256, new(FieldTask.Kind, id), NamesOf),
            (null, null, { } id) => ServeAsync<Sample>(http, sha256, new(Sample.Kind, id), NamesOf),
            _ => RefusalAnswers.WriteAsync(http, AccessReasons.NotFound.Refuse()),
        }).Verb("case.read").WithTags("evidence").WithSummary("打开原始文件 · The original bytes of a file")
            .WithDescription("Names exactly one stream that the file belongs to: case, task or sample; what a transfer holds is at /transfers/{id}/files/{sha256}.")
            .Produces(StatusCodes.Status200OK).Produces<RefusalProblem>(StatusCodes.Status404NotFound, "application/problem+json");

    /// <summary>The files of a case by digest, each with a name to save it under.</summary>
    internal static IEnumerable<(string Sha256, string Name)> NamesOf(Case state) => state.Evidence.Where(item => item.Sha256.Length > 0).Select(item => (item.Sha256, item.Title));

    internal static IEnumerable<(string Sha256, string Name)> NamesOf(FieldTask task) => task.Photos.Select(photo => (photo.Sha256, photo.FileName));

    internal static IEnumerable<(string Sha256, string Name)> NamesOf(Sample sample) => sample.Results.Where(result => result.Sha256.Length > 0).Select(result => (result.Sha256, result.Report));

    private static async Task ServeAsync<TState>(HttpContext http, string sha256, StreamId stream, Func<TState, IEnumerable<(string Sha256, string Name)>> files)
        where TState : IFold<TState>, IHasSubject
    {
        var services = http.RequestServices;
        var who = services.GetRequiredService<ICurrent>().Who!;
        var seen = await services.GetRequiredService<ReadDesk>().ReadAsync<TState>(who, stream, needed: AccessLevel.Full, cancel: http.RequestAborted);
        if (!seen.TryGet(out var read, out var refusal))
        {
            await RefusalAnswers.WriteAsync(http, refusal);
            return;
        }

        var store = services.GetRequiredService<IAttachmentStore>();
        var named = files(read.State).FirstOrDefault(file => file.Sha256 == sha256);
        if (named.Sha256 is null || store.Find(sha256) is not { } stored)
        {
            await RefusalAnswers.WriteAsync(http, AccessReasons.NotFound.Refuse());
            return;
        }

        await services.GetRequiredService<IAccessJournal>().WriteAsync(new AccessRead(who, stream.ToString(), $"file {sha256[..12]}", read.Access.Level, Refused: false), http.RequestAborted);
        Describe(http.Response, stored, FileNames.Of(named.Name, stored.MediaType));
        await Results.Stream(store.Open(sha256), stored.MediaType, enableRangeProcessing: true).ExecuteAsync(http);
    }

    // A picture is shown; anything else is saved, so that no document runs in the site's name.
    private static void Describe(HttpResponse response, StoredFile stored, string name)
    {
        var shown = stored.MediaType is "image/jpeg" or "image/png" or "image/webp";
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["X-Content-SHA256"] = stored.Sha256;
    }
}

/// <summary>Names under which browsers save files.</summary>
internal static class FileNames
{
    private static readonly Dictionary<string, string> Endings = new(StringComparer.Ordinal)
    {
        ["image/jpeg"] = ".jpg",
        ["image/png"] = ".png",
        ["image/webp"] = ".webp",
        ["image/heic"] = ".heic",
        ["application/pdf"] = ".pdf",
        ["video/mp4"] = ".mp4",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ".xlsx",
    };

    /// <summary>The title without what a file system or header does not take, and the ending that the content calls for.</summary>
    public static string Of(string title, string mediaType)
    {
        var kept = string.Concat(title.Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim(' ', '.');
        var ending = Endings.GetValueOrDefault(mediaType, "");
        var name = kept.Length == 0 ? "file" : kept.Length > 120 ? kept[..120] : kept;
        return ending.Length == 0 || name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name : name + ending;
    }
}
