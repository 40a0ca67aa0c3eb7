using System.Security.Cryptography;
using System.Text.Json;
using Qingshan.Directory.Commands;
using Qingshan.Record.Reasons;
using Qingshan.Web.Commands;

namespace Qingshan.Web.Reading;

/// <summary>Answers as JSON with an ETag that follows from the content, and 304 where the caller has it already.</summary>
internal static class ContentAnswer
{
    public static Task WriteAsync<T>(HttpContext http, Outcome<T> outcome) =>
        outcome.TryGet(out var value, out var refusal) ? WriteAsync(http, value, "") : RefusalAnswers.WriteAsync(http, refusal);

    /// <param name="prefix">What stands in the ETag before the digest.</param>
    public static Task WriteAsync(HttpContext http, object? value, string prefix)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, CommandJson.Options);
        var tag = $"\"{prefix}{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }
}
