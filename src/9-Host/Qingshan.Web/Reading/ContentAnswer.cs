using System.Security.Cryptography;
using System.Text.Json;
using Qingshan.Directory.Commands;
using Qingshan.Record.Reasons;
using Qingshan.Web.Commands;

namespace Qingshan.Web.Reading;

/// <summary>Answers with what is no single stream and so has no version: its ETag follows from its content.</summary>
internal static class ContentAnswer
{
    public static Task WriteAsync<T>(HttpContext http, Outcome<T> outcome)
    {
        if (!outcome.TryGet(out var value, out var refusal))
            return RefusalAnswers.WriteAsync(http, refusal);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, CommandJson.Options);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";
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
