using System.Security.Cryptography;
using Microsoft.Playwright;
using Qingshan.Browser.Tests.Browsing;

namespace Qingshan.Browser.Tests.FirstCase;

/// <summary>What two inspectors record on the page of their task: check, sample, seized drums, photos, end.</summary>
internal sealed class FieldWork(Desk desk)
{
    public async Task DoAsync()
    {
        await CheckAsync();
        await TakeSampleAsync();
        await SeizeAsync();
        await PhotoAsync("DW001-1.png", 300, "23092026 1230");
        await PhotoAsync("DW001-2.png", 420, "23092026 1235");
        await desk.ShowAsync("06-task-photos");
        await (await desk.Form("task.finish").FillAsync("summary", "现场工作完成")).SendAsync();
    }

    private async Task CheckAsync()
    {
        var form = desk.Form("task.record-check");
        await form.FillAsync("arrivedAt", "23092026 1220");
        await form.FillAsync("leftAt", "23092026 1310");
        await form.FillAsync("findings", "车间含铬废水处理设施未运行，废水经排口直接外排");
        await form.FillAsync("firmPresent", "true");
        await form.SendAsync();
    }

    private async Task TakeSampleAsync()
    {
        var form = desk.Form("task.take-sample");
        await form.FillAsync("number", "SF-2026-001");
        await form.FillAsync("takenAt", "23092026 1240");
        await form.FillAsync("point", "DW001 车间排口");
        await form.FillAsync("volume", "500", "mL");
        await form.FillAsync("seal", "SF-0001");
        await form.FillAsync("factors", "w20117");
        await form.SendAsync();
        await desk.SeesAsync("SF-2026-001");
    }

    private async Task SeizeAsync()
    {
        var form = desk.Form("task.seize-items");
        await form.FillAsync("listNumber", "舟环物清〔2026〕1号");
        await form.FillAsync("decisionNumber", "舟环封〔2026〕1号");
        await form.FillAsync("seizedAt", "23092026 1255");
        await form.FillAsync("items[0].name", "含铬废液桶");
        await form.FillAsync("items[0].amount", "2", "桶");
        await form.FillAsync("items[0].features", "200 L 蓝色塑料桶，有封条");
        await form.FillAsync("items[0].storedAt", "市局暂存库");
        await form.SendAsync();
        await desk.SeesAsync("2 桶");
    }

    private async Task PhotoAsync(string name, int height, string takenAt)
    {
        // A real picture: what the browser shows, cut to a size of its own.
        var bytes = await desk.Page.ScreenshotAsync(new() { Clip = new() { X = 0, Y = 0, Width = 640, Height = height } });
        var form = desk.Form("task.attach-photo");
        var kept = await form.DropAsync(new FilePayload { Name = name, MimeType = "image/png", Buffer = bytes });
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Assert.Equal([sha256], kept);
        await form.FillAsync("proves", "处理设施未运行，废水外排");
        await form.FillAsync("takenAt", takenAt);
        await form.FillAsync("place", "DW001");
        await form.SendAsync();
        var stored = await desk.Page.Locator($"#photos img[src*='{sha256}']").First.EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth === 640)");
        Assert.True(stored, "the photo comes back as it was");
    }
}
