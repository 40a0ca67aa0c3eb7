using Qingshan.Browser.Tests.Browsing;

namespace Qingshan.Browser.Tests.FirstCase;

/// <summary>The laboratory receives the sample and records what it found.</summary>
internal sealed class Laboratory(Desk desk)
{
    public async Task DoAsync()
    {
        await desk.GoAsync("/samples");
        await desk.ClickAsync(desk.Page.Locator("main tbody a").Filter(new() { HasText = "SF-2026-001" }).First);
        var receipt = desk.Form("sample.receive");
        await receipt.FillAsync("sealIntact", "true");
        await receipt.FillAsync("condition", "完好");
        await receipt.SendAsync();
        var result = desk.Form("sample.record-result");
        await result.FillAsync("factor", "w20117");
        await result.FillAsync("concentration", "2.90");
        await result.FillAsync("report", "SFJC-2026-001");
        await result.FillAsync("method", "GB 7467-87");
        await result.FillAsync("testedAt", "23092026 1740");
        await result.SendAsync();
        await desk.SeesAsync("2.90 mg/L");
        await desk.ShowAsync("09-sample-result");
    }
}
