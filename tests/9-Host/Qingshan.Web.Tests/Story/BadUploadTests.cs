using System.Security.Cryptography;
using System.Text;

namespace Qingshan.Web.Tests.Story;

/// <summary>Files that are too large, not what they say, or not whole.</summary>
[Collection("story site")]
public sealed class BadUploadTests(StorySite site)
{
    private readonly Officer officer = site.As(Posts.Inspector);

    [Fact]
    public async Task Photo_Of200Megabytes_IsRefusedBeforeAByteTravels() =>
        (await officer.DoAsync("/api/uploads", new { name = "大图.jpg", size = 200L << 20, type = "image/jpeg" })).RefusedField(413, "evidence.too-large", "size");

    [Theory]
    [InlineData("a.exe", 10, "application/x-msdownload", 415, "evidence.type-not-accepted", "type")]
    [InlineData("a.png", 0, "image/png", 400, "evidence.size-invalid", "size")]
    [InlineData("a.png", -1, "image/png", 400, "evidence.size-invalid", "size")]
    [InlineData(" ", 10, "image/png", 400, "evidence.name-invalid", "name")]
    [InlineData("a\0.png", 10, "image/png", 400, "evidence.name-invalid", "name")]
    public async Task Declaration_ThatCannotBe_IsRefused(string name, long size, string type, int status, string code, string field) =>
        (await officer.DoAsync("/api/uploads", new { name, size, type })).RefusedField(status, code, field);

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"name\":5}")]
    [InlineData("{\"size\":1e99}")]
    public async Task Declaration_ThatIsNone_IsRefused(string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/uploads") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        (await officer.SendAsync(request)).Refused(400, "web.malformed");
    }

    [Fact]
    public async Task Content_OfAFalseType_IsRefused()
    {
        var id = await BeginAsync(Proceeding.Pdf.Length);
        (await officer.PartAsync(id, 0, Proceeding.Pdf)).Ok();
        (await CompleteAsync(id, Proceeding.Pdf)).Refused(415, "evidence.type-false");
        (await officer.GetAsync($"/api/uploads/{id}")).Refused(404, "evidence.upload-unknown");
    }

    [Fact]
    public async Task Content_ThatChangedOnTheWay_IsRefused()
    {
        var id = await BeginAsync(Proceeding.Png.Length);
        (await officer.PartAsync(id, 0, Proceeding.Png)).Ok();
        (await CompleteAsync(id, [.. Proceeding.Png, 1])).Refused(409, "evidence.digest-differs");
    }

    [Fact]
    public async Task Parts_OutOfPlace_SayWhereToGoOn()
    {
        var id = await BeginAsync(Proceeding.Png.Length);
        Assert.Equal("0", (await officer.PartAsync(id, 5, [1])).Refused(409, "evidence.offset-wrong").Body.GetProperty("details").GetProperty("expected").GetString());
        (await officer.PartAsync(id, 0, new byte[Proceeding.Png.Length + 1])).Refused(413, "evidence.part-too-large");
        (await CompleteAsync(id, Proceeding.Png)).Refused(409, "evidence.incomplete");
        (await site.As(Posts.SecondInspector).PartAsync(id, 0, Proceeding.Png)).Refused(404, "evidence.upload-unknown");
        (await officer.GetAsync("/api/uploads/..%2F..%2Frecord.db")).Refused(404, "evidence.upload-unknown");
        var unplaced = new HttpRequestMessage(HttpMethod.Put, $"/api/uploads/{id}") { Content = new ByteArrayContent([1]) };
        unplaced.Content.Headers.ContentType = new("application/octet-stream");
        (await officer.SendAsync(unplaced)).Refused(400, "web.malformed");
    }

    [Fact]
    public async Task Part_LargerThanAnyMayBe_IsRefused()
    {
        var id = await BeginAsync(6 << 20);
        (await officer.PartAsync(id, 0, new byte[5 << 20])).Refused(413, "web.body-too-large");
    }

    [Fact]
    public async Task Command_NamingAFileThatNobodyUploaded_IsRefused()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToTaskAsync();
        var photo = new { sha256 = new string('0', 64), fileName = "无.png", takenAt = SiteTimes.Iso(site.Clock.Now), place = "", proves = "直排" };
        (await proceeding.DoAsync(Posts.Inspector, $"/api/task/{proceeding.Task}/attach-photo", photo)).RefusedField(400, "task.unknown-file", "sha256");
    }

    private async Task<string> BeginAsync(long size) =>
        (await officer.DoAsync("/api/uploads", new { name = "a.png", size, type = "image/png" })).Ok().Body.GetProperty("id").GetString()!;

    private Task<Answer> CompleteAsync(string id, byte[] said) =>
        officer.DoAsync($"/api/uploads/{id}/complete", new { sha256 = Convert.ToHexStringLower(SHA256.HashData(said)) });
}
