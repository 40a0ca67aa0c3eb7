using System.Globalization;
using Microsoft.Playwright;
using Qingshan.Directory.Accounts;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Browser.Tests.Browsing;

/// <summary>A browser of its own before one person: its window, its clock (the site's), and what it complains about. Closing it fails if it complained.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private const float Patience = 60_000;
    private readonly IBrowserContext context;
    private readonly StorySite site;

    private Desk(IBrowserContext context, StorySite site, Look look)
    {
        (this.context, this.site, Look) = (context, site, look);
        Watch = new Watch(context, site.Address);
    }

    public Look Look { get; }

    public Watch Watch { get; }

    public IPage Page { get; private set; } = null!;

    public IBrowserContext Context => context;

    /// <summary>Questions asked before what cannot be undone; each was answered with yes.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Acts and looks so far, as a person counts them: clicks, entries, pages.</summary>
    public int Steps { get; private set; }

    /// <summary>Opens a browser; with a post, one that is already signed in.</summary>
    public static async Task<Desk> OpenAsync(Chromium chromium, StorySite site, Look look, string? post = null)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            // Not the site's zone: a time that a script writes in the browser's own would be wrong, and seen.
            BaseURL = site.Address.ToString(),
            Locale = look.Locale,
            ColorScheme = look.Theme,
            ViewportSize = look.Viewport,
            TimezoneId = "America/New_York",
            HasTouch = look.Phone,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        context.SetDefaultNavigationTimeout(Patience);
        await context.AddInitScriptAsync(Watch.Script);
        var desk = new Desk(context, site, look);
        await desk.SetClockAsync();
        if (post is not null)
            await desk.ActAsAsync(post);
        desk.Page = await desk.NewPageAsync();
        return desk;
    }

    public async Task<IPage> NewPageAsync()
    {
        var page = await context.NewPageAsync();
        page.Dialog += async (_, dialog) =>
        {
            Asked.Add(dialog.Message);
            await dialog.AcceptAsync();
        };
        return page;
    }

    /// <summary>Gives the browser the session of a post, where the sign-in is not what is tested.</summary>
    public Task ActAsAsync(string post)
    {
        var token = site.Service<IAccounts>().SignInDemo(site.Acting(post).Person, post).Require().Token;
        return context.AddCookiesAsync([new() { Name = "qs-session", Value = token, Url = site.Address.ToString(), HttpOnly = true, SameSite = SameSiteAttribute.Strict }]);
    }

    /// <summary>Moves the clock of site and browser.</summary>
    public async Task MoveToAsync(string siteTime)
    {
        site.Clock.MoveTo(siteTime);
        await SetClockAsync();
    }

    public async Task GoAsync(string path)
    {
        Steps++;
        await Page.GotoAsync(path);
    }

    public async Task ClickAsync(ILocator what)
    {
        Steps++;
        await what.ClickAsync();
    }

    /// <summary>Chooses a place in the rail.</summary>
    public Task PlaceAsync(string path) => ClickAsync(Page.Locator($"nav.rail a[href='{path}']"));

    /// <summary>Takes another post in the demo bar, as a visitor does.</summary>
    public async Task SwitchAsync(string post)
    {
        Steps++;
        var acting = site.Acting(post);
        await Page.Locator("select[name=person-post]").SelectOptionAsync($"{acting.Person} {post}");
        await Page.Locator($"html:has(select[name=person-post] option[selected][value='{acting.Person} {post}'])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>The form of a command on the page.</summary>
    public FormPen Form(string verb) => new(this, verb);

    public void Count() => Steps++;

    /// <summary>The text of the page as a person sees it.</summary>
    public Task<string> TextAsync() => Page.Locator("main").InnerTextAsync();

    public Task SeesAsync(string text) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text, new() { Timeout = Patience });

    /// <summary>Takes a picture of the whole page; says so when it sticks out to the side.</summary>
    public async Task<string?> PictureAsync(string name)
    {
        await SettleAsync();
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Artifacts.Screenshots, $"{name}-{Look}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
        var width = await Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, window.innerWidth]");
        return width[0] <= width[1] ? null : string.Create(CultureInfo.InvariantCulture, $"{name} ({Look}) is {width[0]} px wide in a window of {width[1]} px");
    }

    /// <summary>Takes a picture of a page that must fit.</summary>
    public async Task ShowAsync(string name) => Assert.Null(await PictureAsync(name));

    /// <summary>Waits until what the page loads by itself is there.</summary>
    public async Task SettleAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        await Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        // A map is there when its first picture is drawn.
        var maps = Page.Locator("[data-island=map], [data-island=picture]");
        for (var map = 0; map < await maps.CountAsync(); map++)
            await Assertions.Expect(maps.Nth(map)).ToHaveAttributeAsync("data-drawn", "", new() { Timeout = Patience });
    }

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        Watch.AssertClean();
    }

    private Task SetClockAsync() => context.Clock.SetFixedTimeAsync(site.Clock.Now.ToDateTimeUtc());
}
