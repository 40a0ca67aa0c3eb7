using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using Qingshan.Directory.Accounts;
using Qingshan.Record.Access;
using Qingshan.Web.Sessions;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Web.Tests.Accounts;

/// <summary>What a person does about the own sign-in, through the pages and over HTTP, on a site with its real parts. Each test comes from an address of its own.</summary>
public sealed partial class AccountPagesTests(StorySite site) : IClassFixture<StorySite>
{
    [Fact]
    public async Task TheAuthenticatorApp_IsSetUpOnThePage_AndThenNeededToSignIn()
    {
        const string user = "fish-zs-head";
        using var surfer = await SignedInAsync(user, "127.1.0.1");
        var page = await surfer.GetAsync("/me/security");
        var refused = await surfer.SubmitAsync(page, "/me/security/totp/begin", null, ("password", "wrong"));
        Assert.Equal((403, "account.wrong-password"), (refused.Status, refused.Refused));
        Assert.Equal((303, "/me/security#totp"), Went(await surfer.SubmitAsync(refused, "/me/security/totp/begin", null, ("password", site.PasswordOf(user)))));

        page = await surfer.GetAsync("/me/security");
        var secret = page.Document.QuerySelector("code.secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        Assert.Matches("^[A-Z2-7]{32}$", secret);
        var qr = page.Document.QuerySelector("svg.qr")!;
        Assert.Matches("^(M[0-9]+ [0-9]+h1v1h-1z){400,}$", qr.QuerySelector("path")!.GetAttribute("d")!);
        Assert.Null(qr.QuerySelector("[style]"));
        Assert.Equal(400, (await surfer.SubmitAsync(page, "/me/security/totp/confirm", null, ("code", "000000"))).Status);
        var confirmed = await surfer.SubmitAsync(page, "/me/security/totp/confirm", null, ("code", CodeOf(secret)));
        var codes = confirmed.Document.QuerySelectorAll(".code-list code").Select(code => code.TextContent).ToList();
        Assert.Equal((200, 10), (confirmed.Status, codes.Count));
        Assert.Empty((await surfer.GetAsync("/me/security")).Document.QuerySelectorAll(".code-list code"));

        using var other = new Surfer(site.Address, "127.1.0.2");
        (await other.SignInAsync(user, site.PasswordOf(user))).Refused(401, "totp_required");
        (await other.SignInAsync(user, site.PasswordOf(user), "123456")).Refused(401, "account.wrong-code");
        Assert.Equal(204, (await other.SignInAsync(user, site.PasswordOf(user), codes[0])).Status);
        site.Clock.Advance(Duration.FromSeconds(60));
        var form = await other.GetAsync("/sign-in");
        Assert.Equal((303, "/"), Went(await other.SubmitAsync(form, "/session/sign-in", null, ("user", user), ("password", site.PasswordOf(user)), ("totp", CodeOf(secret)))));
        Assert.Equal((303, "/me/security"), Went(await surfer.SubmitAsync(await surfer.GetAsync("/me/security"), "/me/security/totp/remove", null, ("password", site.PasswordOf(user)))));
        Assert.Equal(204, (await other.SignInAsync(user, site.PasswordOf(user))).Status);
    }

    [Fact]
    public async Task APasskey_IsAdded_SignsIn_AndIsRemoved()
    {
        const string user = "fish-zs-inspector-1";
        using var authenticator = new SoftAuthenticator();
        using var surfer = await SignedInAsync(user, "127.1.0.3");
        (await surfer.JsonAsync("/api/passkeys/options", new { password = "wrong" })).Refused(403, "account.wrong-password");
        await AddPasskeyAsync(surfer, user, authenticator);
        var page = await surfer.GetAsync("/me/security");
        Assert.Contains("办公室电脑", page.Text, StringComparison.Ordinal);

        using var other = new Surfer(site.Address, "127.1.0.4");
        var options = (await other.JsonAsync("/api/session/passkey/options", new { })).Ok().Body;
        Assert.Equal(("localhost", "required"), (options.GetProperty("rpId").GetString(), options.GetProperty("userVerification").GetString()));
        Assert.Equal(204, (await other.JsonAsync("/api/session/passkey", authenticator.Sign(options, other.Origin))).Status);
        Assert.Equal(200, (await other.GetAsync("/me")).Status);
        Assert.Equal(2u, site.Service<ISecondFactors>().FindPasskey(authenticator.Id)!.SignCount);

        Assert.Equal((303, "/me/security#passkeys"), Went(await surfer.SubmitAsync(page, "/me/security/passkeys/remove", ("id", authenticator.Id), ("password", site.PasswordOf(user)))));
        options = (await other.JsonAsync("/api/session/passkey/options", new { })).Ok().Body;
        (await other.JsonAsync("/api/session/passkey", authenticator.Sign(options, other.Origin))).Refused(401, "account.passkey-wrong");
    }

    [Fact]
    public async Task APasskey_OfAnotherSite_OfNobodyInParticular_OrUsedAgain_IsRefused()
    {
        const string user = "env-dh-inspector-1";
        using var authenticator = new SoftAuthenticator();
        using var surfer = await SignedInAsync(user, "127.1.0.5");
        await AddPasskeyAsync(surfer, user, authenticator);
        async Task<Answer> TryAsync(Func<JsonElement, object> sign) =>
            await surfer.JsonAsync("/api/session/passkey", sign((await surfer.JsonAsync("/api/session/passkey/options", new { })).Ok().Body));

        (await TryAsync(options => authenticator.Sign(options, "http://evil.example"))).Refused(401, "account.passkey-wrong");
        authenticator.Verifies = false;
        (await TryAsync(options => authenticator.Sign(options, surfer.Origin))).Refused(401, "account.passkey-wrong");
        authenticator.Verifies = true;
        using var stranger = new SoftAuthenticator();
        (await TryAsync(options => stranger.Sign(options, surfer.Origin))).Refused(401, "account.passkey-wrong");
        object? sent = null;
        Assert.Equal(204, (await TryAsync(options => sent = authenticator.Sign(options, surfer.Origin))).Status);
        (await surfer.JsonAsync("/api/session/passkey", sent!)).Refused(401, "account.passkey-wrong");
        (await TryAsync(_ => sent!)).Refused(401, "account.passkey-wrong");
        (await TryAsync(_ => new { })).Refused(401, "account.passkey-wrong");
        (await surfer.JsonAsync("/api/passkeys", new { name = "x", credential = new { } })).Refused(401, "account.passkey-wrong");
    }

    [Fact]
    public async Task TwoAdministrators_RecoverAPerson_WhoIsTold()
    {
        const string user = "psb-dh-officer-1";
        using var person = await SignedInAsync(user, "127.1.0.6");
        using var first = await SignedInAsync("administrator-1", "127.1.0.7");
        using var second = await SignedInAsync("administrator-2", "127.1.0.8");
        var who = site.Acting(user).Person;

        var asked = await first.SubmitAsync(await first.GetAsync("/accounts"), "/accounts/ask-recovery", ("person", who), ("why", "手机遗失，已当面核实"));
        Assert.Equal(200, asked.Status);
        var halves = asked.Document.QuerySelector("#half code")!.TextContent;
        var id = site.Service<IRecoveries>().Waiting.Single().Id;
        Assert.DoesNotContain(asked.Document.Forms, form => form.GetAttribute("action") == "/accounts/grant-recovery");
        var granted = await second.SubmitAsync(await second.GetAsync("/accounts"), "/accounts/grant-recovery", ("id", id));
        halves += " " + granted.Document.QuerySelector("#half code")!.TextContent;
        Assert.Matches("^([0-9A-Z]{4}[- ]){5}[0-9A-Z]{4}$", halves);

        Assert.Equal((302, "/sign-in?next=%2Fme"), Went(await person.GetAsync("/me")));
        (await person.SignInAsync(user, site.PasswordOf(user))).Refused(401, "account.wrong-credentials");
        var form = await person.GetAsync("/sign-in/one-time");
        Assert.Equal("account.wrong-one-time-code", (await person.SubmitAsync(form, "/session/one-time", null, ("user", user), ("code", "0000"), ("password", "a new long secret"))).Refused);
        form = await person.GetAsync("/sign-in/one-time");
        Assert.Equal((303, "/me/security"), Went(await person.SubmitAsync(form, "/session/one-time", null, ("user", user), ("code", halves), ("password", "a new long secret"))));
        var page = await person.GetAsync("/me");
        Assert.Contains("叶观砚 申请，贺临阙 批准", page.Text, StringComparison.Ordinal);
        Assert.Equal((303, "/me/security"), Went(await person.SubmitAsync(page, "/session/notice")));
        Assert.DoesNotContain("叶观砚", (await person.GetAsync("/me")).Text, StringComparison.Ordinal);

        var log = AccessLog.Read(site.Data, 0, 10_000).Where(entry => entry.Contains($"account/{who}", StringComparison.Ordinal)).ToList();
        Assert.Equal(["account.ask-recovery", "account.grant-recovery"], log.Select(entry => VerbOf().Match(entry).Groups[1].Value));
        var entries = (await site.Record.ReadAsync(new Qingshan.Record.Entries.StreamId("person", who))).Entries;
        Assert.Equal(["ye-guanyan", "he-linque"], entries.TakeLast(2).Select(entry => entry.By.Person));
    }

    [Fact]
    public async Task Sessions_AreListedAndEnded_ByThePersonAndByAdministrators()
    {
        const string user = "env-dh-head";
        using var desk = await SignedInAsync(user, "127.1.0.9");
        using var phone = await SignedInAsync(user, "127.1.0.10");
        using var third = await SignedInAsync(user, "127.1.0.11");
        var lines = (await desk.GetJsonAsync("/api/sessions")).Ok().Body.EnumerateArray().ToList();
        Assert.Equal(["127.1.0.10", "127.1.0.11", "127.1.0.9"], lines.Select(line => line.GetProperty("address").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("127.1.0.9", lines.Single(line => line.GetProperty("current").GetBoolean()).GetProperty("address").GetString());
        var id = lines.Single(line => line.GetProperty("address").GetString() == "127.1.0.10").GetProperty("id").GetString()!;

        var page = await desk.GetAsync("/me/sessions");
        Assert.Contains("Firefox · Linux", page.Text, StringComparison.Ordinal);
        Assert.Equal((303, "/me/sessions"), Went(await desk.SubmitAsync(page, "/me/sessions/end", ("id", id))));
        Assert.Equal(302, (await phone.GetAsync("/me")).Status);
        var gone = await desk.SubmitAsync(page, "/me/sessions/end", ("id", id));
        Assert.Equal((404, "account.session-gone"), (gone.Status, gone.Refused));
        Assert.Equal((303, "/me/sessions"), Went(await desk.SubmitAsync(page, "/me/sessions/end-others")));
        Assert.Equal(302, (await third.GetAsync("/me")).Status);
        Assert.Equal(200, (await desk.GetAsync("/me")).Status);

        using var administrator = await SignedInAsync("administrator-1", "127.1.0.12");
        var who = site.Acting(user).Person;
        Assert.Equal((303, $"/accounts#{who}"), Went(await administrator.SubmitAsync(await administrator.GetAsync("/accounts"), "/accounts/end-sessions", ("person", who))));
        Assert.Equal(302, (await desk.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task AccountsOfOthers_AreForAdministratorsAlone()
    {
        using var surfer = await SignedInAsync("proc-zs-procurator-1", "127.1.0.13");
        var page = await surfer.GetAsync("/accounts");
        Assert.Equal(403, page.Status);
        var menu = await surfer.GetAsync("/me");
        Assert.Empty(menu.Document.QuerySelectorAll("a[href='/accounts']"));
        // A form that was not offered, sent with the token of one that was.
        var forged = await surfer.ForgeAsync(menu, "/accounts/ask-recovery", ("person", "ye-guanyan"), ("why", "x"));
        Assert.Equal((403, "access.forbidden"), (forged.Status, forged.Refused));
        Assert.DoesNotContain(site.Service<IRecoveries>().Waiting, waiting => waiting.Person == "ye-guanyan");
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; HarmonyOS) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Mobile Safari/537.36 MicroMessenger/8.0", "WeChat · HarmonyOS")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1", "Safari · iOS")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36", "Chrome · macOS")]
    [InlineData("curl/8.5.0", "")]
    [InlineData("", "")]
    public void Device_IsTheFamilyOnly(string userAgent, string device) => Assert.Equal(device, Visitors.Device(userAgent));

    private async Task<Surfer> SignedInAsync(string user, string from)
    {
        var surfer = new Surfer(site.Address, from);
        Assert.Equal(204, (await surfer.SignInAsync(user, site.PasswordOf(user))).Status);
        return surfer;
    }

    private async Task AddPasskeyAsync(Surfer surfer, string user, SoftAuthenticator authenticator)
    {
        var options = (await surfer.JsonAsync("/api/passkeys/options", new { password = site.PasswordOf(user) })).Ok().Body;
        Assert.Equal(204, (await surfer.JsonAsync("/api/passkeys", new { name = "办公室电脑", credential = authenticator.Create(options, surfer.Origin) })).Status);
    }

    // An authenticator app of its own, after RFC 4226 and RFC 6238.
    private string CodeOf(string secret)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, site.Clock.Now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard's own.
        var mac = HMACSHA1.HashData(FromBase32(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac.AsSpan(mac[19] & 0xf, 4)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }

    private static (int Status, string? Location) Went(Sheet sheet) => (sheet.Status, sheet.Location);

    [GeneratedRegex("\"detail\":\"([^\"]+)\"")]
    private static partial Regex VerbOf();
}
