using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Qingshan.Web.Hosting;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Web.Tests.Accounts;

/// <summary>A site without the demo gets its first administrators on the server machine.</summary>
public sealed class AccountSetupTests : IDisposable
{
    private static readonly NewAccount Lin = new("lin", "林某某", "", AccountSetup.FirstPost, "330900");
    private readonly string data = System.IO.Directory.CreateTempSubdirectory("qingshan-setup-").FullName;
    private readonly SiteClock clock = new(SiteTimes.At("2026-09-23 10:30"));

    public void Dispose() => System.IO.Directory.Delete(data, recursive: true);

    [Fact]
    public async Task TheFirstAdministrators_SignInByTheirCodes()
    {
        var code = (await AccountSetup.CreateAsync(data, Lin, clock)).Require();
        Assert.Equal("account.user-taken", (await AccountSetup.CreateAsync(data, Lin, clock)).Refusal?.Reason.Code);
        Assert.NotNull((await AccountSetup.CreateAsync(data, Lin with { User = "he", NameZh = "贺某某" }, clock)).Require());
        await using var app = QingshanHost.Build(new ServeOptions { Urls = "http://127.0.0.1:0", Data = data, Clock = clock }, (builder, asked) =>
        {
            builder.Logging.ClearProviders();
            Composition.Add(builder, asked);
        });
        await app.StartAsync();
        Assert.Equal("serve.in-use", (await AccountSetup.ResetAsync(data, "lin", clock)).Refusal?.Reason.Code);

        using var surfer = new Surfer(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        (await surfer.SignInAsync("lin", "")).Refused(401, "account.wrong-credentials");
        var page = await surfer.GetAsync("/sign-in/one-time");
        var done = await surfer.SubmitAsync(page, "/session/one-time", null, ("user", "lin"), ("code", code), ("password", "a long enough word"));
        Assert.Equal((303, "/me/security"), (done.Status, done.Location));
        var accounts = await surfer.GetAsync("/accounts");
        Assert.Equal(200, accounts.Status);
        Assert.Contains("贺某某", accounts.Text, StringComparison.Ordinal);
        Assert.Equal(204, (await surfer.SignInAsync("lin", "a long enough word")).Status);
        await app.StopAsync();
    }

    [Fact]
    public async Task WhatCannotBeMade_IsRefused_AndLeavesNothing()
    {
        Assert.Equal("account.bad-user", (await AccountSetup.CreateAsync(data, Lin with { User = "Lin" }, clock)).Refusal?.Reason.Code);
        Assert.Equal("account.unknown-post", (await AccountSetup.CreateAsync(data, Lin with { Post = "nowhere" }, clock)).Refusal?.Reason.Code);
        Assert.Equal("account.unknown-division", (await AccountSetup.CreateAsync(data, Lin with { Division = "" }, clock)).Refusal?.Reason.Code);
        Assert.Equal("account.unknown-user", (await AccountSetup.ResetAsync(data, "lin", clock)).Refusal?.Reason.Code);
        Assert.NotNull((await AccountSetup.CreateAsync(data, Lin, clock)).Require());
    }

    [Fact]
    public async Task TheDemosFolder_GetsNoRealAccount()
    {
        (await DemoLoading.RunAsync(data, clock)).Require();
        Assert.Equal("serve.demo-folder", (await AccountSetup.CreateAsync(data, Lin, clock)).Refusal?.Reason.Code);
        System.IO.Directory.Delete(data + "-witnesses", recursive: true);
    }
}
