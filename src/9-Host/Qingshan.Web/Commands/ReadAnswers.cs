using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Qingshan.Web.Commands;

/// <summary>Answers a reading of the interface: JSON with an ETag, or 304 when the caller holds the same. The tag is per person, so nothing is shared between posts.</summary>
internal static class ReadAnswers
{
    /// <summary>One stream: the tag is its version, which a later command may name by If-Match.</summary>
    public static Task WriteAsync<T>(HttpContext http, T answer, long version) => WriteAsync(http, answer, version.ToString(CultureInfo.InvariantCulture));

    /// <summary>A list: the tag covers what stands in it.</summary>
    public static Task WriteListAsync<T>(HttpContext http, T answer, IEnumerable<string> parts) =>
        WriteAsync(http, answer, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 12)));

    private static Task WriteAsync<T>(HttpContext http, T answer, string tag)
    {
        http.Response.Headers.ETag = $"\"{tag}\"";
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = "Cookie";
        if (http.Request.Headers.IfNoneMatch.ToString().Trim() == $"\"{tag}\"")
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return http.Response.WriteAsJsonAsync(answer, http.RequestAborted);
    }
}
