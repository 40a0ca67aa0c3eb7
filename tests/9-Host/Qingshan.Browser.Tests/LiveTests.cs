using Microsoft.Playwright;
using Qingshan.Browser.Tests.Browsing;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Browser.Tests;

/// <summary>A browser keeps six connections to a host: live pages must not use them up.</summary>
public sealed class LiveTests(Chromium chromium, StorySite site) : IClassFixture<Chromium>, IClassFixture<StorySite>
{
    private const int Tabs = 12;

    [Fact]
    public async Task TwelveTabs_OnSignals_AllSeeANewOneByThemselves()
    {
        await using var desk = await Desk.OpenAsync(chromium, site, Look.Desk, Posts.Duty);
        List<IPage> tabs = [desk.Page];
        while (tabs.Count < Tabs)
            tabs.Add(await desk.NewPageAsync());
        foreach (var tab in tabs)
            await tab.GotoAsync("/signals");
        await Task.WhenAll(tabs.Select(tab => tab.EvaluateAsync("() => { window.qsSamePage = true; }")));
        var signal = await site.ExceedAsync("2.60", "3.10", "2.80");
        await Task.WhenAll(tabs.Select(tab => tab.Locator($"a[href='/signals/{signal}']").First.WaitForAsync(new() { State = WaitForSelectorState.Attached })));
        Assert.All(await Task.WhenAll(tabs.Select(tab => tab.EvaluateAsync<bool>("() => window.qsSamePage === true"))), Assert.True);
        // With every tab listening, a thirteenth page still opens.
        var other = await desk.NewPageAsync();
        Assert.Equal(200, (await other.GotoAsync("/law"))!.Status);
    }
}
