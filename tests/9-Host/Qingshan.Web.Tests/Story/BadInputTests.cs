using System.Text;
using Qingshan.Web.Tests.StandIns;

namespace Qingshan.Web.Tests.Story;

/// <summary>What the edge gets that it should not: each has a catalogued answer in two languages, and nothing is written.</summary>
[Collection("story site")]
public sealed class BadInputTests(StorySite site)
{
    private const string Unknown = "/api/case/0198c2a4b6d87e10a2c4e6f801234567/add-fact";
    private static readonly object Fact = new { name = "illegal_gains_yuan", item = "", value = "1", basis = "账册" };

    [Fact]
    public async Task Nobody_IsSignedIn_SignInIsAskedFor()
    {
        using var browser = site.Browser();
        (await Answer.ReadAsync(await browser.PostAsync(new Uri(Unknown, UriKind.Relative), Json.Of(Fact)))).Refused(401, "access.sign-in-needed");
        (await Answer.ReadAsync(await browser.PostAsync(new Uri("/api/session", UriKind.Relative), Json.Of(new { user = "psb-zs-head", password = "wrong" }))))
            .Refused(401, "account.wrong-credentials");
    }

    [Fact]
    public async Task UnknownAndInvisible_LookTheSame()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToSampleAsync();
        await proceeding.OpenCaseAsync("舟环立〔2026〕3号");
        var police = site.As(Posts.Police);
        var invisible = (await police.DoAsync($"/api/case/{proceeding.Case}/add-fact", Fact)).Refused(404, "access.not-found");
        Assert.Equal(invisible, await police.DoAsync(Unknown, Fact));
        Assert.Equal(invisible, await police.DoAsync("/api/case/..%2F..%2Fetc%2Fpasswd/add-fact", Fact));
        Assert.Equal(invisible, await police.DoAsync("/api/case/%3Cscript%3E/add-fact", Fact));
        Assert.Equal(invisible, await police.DoAsync($"/api/case/{new string('a', 300)}/add-fact", Fact));
        Assert.Equal(invisible, await police.DoAsync("/api/case/a/no-such-verb", Fact));
        Assert.Equal(invisible, await police.GetAsync($"/api/case/{proceeding.Case}/add-fact"));
    }

    [Fact]
    public async Task WrongRole_IsToldWhyAndWhoMay()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToReportAsync();
        var answer = (await site.As(Posts.SecondInspector).DoAsync($"/api/transfer/{proceeding.Transfer}/approve", new { })).Refused(403, "access.forbidden");
        Assert.Contains("行政机关负责人", answer.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("{", "")]
    [InlineData("{\"note\":\"a\"} trailing", "")]
    [InlineData("{}", "")]
    [InlineData("{\"note\":null}", "note")]
    [InlineData("{\"note\":5}", "note")]
    [InlineData("{\"note\":\"a\",\"owner\":\"me\"}", "owner")]
    [InlineData("{\"note\":\"a\\u0000b\"}", "note")]
    [InlineData("{\"note\":\"\\ud800\"}", "note")]
    public async Task Json_ThatIsNoCommand_SaysWhere(string body, string field)
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        var answer = await PostAsync(Posts.Duty, $"/api/signal/{proceeding.Signal}/confirm", body);
        Assert.Equal(field, answer.Refused(400, "web.malformed").Body.GetProperty("field").GetString() ?? "");
        Assert.Equal(1, (await proceeding.SignalAsync()).Version);
    }

    [Fact]
    public async Task Json_DeepOrLarge_IsRefused()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        var path = $"/api/signal/{proceeding.Signal}/confirm";
        (await PostAsync(Posts.Duty, path, $"{{\"note\":{new string('[', 5000)}{new string(']', 5000)}}}")).Refused(400, "web.malformed");
        (await PostAsync(Posts.Duty, path, $"{{\"note\":\"{new string('x', 10 << 20)}\"}}")).Refused(413, "web.body-too-large");
        (await PostAsync(Posts.Duty, path, $"{{\"note\":\"{new string('x', 2 << 20)}\"}}")).Refused(413, "record.too-large");
        Assert.Equal(1, (await proceeding.SignalAsync()).Version);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task ContentType_OtherThanJson_IsRefused(string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Unknown) { Content = new StringContent("{}", Encoding.UTF8, type) };
        (await site.As(Posts.Inspector).SendAsync(request)).Refused(415, "web.wrong-content-type");
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Post_FromAnotherSite_IsRefused(string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Unknown) { Content = Json.Of(Fact) };
        request.Headers.Add(header, value);
        (await site.As(Posts.Inspector).SendAsync(request)).Refused(403, "web.cross-origin");
    }

    [Fact]
    public async Task Script_InAName_IsKeptAsItIsAndNeverSentAsMarkup()
    {
        const string script = "<script>alert('x')</script>";
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToResultAsync("2.90 mg/L");
        (await proceeding.DoAsync(Posts.Inspector, $"/api/case/{proceeding.Case}/name-party", new { role = "suspect", organisation = script })).Ok();
        Assert.Equal(script, Assert.Single((await proceeding.CaseAsync()).Parties).Organisation);
        var answer = (await proceeding.DoAsync(Posts.Head, $"/api/case/{proceeding.Case}/name-team", new { officer = script })).Refused(400, "case.unknown-person");
        Assert.DoesNotContain("<script", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(script, answer.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_IsSealed_NotInTheDatabaseInClear()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToResultAsync("2.90 mg/L");
        (await proceeding.DoAsync(
            Posts.Inspector, $"/api/case/{proceeding.Case}/name-party", new { role = "suspect", name = "封示范", idNumber = "11010519491231002X" })).Ok();
        var party = Assert.Single((await proceeding.CaseAsync()).Parties);
        Assert.Equal("封示范", site.Service<Qingshan.Record.Sealing.ISealer>().Open(party.Name!));
        foreach (var file in System.IO.Directory.EnumerateFiles(site.Data, "record.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            Assert.Equal(-1, bytes.GetBuffer().AsSpan().IndexOf("11010519491231002X"u8));
            Assert.Equal(-1, bytes.GetBuffer().AsSpan().IndexOf(Encoding.UTF8.GetBytes("封示范")));
        }

        (await PostAsync(Posts.Inspector, $"/api/case/{proceeding.Case}/name-party", "{\"role\":\"suspect\",\"name\":\"a\\u0000\"}")).RefusedField(400, "web.malformed", "name");
    }

    private Task<Answer> PostAsync(string post, string path, string json) =>
        site.As(post).SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
}
