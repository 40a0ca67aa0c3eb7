using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;
using NodaTime.Extensions;
using Qingshan.Cases.Evidence;
using Qingshan.Record;
using Qingshan.Web.Accounts;
using Qingshan.Web.Assets;
using Qingshan.Web.CaseFiles;
using Qingshan.Web.Commands;
using Qingshan.Web.Components;
using Qingshan.Web.Components.Pages.Audit;
using Qingshan.Web.Components.Pages.Oversight;
using Qingshan.Web.Components.Pages.Transfers;
using Qingshan.Web.FieldWork;
using Qingshan.Web.Live;
using Qingshan.Web.Security;
using Qingshan.Web.Sessions;
using Qingshan.Web.Texts;
using Qingshan.Web.Uploads;

namespace Qingshan.Web;

/// <summary>Puts the server together: what it listens on, the order of its parts, and what it serves.</summary>
public static class QingshanHost
{
    /// <summary>Bytes of a request body, except where an endpoint sets its own.</summary>
    internal const long MaxBody = 4L * 1024 * 1024 + 64 * 1024;

    /// <summary>Builds the server.</summary>
    /// <param name="compose">Registers record, directory, accounts and modules; <see cref="Composition.Add"/> unless a test brings its own.</param>
    public static WebApplication Build(ServeOptions options, Action<WebApplicationBuilder, ServeOptions>? compose = null)
    {
        // Whoever builds a server has asked this and said it to people; here it is the last guard.
        if (options.Check() is { } refusal)
            throw new InvalidOperationException(refusal.ToString());
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        Listen(builder, options);
        AddParts(builder, options);
        (compose ?? Composition.Add)(builder, options);
        var app = builder.Build();
        Use(app);
        Map(app);
        return app;
    }

    private static void Listen(WebApplicationBuilder builder, ServeOptions options)
    {
        var pair = options.Tls ? TlsPair.Read(options.TlsCert!, options.TlsKey!, options.Clock.GetUtcNow().ToInstant()).Require() : null;
        builder.Services.AddSingleton(new ConnectionPlaces(new ConnectionLimits()));
        builder.Services.AddSingleton<ConnectionGate>();
        builder.Host.ConfigureHostOptions(host => host.ShutdownTimeout = TimeSpan.FromSeconds(8));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
            foreach (var address in options.Addresses)
                Bind(kestrel, address, pair);
        });
    }

    private static void Bind(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, Uri address, TlsPair? pair)
    {
        void Secure(Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions listen)
        {
            // First, so that it counts also who never finishes a handshake.
            listen.Use(listen.ApplicationServices.GetRequiredService<ConnectionGate>().Before);
            if (pair is not null && address.Scheme == Uri.UriSchemeHttps)
                listen.UseHttps(https => (https.ServerCertificate, https.ServerCertificateChain) = (pair.Certificate, pair.Chain));
        }

        // Port 0 asks for a free one, which needs one address: "localhost" would be two.
        if (address.Host == "localhost" && address.Port != 0)
            kestrel.ListenLocalhost(address.Port, Secure);
        else if (address.Host == "localhost")
            kestrel.Listen(IPAddress.Loopback, 0, Secure);
        else if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
            kestrel.Listen(ip, address.Port, Secure);
        else
            kestrel.ListenAnyIP(address.Port, Secure);
    }

    private static void AddParts(WebApplicationBuilder builder, ServeOptions options)
    {
        var services = builder.Services;
        // The two are about keys without a second encryption (the folder is the owner's alone) and about pages that must not be cached (none may).
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Qingshan", LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton<Ids>(provider => new Ids(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TextBook>();
        services.AddSingleton(new AssetFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot")));
        services.AddSingleton(provider => new EvidenceStore(options.Data, provider.GetRequiredService<Ids>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LiveHub>();
        services.AddSingleton<LiveTopics>();
        services.AddSingleton<LiveRun>();
        services.AddScoped<Current>();
        services.AddScoped<ICurrent>(provider => provider.GetRequiredService<Current>());
        services.AddScoped<ITexts, RequestTexts>();
        // What the framework cannot bind ends in the failure net with a catalogued reason, instead of an empty answer.
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.AddDeskPages();
        services.AddPasskeys();
        services.AddScoped<TaskReading>().AddScoped<SampleReading>().AddScoped<CaseReading>().AddScoped<CaseReaders>().AddScoped<CaseMaterial>().AddScoped<EntryWords>().AddScoped<CaseExport>();
        services.AddRequestLimits();
        services.AddHostFiltering(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]", .. options.Addresses.Select(address => address.Host)]);
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddAntiforgery(forms => forms.Cookie = new CookieBuilder
        {
            Name = "qs-form",
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            SecurePolicy = CookieSecurePolicy.SameAsRequest,
            IsEssential = true,
        });
        services.AddDataProtection().SetApplicationName("qingshan").PersistKeysToFileSystem(OwnFolder(Path.Combine(options.Data, "keys", "web")));
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = ["text/html", "application/json", "application/problem+json", "application/geo+json"];
        });
        services.AddOpenApi("v1", api => api.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true);
        // Chinese stays readable in the pages instead of becoming numeric entities.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<Readiness>();
    }

    // Whoever reads these keys can forge forms.
    private static DirectoryInfo OwnFolder(string path) => OperatingSystem.IsWindows()
        ? System.IO.Directory.CreateDirectory(path)
        : System.IO.Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    // Outside in: headers, the failure net, how often, who asks, from where; then the endpoint.
    private static void Use(WebApplication app)
    {
        // Whoever reaches the demo may act as anybody: a page of another name that resolves to this machine must not reach it.
        if (app.Services.GetRequiredService<ServeOptions>().Demo)
            app.UseHostFiltering();
        app.UseSecurityHeaders();
        app.UseMiddleware<FailureMiddleware>();
        app.UseResponseCompression();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<SessionMiddleware>();
        app.UseMiddleware<SameOriginMiddleware>();
        app.UseAntiforgery();
    }

    // The framework adds an endpoint of its own that carries no data: it follows redirects which a page began.
    private static void OpenFramework(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && route.TrimStart('/').StartsWith("_framework/", StringComparison.Ordinal))
            endpoint.Metadata.Add(new OpenAttribute("Follows redirects for the framework."));
    }

    private static void Map(WebApplication app)
    {
        app.MapHealth();
        app.MapAssets();
        app.MapSessions();
        app.MapSecurity();
        app.MapPasskeys();
        app.MapAccountAdministration();
        app.MapLive();
        app.MapUploads();
        app.MapCommands();
        app.MapDeskPages();
        app.MapFieldWork();
        app.MapCaseFiles();
        app.MapFiles();
        app.MapOpenApi("/openapi/{documentName}.json").Open("The description of the interface holds no data.");
        app.MapTransferPages();
        app.MapOversightPages();
        app.MapAccessLogPages();
        app.MapRazorComponents<App>().Add(OpenFramework);
        app.MapNotFound();
        if (app.Services.GetService<IRecord>() is { } record)
            record.Committed += app.Services.GetRequiredService<LiveHub>().Publish;
    }
}
