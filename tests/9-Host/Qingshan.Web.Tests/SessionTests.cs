using System.Net;
using AngleSharp.Html.Parser;
using Qingshan.Web.Tests.StandIns;

namespace Qingshan.Web.Tests;

[Collection("site")]
public sealed class SessionTests(TestSite site)
{
    [Fact]
    public async Task SignIn_SetsAStrictCookie()
    {
        using var browser = site.Browser();
        var answer = await PostAsync(browser, "/api/session", new { user = "p-shi", password = "right" });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("qs-session=", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p-shi", "wrong")]
    [InlineData("nobody", "right")]
    public async Task SignIn_RefusesAlike(string user, string password)
    {
        using var browser = site.Browser();
        var answer = await PostAsync(browser, "/api/session", new { user, password });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("account.wrong", (await Json.ReadAsync(answer)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Pages_LeadToTheSignInAndBack()
    {
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        Assert.Equal("/sign-in?next=%2Fme", (await browser.GetAsync(new Uri("/me", UriKind.Relative))).Headers.Location!.ToString());
        var form = new HtmlParser().ParseDocument(await browser.GetStringAsync(new Uri("/sign-in?next=%2Fme", UriKind.Relative))).QuerySelector("form[action='/session/sign-in']")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);

        var refused = await browser.PostAsync(new Uri("/session/sign-in", UriKind.Relative), Form(fields, ("user", "p-shi"), ("password", "wrong")));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var again = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());
        Assert.Equal("p-shi", again.QuerySelector("input[name=user]")!.GetAttribute("value"));
        Assert.Equal("account.wrong", again.QuerySelector(".refusal")!.GetAttribute("data-code"));

        var done = await browser.PostAsync(new Uri("/session/sign-in", UriKind.Relative), Form(fields, ("user", "p-shi"), ("password", "right")));
        Assert.Equal((HttpStatusCode.SeeOther, "/me"), (done.StatusCode, done.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/me", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        using var browser = await site.SignedInAsync();
        var answer = await browser.DeleteAsync(new Uri("/api/session", UriKind.Relative));
        Assert.Equal("\"cache\"", answer.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(browser, "/api/note/write", new { text = "x" })).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", "web.cross-origin")]
    [InlineData("Sec-Fetch-Site", "cross-site", "web.cross-origin")]
    [InlineData("Sec-Fetch-Site", "same-site", "web.cross-origin")]
    public async Task Writes_FromElsewhereAreRefused(string header, string value, string code)
    {
        using var browser = await site.SignedInAsync();
        browser.DefaultRequestHeaders.Add(header, value);
        var answer = await PostAsync(browser, "/api/note/write", new { text = "x" });
        Assert.Equal((HttpStatusCode.Forbidden, code), (answer.StatusCode, (await Json.ReadAsync(answer)).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Writes_MustBeJson()
    {
        using var browser = await site.SignedInAsync();
        using var body = new StringContent("{\"text\":\"x\"}");
        var answer = await browser.PostAsync(new Uri("/api/note/write", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Forms_WithoutTheirTokenAreRefused()
    {
        using var browser = await site.SignedInAsync();
        var answer = await browser.PostAsync(new Uri("/session/language", UriKind.Relative), Form([], ("language", "en"), ("_next", "/me")));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/a\r\nSet-Cookie: x=1")]
    [InlineData("")]
    public void NextPage_StaysOnTheSite(string next) => Assert.Equal("/", Commands.FormCalls.NextPage(next, "1"));

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, object body) => browser.PostAsync(new Uri(path, UriKind.Relative), Json.Of(body));

    private static FormUrlEncodedContent Form(Dictionary<string, string> hidden, params (string Name, string Value)[] typed) =>
        new(hidden.Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value))));
}
