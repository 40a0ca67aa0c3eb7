using Microsoft.Playwright;
using Qingshan.Browser.Tests.Browsing;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Browser.Tests;

/// <summary>Passkeys in a real browser, with its virtual authenticator: added on the page, and signed in by, without a password.</summary>
public sealed class PasskeyTests(Chromium chromium, StorySite site) : IClassFixture<Chromium>, IClassFixture<StorySite>
{
    private const string User = "fish-zs-inspector-1";

    [Fact]
    public async Task APasskey_IsAddedOnThePage_AndSignsIn()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = $"http://localhost:{site.Address.Port}", Locale = "zh-CN" });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var cdp = await context.NewCDPSessionAsync(page);
        await cdp.SendAsync("WebAuthn.enable");
        await cdp.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        await page.GotoAsync("/sign-in?next=/me/security");
        await page.FillAsync("input[name=user]", User);
        await page.FillAsync("input[name=password]", site.PasswordOf(User));
        await page.ClickAsync("form[action='/session/sign-in'] button[type=submit]");
        await page.WaitForURLAsync("**/me/security");
        var form = page.Locator("[data-passkey-form]");
        await form.Locator("[name=name]").FillAsync("办公室电脑");
        await form.Locator("[name=password]").FillAsync(site.PasswordOf(User));
        await form.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".passkeys li")).ToContainTextAsync("办公室电脑", new() { Timeout = 60_000 });

        await context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in?next=/me");
        await page.ClickAsync("[data-passkey]");
        await page.WaitForURLAsync("**/me");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("余泊洋", new() { Timeout = 60_000 });
    }
}
