using System.Text.RegularExpressions;
using Qingshan.Directory.Accounts;

namespace Qingshan.Web.Tests.Story;

/// <summary>What is read where: sealed names in a letter, evidence that went along, links that lead somewhere, answers that are not kept too long.</summary>
[Collection("story site")]
public sealed partial class ReadingTests(StorySite site)
{
    [Fact]
    public async Task Retry_OfASendWhoseOwnSuccessForbidsIt_FirstAnswerAgain()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToReportAsync();
        await proceeding.ApproveAsync();
        await proceeding.MakeLetterAsync();
        var inspector = site.As(Posts.Inspector);
        var path = $"/api/transfer/{proceeding.Transfer}/send";
        var first = (await inspector.DoAsync(path, new { }, key: "send")).Ok();
        var again = (await inspector.DoAsync(path, new { }, key: "send")).Ok();
        Assert.Equal((first.Version, true), (again.Version, again.Body.GetProperty("repeated").GetBoolean()));
        Assert.Equal(403, (await inspector.DoAsync(path, new { }, key: "another")).Status);
    }

    [Fact]
    public async Task LetterThatNamesASuspect_NeedsAPurpose()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToResultAsync("2.90 mg/L");
        (await proceeding.DoAsync(Posts.Inspector, $"/api/case/{proceeding.Case}/name-party", new { role = "suspect", name = "示范某", idNumber = "" })).Ok();
        await proceeding.ReportAsync();
        await proceeding.ApproveAsync();
        await proceeding.MakeLetterAsync();
        await proceeding.SendAsync();
        var letter = $"/transfers/{proceeding.Transfer}/letter";
        var file = $"/transfers/{proceeding.Transfer}/files/{(await proceeding.TransferAsync()).Letter!.Sha256}";
        foreach (var path in new[] { letter, file })
        {
            (await site.As(Posts.Procurator).GetAsync(path)).Refused(403, "access.purpose-needed");
            Assert.Equal(200, (await WithPurpose(Posts.Procurator, "supervision").GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task FileOfATransfer_IsNotOpenedAroundTheEvidenceRow()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToSentAsync();
        var sha256 = (await proceeding.TransferAsync()).Letter!.Sha256;
        Assert.Equal(404, (await WithPurpose(Posts.Procurator, "supervision").GetAsync($"/api/files/{sha256}?transfer={proceeding.Transfer}")).Status);
    }

    [Fact]
    public async Task Reading_AfterThePurposeWasChosen_IsNotTheKeptOne()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToSentAsync();
        var path = $"/api/case/{proceeding.Case}";
        var without = (await site.As(Posts.Procurator).GetAsync(path)).Ok();
        var with = new HttpRequestMessage(HttpMethod.Get, path);
        with.Headers.TryAddWithoutValidation("If-None-Match", without.ETag);
        var answer = (await WithPurpose(Posts.Procurator, "supervision").SendAsync(with)).Ok();
        Assert.NotEqual(without.ETag, answer.ETag);
        Assert.Equal(without.ETag!.Split('-')[0], answer.ETag!.Split('-')[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?tab=decide")]
    [InlineData("?tab=clocks")]
    [InlineData("?tab=documents")]
    public async Task LinksOfACase_LeadSomewhere(string tab)
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToSentAsync();
        var head = site.As(Posts.Head);
        var page = await head.GetAsync($"/cases/{proceeding.Case}{tab}");
        var links = Links().Matches(page.Text).Select(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct().ToList();
        Assert.Contains(links, link => link.StartsWith("/law/", StringComparison.Ordinal));
        foreach (var link in links.Where(link => !link.EndsWith("/bundle", StringComparison.Ordinal)))
            Assert.Equal((link, true), (link, (await head.GetAsync(link)).Status is 200 or 302));
    }

    [Fact]
    public async Task PagesOfTheStatuteBook_Open_AndShowTheLinesOfTheProvinces()
    {
        var inspector = site.As(Posts.Inspector);
        foreach (var path in (string[])["/law?part=rows", "/law/rows/FI-C03", "/law/rows/FI20-C03", "/law/clocks/K10", "/law/clocks/K25", "/law/clocks/K23"])
            Assert.Equal((path, 200), (path, (await inspector.GetAsync(path)).Status));
        var page = System.Net.WebUtility.HtmlDecode((await inspector.GetAsync("/law/rows/MI-C01")).Text);
        foreach (var shown in (string[])["全国幅度 100000 元至 300000 元", "重庆市非法采矿、破坏性采矿数额标准（2018）", "100000–168956 元", "未查到，请向本省查询"])
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Contains("可以行使，非义务；期满不算逾期", System.Net.WebUtility.HtmlDecode((await inspector.GetAsync("/law/clocks/K23")).Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListThatIsCut_LeavesOffWhatIsFinishedFirst()
    {
        await Proceeding.RaiseAsync(site);
        var newer = await Proceeding.RaiseAsync(site);
        (await newer.DoAsync(Posts.Duty, $"/api/signal/{newer.Signal}/dismiss", new { verdict = "false", reason = "设备故障" })).Ok();
        var signals = site.Service<Qingshan.Signals.Signals.SignalQueries>();
        var open = signals.List(state: "Open").Count;
        Assert.All(signals.List(limit: open), row => Assert.Equal("Open", row.State));
        Assert.Equal("Dismissed", signals.List()[0].State);
    }

    [Fact]
    public async Task AnotherHostName_DoesNotReachTheDemo()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Headers = { Host = "rebound.example" } };
        using var browser = site.Browser();
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await browser.SendAsync(request)).StatusCode);
    }

    private Officer WithPurpose(string post, string purpose)
    {
        var acting = site.Acting(post, purpose);
        var accounts = site.Service<IAccounts>();
        var token = accounts.SignInDemo(acting.Person, post).Require().Token;
        accounts.ChoosePurpose(token, purpose).Require();
        return new Officer(site.Browser(token), acting);
    }

    [GeneratedRegex("""href="(/[^"#]*)["#]""")]
    private static partial Regex Links();
}
