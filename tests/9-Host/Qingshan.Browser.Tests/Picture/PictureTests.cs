using System.Globalization;
using Microsoft.Playwright;
using NodaTime;
using Qingshan.Browser.Tests.Browsing;
using Qingshan.Web.Tests.Picture;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Browser.Tests.Picture;

/// <summary>The live picture before a person, with 250 invented vessels.</summary>
public sealed class PictureTests(Chromium chromium, VesselSite vessels) : IClassFixture<Chromium>, IClassFixture<VesselSite>
{
    private const int Tabs = 12;

    // Close to the vessel with number 3, a cargo ship that says that it fishes.
    private const string Near = "/picture?c=121.0450,29.0000&z=11";

    private const string Where = """
        async mmsi => {
          const island = document.querySelector("[data-island=picture]");
          const map = (await import(document.querySelector("script[type=module]").src.replace("app.js", "islands/map.js"))).mapOf(island);
          const vessel = (await (await fetch(`/api/picture/vessels/list?q=${mmsi}`)).json()).vessels[0];
          const [point, box] = [map.project([vessel.longitude, vessel.latitude]), map.getCanvas().getBoundingClientRect()];
          return [box.left + point.x, box.top + point.y];
        }
        """;

    [Fact]
    public async Task MapAndFeed_AreInStep_BothWays()
    {
        await using var desk = await OpenAsync(Look.Desk, Near);
        var row = desk.Page.Locator("#vessel-412900003");
        await row.WaitForAsync();
        var at = await desk.Page.EvaluateAsync<float[]>(Where, "412900003");

        await desk.Page.Mouse.MoveAsync(at[0], at[1]);
        await Assertions.Expect(row).ToHaveClassAsync("is-lit");
        await desk.Page.Mouse.MoveAsync(at[0] - 200, at[1] - 120);
        await Assertions.Expect(row).Not.ToHaveClassAsync("is-lit");
        await row.HoverAsync();
        await Assertions.Expect(row).ToHaveClassAsync("is-lit");

        await desk.Page.Mouse.ClickAsync(at[0], at[1]);
        var card = desk.Page.Locator("#picture-card");
        await Assertions.Expect(card).ToContainTextAsync("SHIFAN 00003");
        await Assertions.Expect(card).ToContainTextAsync("4.1 节");
        await desk.Page.WaitForURLAsync("**sel=vessel-412900003**");
        await desk.ShowAsync("picture-card");
        await row.Locator("a").ClickAsync();
        await desk.Page.WaitForURLAsync("**/picture/vessels/412900003");
        await desk.SeesAsync("最近两小时航迹");
    }

    [Fact]
    public async Task Address_RestoresWhatWasLookedAt()
    {
        await using var desk = await OpenAsync(Look.Desk, "/picture?kind=fishing&hide=zones,state-still&sel=vessel-412900008&c=121.1000,29.0000&z=10.00");
        await Assertions.Expect(desk.Page.Locator("select[name=kind]")).ToHaveValueAsync("fishing");
        await Assertions.Expect(desk.Page.Locator("[data-layer=zones]")).Not.ToBeCheckedAsync();
        await Assertions.Expect(desk.Page.Locator("#picture-card")).ToContainTextAsync("SHIFAN 00008");
        await Assertions.Expect(desk.Page.Locator("[data-count=kind-fishing]")).ToHaveTextAsync("95");
        // Fishing vessels are the numbers 0, 1, 2 of eight, and none of them lies still.
        await Assertions.Expect(Island(desk.Page)).ToHaveAttributeAsync("data-shown", "95");
        await desk.Page.Locator("select[name=kind]").SelectOptionAsync("cargo");
        // Cargo ships are 3 and 4 of eight; the one at anchor is hidden.
        await Assertions.Expect(Island(desk.Page)).ToHaveAttributeAsync("data-shown", "31");
        await desk.Page.WaitForURLAsync("**/picture?kind=cargo&hide=zones,state-still&sel=vessel-412900008&c=121.1000,29.0000&z=10.00");
        await Assertions.Expect(desk.Page.Locator("[data-picture-list]")).ToHaveAttributeAsync("href", "/picture/list?kind=cargo&hide=zones,state-still");
    }

    [Fact]
    public async Task Search_LeavesTheVesselThatItNames()
    {
        await using var desk = await OpenAsync(Look.Desk, "/picture");
        await desk.Page.Locator("[data-vessel-filters]").EvaluateAsync("form => form.closest('details').open = true");
        await desk.Page.Locator("[data-vessel-filters] [name=q]").FillAsync("shifan 00042");
        await Assertions.Expect(Island(desk.Page)).ToHaveAttributeAsync("data-shown", "1");
        await desk.Page.Locator("[data-filters-clear]").ClickAsync();
        await Assertions.Expect(Island(desk.Page)).ToHaveAttributeAsync("data-shown", "250");
    }

    [Fact]
    public async Task BackInTime_TheFeedStandsStill_UntilLiveAgain()
    {
        await using var desk = await OpenAsync(Look.Desk, "/picture");
        var slider = desk.Page.Locator("[data-time-slider]");
        var shown = vessels.Site.Clock.Now - Duration.FromMinutes(2);
        await slider.FocusAsync();
        await desk.Page.Keyboard.PressAsync("ArrowLeft");
        await desk.Page.Keyboard.PressAsync("ArrowLeft");
        var minute = SiteTimes.Text(shown)[..16];
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", $"{minute}:00 北京时间（UTC+8）");
        await Assertions.Expect(desk.Page.Locator("[data-picture-past]")).ToContainTextAsync($"正在查看 {minute}:00（北京时间）的态势，实时动态已暂停。");
        await Assertions.Expect(desk.Page.Locator("[data-picture-state]")).ToHaveTextAsync("历史态势，实时动态已暂停");
        await desk.Page.WaitForURLAsync("**/picture?at=" + SiteTimes.Iso(shown)[..16] + ":00Z**");

        var signal = await vessels.Site.ExceedAsync("2.60", "3.10", "2.80");
        await desk.Page.WaitForTimeoutAsync(2000);
        await Assertions.Expect(desk.Page.Locator($"#feed-{signal}")).ToHaveCountAsync(0);
        await desk.Page.Locator("[data-picture-past] [data-time-live]").ClickAsync();
        await desk.Page.Locator($"#feed-{signal}").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(desk.Page.Locator("[data-picture-past]")).ToBeHiddenAsync();
        await Assertions.Expect(desk.Page.Locator("[data-picture-state]")).ToHaveTextAsync("实时");
    }

    [Fact]
    public async Task Past_BeforeAnythingWasStored_SaysSo()
    {
        var at = SiteTimes.Iso(vessels.Fleet.Start - Duration.FromHours(5));
        await using var desk = await OpenAsync(Look.Desk, $"/picture?at={at}", known: 0);
        await Assertions.Expect(desk.Page.Locator("[data-picture-state]")).ToHaveTextAsync("此刻没有已存的船位");
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Phone_MapIsFull_FeedIsASheet_SliderIsForAThumb(string language)
    {
        await using var desk = await OpenAsync(new Look(language, ColorScheme.Dark, Phone: true), "/picture?c=121.5,29.2&z=9");
        var (map, slider, side) = (await BoxAsync(desk, "#picture-map canvas"), await BoxAsync(desk, "[data-time-slider]"), await BoxAsync(desk, "[data-picture-side]"));
        Assert.True(map.Width >= 388 && map.Height > 500, $"map {map.Width}×{map.Height}");
        Assert.True(slider.Width >= 300 && slider.Height >= 44, $"slider {slider.Width}×{slider.Height}");
        Assert.True(side.Height <= 60, $"sheet {side.Height}");
        var rail = await BoxAsync(desk, "nav.rail");
        Assert.True(slider.Y + slider.Height <= rail.Y && side.Y + side.Height <= rail.Y + 1, $"slider to {slider.Y + slider.Height}, sheet to {side.Y + side.Height}, rail from {rail.Y}");
        await desk.ShowAsync("picture-vessels");
        await desk.Page.Locator("[data-picture-grip]").ClickAsync();
        await Assertions.Expect(desk.Page.Locator("[data-picture-grip]")).ToHaveAttributeAsync("aria-expanded", "true");
        Assert.True((await BoxAsync(desk, "[data-picture-side]")).Height > 300);
        await desk.ShowAsync("picture-sheet");
    }

    [Fact]
    public async Task WithoutWebGl_ThePageSaysSo_AndLeadsToTheList()
    {
        await using var desk = await Desk.OpenAsync(chromium, vessels.Site, Look.Desk, Posts.Duty);
        await desk.Context.AddInitScriptAsync("const old = HTMLCanvasElement.prototype.getContext; HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind.startsWith('webgl') ? null : old.call(this, kind, ...rest); };");
        await desk.Page.GotoAsync("/picture?kind=fishing");
        var link = desk.Page.Locator(".map-failed a");
        await Assertions.Expect(link).ToHaveAttributeAsync("href", "/picture/list?kind=fishing");
        await link.ClickAsync();
        await Assertions.Expect(desk.Page.Locator("tbody tr")).ToHaveCountAsync(95);
    }

    [Fact]
    public async Task LostLine_IsSaid_AndMended()
    {
        await using var desk = await Desk.OpenAsync(chromium, vessels.Site, Look.Desk, Posts.Duty);
        // Without a shared worker the page asks by itself, so that the test can cut its line.
        await desk.Context.AddInitScriptAsync("delete window.SharedWorker; const ask = window.fetch; window.fetch = (to, how) => window.qsCut && String(to).startsWith('/api/picture/vessels') ? Promise.reject(new TypeError('cut')) : ask(to, how);");
        await desk.Page.GotoAsync("/picture");
        await Island(desk.Page, 250).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await desk.Page.EvaluateAsync("() => { window.qsCut = true; }");
        await Assertions.Expect(desk.Page.Locator("[data-picture-state]")).ToContainTextAsync("连接中断");
        await desk.Page.EvaluateAsync("() => { window.qsCut = false; }");
        await Assertions.Expect(desk.Page.Locator("[data-picture-state]")).ToHaveTextAsync("实时");
    }

    [Fact]
    public async Task TwelveTabs_AreAllInStep_AndAnotherPageOpens()
    {
        await using var desk = await Desk.OpenAsync(chromium, vessels.Site, Look.Desk, Posts.Duty);
        List<IPage> tabs = [desk.Page];
        while (tabs.Count < Tabs)
            tabs.Add(await desk.NewPageAsync());
        foreach (var tab in tabs)
            await tab.GotoAsync("/picture?c=121.5,29.2&z=9");
        await Task.WhenAll(tabs.Select(tab => KnowsAsync(tab, 250)));
        vessels.Fleet.Count = 240;
        try
        {
            vessels.Site.Clock.Advance(Duration.FromMinutes(31));
            // The last ten were not heard for half an hour.
            await Task.WhenAll(tabs.Select(tab => KnowsAsync(tab, 240)));
            var other = await desk.NewPageAsync();
            Assert.Equal(200, (await other.GotoAsync("/law"))!.Status);
        }
        finally
        {
            vessels.Fleet.Count = 250;
        }
    }

    private static ILocator Island(IPage page) => page.Locator("[data-island=picture]");

    private static ILocator Island(IPage page, int known) => page.Locator($"[data-island=picture][data-drawn][data-vessels='{known.ToString(CultureInfo.InvariantCulture)}']");

    // Twelve maps drawn by software share the machine: it takes its time until each is drawn, but all of them hear at once.
    private static Task KnowsAsync(IPage page, int known) => Assertions.Expect(Island(page)).ToHaveAttributeAsync(
        "data-vessels", known.ToString(CultureInfo.InvariantCulture), new() { Timeout = 120_000 });

    private async Task<Desk> OpenAsync(Look look, string path, int known = 250)
    {
        var desk = await Desk.OpenAsync(chromium, vessels.Site, look, Posts.Duty);
        await desk.Page.GotoAsync(path);
        await Island(desk.Page, known).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return desk;
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(Desk desk, string selector) => (await desk.Page.Locator(selector).First.BoundingBoxAsync())!;
}
