using Qingshan.Cases.Evidence;
using Qingshan.Record.Reasons;
using Qingshan.Web.Commands;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Uploads;

/// <summary>
/// Evidence files come in parts, so that a dropped line costs one part: <c>POST /api/uploads</c> declares name, size and type;
/// <c>PUT /api/uploads/{id}?offset=</c> adds bytes (at most 4 MiB); <c>GET</c> says how far it is; <c>POST …/complete</c> names the digest that the
/// browser computed. The original bytes are kept under their digest.
/// </summary>
internal static class UploadEndpoints
{
    private const string Duty = "Bytes wait for a command that names them, and that command asks the access table.";

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/uploads", (HttpContext http, UploadDeclared declared, EvidenceStore store, ICurrent current) =>
            AnswerAsync(http, store.Begin(declared, current.Who!.Person))).SignedIn(Duty).WithTags("evidence").WithSummary("开始上传 · Begin an upload").Produces<UploadProgress>();
        routes.MapGet("/api/uploads/{id}", (HttpContext http, string id, EvidenceStore store, ICurrent current) =>
            AnswerAsync(http, store.Progress(id, current.Who!.Person))).SignedIn(Duty).WithTags("evidence").WithSummary("上传进度 · How far an upload is").Produces<UploadProgress>();
        routes.MapPut("/api/uploads/{id}", async (HttpContext http, string id, long offset, EvidenceStore store, ICurrent current) =>
            await AnswerAsync(http, await store.AppendAsync(id, current.Who!.Person, offset, http.Request.Body, http.RequestAborted)))
            .SignedIn(Duty).WithTags("evidence").WithSummary("上传分片 · Add a part").Accepts<Stream>("application/octet-stream").Produces<UploadProgress>();
        routes.MapPost("/api/uploads/{id}/complete", async (HttpContext http, string id, UploadComplete complete, EvidenceStore store, ICurrent current) =>
            await AnswerAsync(http, await store.CompleteAsync(id, current.Who!.Person, complete.Sha256, http.RequestAborted)))
            .SignedIn(Duty).WithTags("evidence").WithSummary("完成上传 · Complete an upload").Produces<StoredEvidence>();
    }

    private static Task AnswerAsync<T>(HttpContext http, Outcome<T> outcome) =>
        outcome.TryGet(out var value, out var refusal) ? http.Response.WriteAsJsonAsync(value, http.RequestAborted) : RefusalAnswers.WriteAsync(http, refusal);
}

/// <summary>Body of the last call of an upload.</summary>
/// <param name="Sha256">Digest of the whole file as the browser computed it, 64 hex digits.</param>
public sealed record UploadComplete(string Sha256);
