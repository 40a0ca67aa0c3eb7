using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Playwright;
using Qingshan.Browser.Tests.Browsing;
using Qingshan.Web.Tests.Story;
using Xunit.Abstractions;

namespace Qingshan.Browser.Tests.FirstCase;

/// <summary>The story by clicking and typing alone: from frames on the wire to drums handed over, and how long a case takes until the police have accepted it.</summary>
public sealed class FirstCaseTests(Chromium chromium, StorySite site, ITestOutputHelper output) : IClassFixture<Chromium>, IClassFixture<StorySite>
{
    private static readonly TimeSpan Promised = TimeSpan.FromMinutes(10);
    private Desk desk = null!;
    private string signal = "";

    [Fact]
    public async Task FirstCase_FromFrameToHandOver_ByClickingAndTyping()
    {
        var watch = Stopwatch.StartNew();
        await using (desk = await Desk.OpenAsync(chromium, site, Look.Desk))
        {
            await TheSignalAppearsByItselfAsync();
            await TheDutyOfficerSendsATaskAsync();
            await TwoInspectorsWorkOnSiteAsync();
            await TheCaseIsALeadUntilTheLaboratorySpeaksAsync();
            await AFineCannotTakeThePlaceOfTheTransferAsync();
            await TheHeadApprovesAndTheFileGoesOutAsync();
            await ThePoliceAcceptAsync();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accepted by the police after {watch.Elapsed.TotalSeconds:F0} s and {desk.Steps} steps"));
            Assert.True(watch.Elapsed < Promised, $"a first case took {watch.Elapsed}");
            await TheFileIsSupplementedAsync();
            await ThePoliceFileAndTellTheAgencyAsync();
            await TheDrumsChangeHandsAsync();
            await TheProcuratorSeesItAllAsync();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"handed over after {watch.Elapsed.TotalSeconds:F0} s and {desk.Steps} steps"));
        }
    }

    private async Task TheSignalAppearsByItselfAsync()
    {
        await desk.GoAsync("/");
        await desk.ShowAsync("01-sign-in");
        await desk.SwitchAsync(Posts.Duty);
        await desk.ShowAsync("02-today-of-duty-officer");
        await desk.PlaceAsync("/signals");
        await Assertions.Expect(desk.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await desk.Page.EvaluateAsync("() => { window.qsSamePage = true; }");
        signal = await site.ExceedAsync([.. Enumerable.Range(0, 30).Select(minute => (2.61m + (0.01m * minute) + (minute == 20 ? 0.29m : 0m)).ToString(CultureInfo.InvariantCulture))]);
        await desk.MoveToAsync("2026-09-23 11:31");
        await SignalLink.WaitForAsync();
        Assert.True(await desk.Page.EvaluateAsync<bool>("() => window.qsSamePage"), "the list was loaded again");
        await desk.ShowAsync("03-signals-live");
    }

    private async Task TheDutyOfficerSendsATaskAsync()
    {
        await desk.ClickAsync(SignalLink);
        await desk.SeesAsync("限值 0.5 mg/L，超标 5.2 倍");
        await desk.SeesAsync("舟山示范电镀有限公司");
        await desk.SeesAsync("91330902000000019C001P");
        await desk.ShowAsync("04-signal");
        await (await desk.Form("signal.confirm").FillAsync("note", "数据标记正常，需现场核查")).SendAsync();
        var form = desk.Form("signal.send-task");
        await form.FillAsync("agency", "env-zs");
        await form.FillAsync("what", "到 DW001 现场检查并采样");
        await form.SendAsync();
        await desk.SeesAsync("到 DW001 现场检查并采样");
        await desk.ShowAsync("05-signal-task-sent");
    }

    private async Task TwoInspectorsWorkOnSiteAsync()
    {
        foreach (var post in new[] { Posts.Inspector, Posts.SecondInspector })
        {
            await desk.SwitchAsync(post);
            await OpenRowAsync("/tasks", "到 DW001 现场检查并采样");
            await desk.ShowAsync($"06-task-{post}");
            await desk.Form("task.accept").SendAsync();
        }

        await desk.SeesAsync("SF330900001");
        await desk.SeesAsync("SF330900002");
        await desk.MoveToAsync("2026-09-23 13:30");
        await new FieldWork(desk).DoAsync();
        await desk.ShowAsync("07-task-done");
    }

    private async Task TheCaseIsALeadUntilTheLaboratorySpeaksAsync()
    {
        await desk.SwitchAsync(Posts.Inspector);
        await desk.PlaceAsync("/signals");
        await desk.ClickAsync(SignalLink);
        var form = desk.Form("signal.open-case");
        await form.FillAsync("number", CaseNumber);
        await form.FillAsync("secondOfficer", "zhou-hengzhou");
        await form.SendAsync();
        await desk.ClickAsync(desk.Page.Locator("#follow-up a[href^='/cases/']"));
        await desk.Form("case.take-task").SendAsync();
        var add = desk.Form("case.add-evidence");
        var kept = await add.DropAsync(new FilePayload { Name = "询问笔录.pdf", MimeType = "application/pdf", Buffer = Proceeding.Pdf });
        Assert.Equal([Convert.ToHexStringLower(SHA256.HashData(Proceeding.Pdf))], kept);
        await add.FillAsync("document", "inquiry_record");
        await add.FillAsync("title", "调查询问笔录");
        await add.FillAsync("proves", "排放经过");
        await add.FillAsync("madeAt", "23092026 1300");
        await add.SendAsync();
        await desk.SeesAsync("尚不能确定");
        await desk.SeesAsync("线索，尚不是证据（行政处罚法 41）");
        await desk.ShowAsync("08-case-undetermined");

        await desk.MoveToAsync("2026-09-23 17:40");
        await desk.SwitchAsync(Posts.Laboratory);
        await new Laboratory(desk).DoAsync();
        await desk.SwitchAsync(Posts.Inspector);
        await OpenRowAsync("/cases", CaseNumber);
        await desk.Form("case.take-result").SendAsync();
        await desk.SeesAsync("PE-C03");
        await desk.SeesAsync("达到");
        await desk.SeesAsync("4.8 倍");
        await desk.ShowAsync("10-case-reached");
    }

    private async Task AFineCannotTakeThePlaceOfTheTransferAsync()
    {
        await desk.SwitchAsync(Posts.Head);
        await OpenRowAsync("/cases", CaseNumber);
        await desk.SeesAsync("不得以罚代刑：达到追诉标准的，不能只作罚款或结案（行政处罚法 27、82；国务院令310号 3、11）。");
        await TabAsync("decide");
        Assert.Equal(0, await desk.Form("case.decide-fine").Form.CountAsync());
        await desk.ShowAsync("11-case-no-fine");
    }

    private async Task TheHeadApprovesAndTheFileGoesOutAsync()
    {
        await desk.MoveToAsync("2026-09-23 18:10");
        await desk.SwitchAsync(Posts.Inspector);
        await OpenRowAsync("/cases", CaseNumber);
        await TabAsync("decide");
        await (await desk.Form("case.report-transfer").FillAsync("report", "经查，该公司超标排放含铬废水，建议移送公安机关。")).SendAsync();
        await NextMorningAsync("2026-09-24 08:30", Posts.Head);
        await OpenTransferAsync();
        await desk.ShowAsync("12-transfer-reported");
        await (await desk.Form("transfer.approve").FillAsync("note", "同意移送")).SendAsync();
        await desk.MoveToAsync("2026-09-24 09:05");
        await desk.SwitchAsync(Posts.Inspector);
        await OpenTransferAsync();
        var letter = await desk.Form("transfer.make-letter").FillAsync("number", "舟环移〔2026〕1号");
        await (await letter.FillAsync("phone", "0580-0000000（示范）")).SendAsync();
        await desk.ShowAsync("13-transfer-letter");
        await desk.Form("transfer.send").SendAsync();
        Assert.Contains("舟山市公安局（示范）", desk.Asked[^1], StringComparison.Ordinal);
    }

    private async Task ThePoliceAcceptAsync()
    {
        await desk.MoveToAsync("2026-09-24 10:00");
        await desk.SwitchAsync(Posts.Police);
        await OpenTransferAsync();
        await desk.ShowAsync("14-transfer-at-police");
        await (await desk.Form("transfer.sign-receipt").FillAsync("number", "舟公回〔2026〕1号")).SendAsync();
        await (await desk.Form("transfer.accept").FillAsync("number", "舟公受〔2026〕1号")).SendAsync();
        await desk.SeesAsync("舟公受〔2026〕1号");
        await desk.ShowAsync("15-transfer-accepted");
    }

    private async Task TheFileIsSupplementedAsync()
    {
        await desk.MoveToAsync("2026-09-24 15:00");
        var notice = desk.Form("transfer.find-incomplete");
        await notice.FillAsync("missing", "site_sketch");
        await notice.FillAsync("note", "缺现场勘验图");
        await notice.SendAsync();
        await desk.ShowAsync("16-transfer-incomplete");
        await NextMorningAsync("2026-09-25 11:00", Posts.Inspector);
        await OpenTransferAsync();
        var supplement = desk.Form("transfer.supplement");
        byte[] sketch = [.. Proceeding.Png, 3];
        Assert.Equal([Convert.ToHexStringLower(SHA256.HashData(sketch))], await supplement.DropAsync(new FilePayload { Name = "勘验图.png", MimeType = "image/png", Buffer = sketch }));
        await supplement.FillAsync("document", "site_sketch");
        await supplement.FillAsync("title", "现场勘验图");
        await supplement.SendAsync();
        await desk.SeesAsync("现场勘验图");
    }

    private async Task ThePoliceFileAndTellTheAgencyAsync()
    {
        await NextMorningAsync("2026-09-28 09:00", Posts.Police);
        await OpenTransferAsync();
        await (await desk.Form("transfer.decide-filing").FillAsync("number", "舟公（环）立字〔2026〕1号")).SendAsync();
        await desk.SeesAsync("舟公（环）立字〔2026〕1号");
        await desk.MoveToAsync("2026-09-28 16:00");
        await (await desk.Form("transfer.notify-agency").FillAsync("number", "舟公通〔2026〕1号")).SendAsync();
    }

    private async Task TheDrumsChangeHandsAsync()
    {
        await NextMorningAsync("2026-09-29 09:00", Posts.Inspector);
        await OpenTransferAsync();
        await desk.Form("transfer.confirm-notice-received").SendAsync();
        await NextMorningAsync("2026-09-30 10:00", Posts.Inspector);
        await OpenTransferAsync();
        await desk.SeesAsync("含铬废液桶");
        var hand = desk.Form("transfer.hand-over-items");
        await hand.FillAsync("place", "市局暂存库");
        await hand.FillAsync("condition", "封条完好");
        await hand.SendAsync();
        await desk.MoveToAsync("2026-09-30 11:00");
        await desk.SwitchAsync(Posts.Police);
        await OpenTransferAsync();
        await (await desk.Form("transfer.acknowledge-items").FillAsync("remarks", "数量相符")).SendAsync();
        await desk.SeesAsync("2 桶");
        await desk.ShowAsync("17-transfer-handed-over");
    }

    private async Task TheProcuratorSeesItAllAsync()
    {
        await desk.SwitchAsync(Posts.Procurator);
        await desk.GoAsync("/oversight");
        var row = desk.Page.Locator("#all tbody tr").Filter(new() { HasText = CaseNumber });
        foreach (var rule in new[] { "K01", "K02", "K03", "K04", "K05", "K06", "K08", "K09" })
            await Assertions.Expect(row).ToContainTextAsync(rule);
        await Assertions.Expect(desk.Page.Locator("#reached tbody tr")).ToHaveCountAsync(0);
        await desk.ShowAsync("18-oversight");
    }

    private const string CaseNumber = "舟环立〔2026〕1号";

    private ILocator SignalLink => desk.Page.Locator($"a[href='/signals/{signal}']").First;

    private async Task OpenRowAsync(string place, string text)
    {
        await desk.PlaceAsync(place);
        await desk.ClickAsync(desk.Page.Locator("main tbody a.row-link, main tbody a").Filter(new() { HasText = text }).First);
    }

    private async Task OpenTransferAsync()
    {
        await desk.PlaceAsync("/transfers");
        await desk.ClickAsync(desk.Page.Locator("main tbody a[href^='/transfers/'], main a.row-link[href^='/transfers/']").Filter(new() { HasText = CaseNumber }).First);
    }

    private Task TabAsync(string tab) => desk.ClickAsync(desk.Page.Locator($"nav.tabs a[href*='tab={tab}']"));

    // A session ends after a night without a request: the next page is the sign-in.
    private async Task NextMorningAsync(string siteTime, string post)
    {
        await desk.MoveToAsync(siteTime);
        await desk.GoAsync("/");
        await desk.SwitchAsync(post);
    }
}
