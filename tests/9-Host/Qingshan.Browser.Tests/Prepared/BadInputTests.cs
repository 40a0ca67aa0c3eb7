using Microsoft.Playwright;
using Qingshan.Browser.Tests.Browsing;
using Qingshan.Directory.Accounts;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Browser.Tests.Prepared;

/// <summary>What goes wrong at a desk: each time there is a catalogued answer, and nothing that was typed is lost.</summary>
public sealed class BadInputTests(Chromium chromium, PreparedSite prepared) : IClassFixture<Chromium>, IClassFixture<PreparedSite>
{
    private const string Script = "<script>window.qsHacked=1</script><img src=x onerror=window.qsHacked=1>";

    [Fact]
    public async Task ScriptInAName_IsShownAsText()
    {
        await using var desk = await Desk.OpenAsync(chromium, prepared.Site, Look.Desk, Posts.Inspector);
        await desk.GoAsync($"/tasks/{prepared.OnSite.Task}");
        var form = desk.Form("task.seize-items");
        await form.FillAsync("listNumber", "清1");
        await form.FillAsync("seizedAt", "30092026 1200");
        await form.FillAsync("items[0].name", Script);
        await form.FillAsync("items[0].amount", "1", "桶");
        await form.SendAsync();
        await desk.SeesAsync(Script);
        Assert.False(await desk.Page.EvaluateAsync<bool>("() => 'qsHacked' in window"));
    }

    [Fact]
    public async Task StaleForm_SaysSoAndKeepsWhatWasTyped()
    {
        await using var desk = await Desk.OpenAsync(chromium, prepared.Site, Look.Desk, Posts.Head);
        await desk.GoAsync($"/cases/{prepared.Below.Case}?tab=decide");
        var form = desk.Form("case.decide-fine");
        await form.FillAsync("number", "舟环罚〔2026〕9号");
        await form.FillAsync("amount", "100000");
        (await prepared.Below.DoAsync(Posts.Inspector, $"/api/case/{prepared.Below.Case}/add-fact", new { name = "illegal_gains_yuan", item = "", value = "1", basis = "账册" })).Ok();
        Assert.Contains("内容已被他人更新", await form.RefusedAsync(409, "record.stale"), StringComparison.Ordinal);
        await Assertions.Expect(form.Form.Locator("[name=number]")).ToHaveValueAsync("舟环罚〔2026〕9号");
        await Assertions.Expect(form.Form.Locator("input[name=amount]").First).ToHaveValueAsync("100000");
        // The newest state brings the draft along, and then it goes through.
        await desk.Page.ReloadAsync();
        await Assertions.Expect(form.Form.Locator("[name=number]")).ToHaveValueAsync("舟环罚〔2026〕9号");
        await form.SendAsync();
        await desk.SeesAsync("舟环罚〔2026〕9号");
    }

    [Theory]
    [InlineData("zh", "没有找到，或您所在岗位无权知悉。")]
    [InlineData("en", "Not found, or not visible to your post.")]
    public async Task WrongPost_SeesThatThereIsNothingForIt(string language, string text)
    {
        await using var desk = await Desk.OpenAsync(chromium, prepared.Site, Look.Desk with { Language = language }, Posts.DistrictInspector);
        foreach (var path in new[] { $"/cases/{prepared.Ended.Case}", $"/transfers/{prepared.Ended.Transfer}", "/cases/none" })
        {
            desk.Watch.Expect(404, path);
            Assert.Equal(404, (await desk.Page.GotoAsync(path))!.Status);
            await desk.SeesAsync(text);
            await desk.SeesAsync("access.not-found");
        }
    }

    [Fact]
    public async Task ReceiptThatAnotherSignedFirst_IsSaidThoughTheFormIsGone()
    {
        var path = $"/transfers/{prepared.Late.Transfer}";
        await using var desk = await Desk.OpenAsync(chromium, prepared.Site, Look.Desk, Posts.Police);
        await desk.GoAsync(path);
        var form = desk.Form("transfer.sign-receipt");
        await form.FillAsync("number", "舟公回〔2026〕8号");
        desk.Watch.Expect(422, "/do/transfer.sign-receipt");
        // The colleague signs while this request is on its way, and the live page takes the form away before the answer comes.
        await desk.Page.RouteAsync("**/do/transfer.sign-receipt/**", async route =>
        {
            (await prepared.Late.DoAsync(Posts.SecondPolice, $"/api/transfer/{prepared.Late.Transfer}/sign-receipt", new { number = "舟公回〔2026〕9号" })).Ok();
            await form.Form.WaitForAsync(new() { State = WaitForSelectorState.Detached });
            await route.ContinueAsync();
        });
        await form.Form.Locator("button[type=submit]").First.ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".toast-line")).ToContainTextAsync("该移送现为“已签收，待受案”，不能执行此操作", new() { Timeout = 60_000 });
        await desk.SeesAsync("待受案");
    }

    [Fact]
    public async Task PhotoOf200Megabytes_IsRefusedBeforeItTravels()
    {
        var file = Path.Combine(prepared.Site.Data, "large.jpg");
        await using (var sparse = File.Create(file))
            sparse.SetLength(200L << 20);
        await using var desk = await Desk.OpenAsync(chromium, prepared.Site, Look.Desk, Posts.Inspector);
        var parts = 0;
        desk.Context.Request += (_, request) => parts += request.Method == "PUT" ? 1 : 0;
        desk.Watch.Expect(413, "/api/uploads");
        await desk.GoAsync($"/tasks/{prepared.OnSite.Task}");
        var form = desk.Form("task.attach-photo");
        await form.UnfoldAsync();
        await form.Form.Locator("input[type=file]").SetInputFilesAsync(file);
        await Assertions.Expect(form.Form.Locator(".file-state.is-failed")).ToHaveTextAsync(
            "文件“large.jpg”为 200 MB，超过该类型 64 MB 的上限。请分段拍摄或使用原始较小的文件。", new() { Timeout = 60_000 });
        Assert.Equal(0, parts);
    }

    [Fact]
    public async Task SessionEndedWhileTyping_TheDraftWaitsForTheSignIn()
    {
        const string findings = "排口有蓝色废水，检查未完";
        var path = $"/tasks/{prepared.OnSite.Task}";
        await using var desk = await Desk.OpenAsync(chromium, prepared.Site, Look.Desk, Posts.Inspector);
        await desk.GoAsync(path);
        var form = desk.Form("task.record-check");
        await form.FillAsync("findings", findings);
        await form.FillAsync("arrivedAt", "30092026 1130");
        await form.FillAsync("leftAt", "30092026 1200");
        prepared.Site.Service<IAccounts>().End((await desk.Context.CookiesAsync()).Single(cookie => cookie.Name == "qs-session").Value);
        desk.Watch.Expect(401, "/live/events");
        Assert.Contains("请先登录；已填写的内容会保留。", await form.RefusedAsync(401, "access.sign-in-needed"), StringComparison.Ordinal);
        await Assertions.Expect(form.Form.Locator("[name=findings]")).ToHaveValueAsync(findings);

        await desk.GoAsync(path);
        await desk.Page.Locator("#f-user").FillAsync(Posts.Inspector);
        await desk.Page.Locator("#f-password").FillAsync(Password(Posts.Inspector));
        await desk.Page.Locator(".sign-in-button.btn-primary").ClickAsync();
        await desk.Page.WaitForURLAsync("**" + path);
        await form.UnfoldAsync();
        await Assertions.Expect(form.Form.Locator("[data-draft-note]")).ToBeVisibleAsync();
        await Assertions.Expect(form.Form.Locator("[name=findings]")).ToHaveValueAsync(findings);
        await form.SendAsync();
        await desk.SeesAsync(findings);
    }

    [Fact]
    public async Task ChangeByAnother_WhileTyping_LosesNothing()
    {
        await using var desk = await Desk.OpenAsync(chromium, prepared.Site, Look.Desk, Posts.Police);
        await desk.GoAsync($"/transfers/{prepared.Accepted.Transfer}");
        var form = desk.Form("transfer.decide-filing");
        await form.FillAsync("number", "舟公（环）立字〔2026〕5号");
        var sha256 = await prepared.Accepted.Officer(Posts.Inspector).UploadAsync("勘验图.png", "image/png", [.. Proceeding.Png, 9]);
        (await prepared.Accepted.DoAsync(Posts.Inspector, $"/api/transfer/{prepared.Accepted.Transfer}/supplement", new { document = "site_sketch", title = "现场勘验图五", sha256 })).Ok();
        await desk.SeesAsync("现场勘验图五");
        await Assertions.Expect(form.Form.Locator("[name=number]")).ToHaveValueAsync("舟公（环）立字〔2026〕5号");
    }

    private string Password(string user) => File.ReadLines(Path.Combine(prepared.Site.Data, "demo-sign-ins")).Select(line => line.Split('\t')).Single(parts => parts[0] == user)[1];
}
