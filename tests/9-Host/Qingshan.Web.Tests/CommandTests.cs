using System.Net;
using AngleSharp.Html.Parser;
using Qingshan.Web.Tests.StandIns;

namespace Qingshan.Web.Tests;

[Collection("site")]
public sealed class CommandTests(TestSite site)
{
    [Fact]
    public async Task Json_RunsTheCommandWithKeyAndVersion()
    {
        using var browser = await site.SignedInAsync();
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/api/note/n9/amend") { Content = Json.Of(new { text = "两桶", items = new[] { new { name = "桶", count = 2 } } }) };
        ask.Headers.Add("Idempotency-Key", "key-1");
        ask.Headers.Add("If-Match", "\"6\"");
        var answer = await browser.SendAsync(ask);
        Assert.Equal((HttpStatusCode.OK, "\"7\""), (answer.StatusCode, answer.Headers.ETag!.ToString()));
        var seen = site.Notes.Seen.Last(s => s.Context.Key == "key-1");
        Assert.Equal(("n9", 6L, "p-shi", "env-dh-inspector"), (seen.Id, seen.Context.ExpectedVersion, seen.Context.Who.Person, seen.Context.Who.Post.Id));
        Assert.Equal(new NoteItem("桶", 2), seen.Note.Items!.Single());
    }

    [Fact]
    public async Task Json_BeginsAStream()
    {
        using var browser = await site.SignedInAsync();
        var answer = await browser.PostAsync(new Uri("/api/note/write", UriKind.Relative), Json.Of(new { text = "x" }));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("n1", (await Json.ReadAsync(answer)).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "web.malformed")]
    [InlineData("null", HttpStatusCode.BadRequest, "web.malformed")]
    [InlineData("{\"text\":\"x\",\"nope\":1}", HttpStatusCode.BadRequest, "web.malformed")]
    [InlineData("{\"text\":\"x\",\"drums\":\"two\"}", HttpStatusCode.BadRequest, "web.malformed")]
    [InlineData("{\"text\":\"\"}", HttpStatusCode.UnprocessableEntity, "note.text-missing")]
    [InlineData("{\"text\":\"boom\"}", HttpStatusCode.InternalServerError, "web.failed")]
    public async Task Json_RefusesWithACatalogedReason(string body, HttpStatusCode status, string code)
    {
        using var browser = await site.SignedInAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await browser.PostAsync(new Uri("/api/note/write", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal((status, code), (answer.StatusCode, System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("code").GetString()));
        Assert.DoesNotContain("secret detail", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_StaleVersionIsAFailedPrecondition()
    {
        using var browser = await site.SignedInAsync();
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/api/note/n9/amend") { Content = Json.Of(new { text = "x" }), Headers = { { "If-Match", "\"1\"" } } };
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await browser.SendAsync(ask)).StatusCode);
    }

    [Fact]
    public async Task Json_TooLargeIsSaidSo()
    {
        using var browser = await site.SignedInAsync();
        // Asked before the bytes travel: a server that refuses closes the line, and what is still being sent may drown the answer.
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/api/note/write") { Content = Json.Of(new { text = new string('x', 5 << 20) }) };
        ask.Headers.ExpectContinue = true;
        var answer = await browser.SendAsync(ask);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Form_RunsTheSameCommandAndLeadsOn()
    {
        using var browser = await site.SignedInAsync();
        var answer = await PostAsync(browser, htmx: false, ("text", "两桶"), ("drums", "2"), ("sealed", "false"), ("sealed", "true"), ("_key", "form-1"), ("_next", "/notes/{id}"));
        Assert.Equal((HttpStatusCode.SeeOther, "/notes/n1"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        var seen = site.Notes.Seen.Last(s => s.Context.Key == "form-1");
        Assert.Equal(("两桶", 2, true), (seen.Note.Text, seen.Note.Drums, seen.Note.Sealed));
        var next = await browser.GetStringAsync(new Uri("/me", UriKind.Relative));
        Assert.Contains("已完成：记录笔录", next, StringComparison.Ordinal);
        Assert.DoesNotContain("已完成：记录笔录", await browser.GetStringAsync(new Uri("/me", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_RefusedByHtmx_SaysWhichField()
    {
        using var browser = await site.SignedInAsync();
        var answer = await PostAsync(browser, htmx: true, ("text", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var refusal = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector(".refusal")!;
        Assert.Equal(("text", "note.text-missing"), (refusal.GetAttribute("data-field"), refusal.GetAttribute("data-code")));
        Assert.Contains("示范办法第3条", refusal.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_RefusedAsPlainHtml_KeepsWhatWasTyped()
    {
        using var browser = await site.SignedInAsync();
        var answer = await PostAsync(browser, htmx: false, ("text", "<script>alert(1)</script>"), ("drums", "two"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, bool htmx, params (string Name, string Value)[] typed)
    {
        var page = new HtmlParser().ParseDocument(await browser.GetStringAsync(new Uri("/me", UriKind.Relative)));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/do/note.write")
        {
            Content = new FormUrlEncodedContent(typed.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
            Headers = { { "Accept", "text/html" } },
        };
        if (htmx)
            ask.Headers.Add("HX-Request", "true");
        return await browser.SendAsync(ask);
    }
}
