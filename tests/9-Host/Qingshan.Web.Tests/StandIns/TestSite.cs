using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Qingshan.Directory.Access;
using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;

namespace Qingshan.Web.Tests.StandIns;

/// <summary>The real host on a free port, with a stand-in for record, directory and accounts, which have tests of their own.</summary>
public sealed class TestSite : IAsyncLifetime
{
    private readonly string data = System.IO.Directory.CreateTempSubdirectory("qingshan-web-").FullName;

    public WebApplication App { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    internal NoteCommands Notes => App.Services.GetRequiredService<NoteCommands>();

    public async Task InitializeAsync()
    {
        App = Build(new ServeOptions { Urls = "http://127.0.0.1:0", Data = data, Demo = true });
        await App.StartAsync();
        Address = new Uri(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        System.IO.Directory.Delete(data, recursive: true);
    }

    /// <param name="add">What a test adds to the stand-ins.</param>
    public static WebApplication Build(ServeOptions options, Action<IServiceCollection>? add = null) => QingshanHost.Build(options, (builder, _) =>
    {
        builder.Logging.ClearProviders();
        var services = builder.Services;
        services.AddSingleton<DemoDirectory>();
        services.AddSingleton<IDirectory>(p => p.GetRequiredService<DemoDirectory>());
        services.AddSingleton<IAccounts, DemoAccounts>();
        services.AddSingleton<IAccess, DemoAccess>();
        services.AddSingleton<NoteCommands>();
        foreach (var definition in NoteCommands.Definitions)
            services.AddSingleton(definition);
        add?.Invoke(services);
    });

    /// <summary>A browser of its own: own cookies, no redirects followed.</summary>
    public HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = Address };

    /// <summary>A browser that is signed in.</summary>
    public async Task<HttpClient> SignedInAsync(string person = "p-shi")
    {
        var browser = Browser();
        var answer = await browser.PostAsync(new Uri("/api/session", UriKind.Relative), Json.Of(new { user = person, password = "right" }));
        Assert.Equal(204, (int)answer.StatusCode);
        return browser;
    }
}

/// <summary>Every test that needs the site shares one.</summary>
[CollectionDefinition("site")]
public sealed class SiteCollection : ICollectionFixture<TestSite>;
