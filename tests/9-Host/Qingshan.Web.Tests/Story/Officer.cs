using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Qingshan.Directory.Access;
using Qingshan.Web.Tests.StandIns;

namespace Qingshan.Web.Tests.Story;

/// <summary>A person in a post, signed in, who works through the API alone.</summary>
internal sealed class Officer(HttpClient http, Acting who)
{
    public Acting Who => who;

    /// <summary>Sends a command; a version makes it conditional, a key repeatable.</summary>
    public Task<Answer> DoAsync(string path, object body, long? ifMatch = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Json.Of(body) };
        if (ifMatch is { } version)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version.ToString(CultureInfo.InvariantCulture)}\"");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return SendAsync(request);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends; a large body only once the server says that it may come, so that a refusal is heard.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        request.Headers.ExpectContinue = request.Content?.Headers.ContentLength > 1 << 20;
        return await Answer.ReadAsync(await http.SendAsync(request));
    }

    /// <summary>Uploads a file in two parts and gives its digest.</summary>
    public async Task<string> UploadAsync(string name, string type, byte[] bytes)
    {
        var id = (await DoAsync("/api/uploads", new { name, size = bytes.Length, type })).Ok().Body.GetProperty("id").GetString()!;
        var half = bytes.Length / 2;
        (await PartAsync(id, 0, bytes[..half])).Ok();
        (await PartAsync(id, half, bytes[half..])).Ok();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var kept = (await DoAsync($"/api/uploads/{id}/complete", new { sha256 })).Ok();
        Assert.Equal(sha256, kept.Body.GetProperty("sha256").GetString());
        return sha256;
    }

    public Task<Answer> PartAsync(string upload, long offset, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return SendAsync(new HttpRequestMessage(HttpMethod.Put, $"/api/uploads/{upload}?offset={offset.ToString(CultureInfo.InvariantCulture)}") { Content = content });
    }
}
