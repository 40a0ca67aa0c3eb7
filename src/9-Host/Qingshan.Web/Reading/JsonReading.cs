using System.Globalization;
using System.Text.Json;
using Qingshan.Directory.Commands;
using Qingshan.Record.Reasons;
using Qingshan.Web.Commands;

namespace Qingshan.Web.Reading;

/// <summary>Answers a reading as JSON, and 304 where the caller has it already.</summary>
internal static class JsonReading
{
    /// <summary>The ETag is the version of the stream, which a command takes back as If-Match.</summary>
    public static Task WriteAsync<T>(HttpContext http, Outcome<T> outcome, Func<T, long> version, Func<T, object> body) =>
        outcome.TryGet(out var value, out var refusal)
            ? WriteAsync(http, version(value).ToString(CultureInfo.InvariantCulture), JsonSerializer.SerializeToUtf8Bytes(body(value), CommandJson.Options))
            : RefusalAnswers.WriteAsync(http, refusal);

    /// <summary>A list; its ETag follows from its content, which differs by post.</summary>
    public static Task WriteListAsync<T>(HttpContext http, Outcome<IReadOnlyList<T>> outcome) => ContentAnswer.WriteAsync(http, outcome);

    private static Task WriteAsync(HttpContext http, string tag, byte[] bytes)
    {
        http.Response.Headers.ETag = $"\"{tag}\"";
        if (http.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains($"\"{tag}\""))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    /// <summary>Says in the interface's description what a reading answers.</summary>
    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder endpoint, string verb, string tag, string summary) =>
        endpoint.Verb(verb).WithTags(tag).WithSummary(summary).Produces<T>().Produces(StatusCodes.Status304NotModified)
            .Produces<RefusalProblem>(StatusCodes.Status401Unauthorized, "application/problem+json")
            .Produces<RefusalProblem>(StatusCodes.Status403Forbidden, "application/problem+json")
            .Produces<RefusalProblem>(StatusCodes.Status404NotFound, "application/problem+json");
}
