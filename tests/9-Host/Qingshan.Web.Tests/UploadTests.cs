using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Qingshan.Web.Tests.StandIns;

namespace Qingshan.Web.Tests;

[Collection("site")]
public sealed class UploadTests(TestSite site)
{
    [Fact]
    public async Task AFileComesInPartsAndIsKept()
    {
        using var browser = await site.SignedInAsync();
        byte[] photo = [0xFF, 0xD8, 0xFF, .. Enumerable.Range(0, 5000).Select(i => (byte)(i % 251))];
        var id = (await Json.ReadAsync(await PostAsync(browser, "/api/uploads", new { name = "桶.jpg", size = photo.Length, type = "image/jpeg" }))).GetProperty("id").GetString()!;
        Assert.Equal(2000, (await Json.ReadAsync(await PutAsync(browser, id, 0, photo[..2000]))).GetProperty("offset").GetInt64());
        Assert.Equal(HttpStatusCode.Conflict, (await PutAsync(browser, id, 0, photo[..2000])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(browser, id, 2000, photo[2000..])).StatusCode);
        var digest = Convert.ToHexStringLower(SHA256.HashData(photo));
        var stored = await Json.ReadAsync(await PostAsync(browser, $"/api/uploads/{id}/complete", new { sha256 = digest }));
        Assert.Equal(digest, stored.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task ALargePhotoIsRefusedBeforeAByteTravels()
    {
        using var browser = await site.SignedInAsync();
        var answer = await PostAsync(browser, "/api/uploads", new { name = "big.jpg", size = 200L << 20, type = "image/jpeg" });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("evidence.too-large", (await Json.ReadAsync(answer)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task AnUploadBelongsToItsPerson()
    {
        using var mine = await site.SignedInAsync();
        using var theirs = await site.SignedInAsync("p-fan");
        var id = (await Json.ReadAsync(await PostAsync(mine, "/api/uploads", new { name = "a.png", size = 10, type = "image/png" }))).GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(theirs, id, 0, new byte[10])).StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, object body) => browser.PostAsync(new Uri(path, UriKind.Relative), Json.Of(body));

    private static Task<HttpResponseMessage> PutAsync(HttpClient browser, string id, long offset, byte[] part)
    {
        var content = new ByteArrayContent(part);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return browser.PutAsync(new Uri($"/api/uploads/{id}?offset={offset}", UriKind.Relative), content);
    }
}
