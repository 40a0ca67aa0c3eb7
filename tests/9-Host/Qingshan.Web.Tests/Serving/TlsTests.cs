using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Qingshan.TestKit;
using Qingshan.Web.Tests.StandIns;

namespace Qingshan.Web.Tests.Serving;

public sealed class TlsTests : IDisposable
{
    private readonly SiteCertificates certificates = new();
    private readonly string data = System.IO.Directory.CreateTempSubdirectory("qingshan-tls-site-").FullName;

    public void Dispose()
    {
        certificates.Dispose();
        System.IO.Directory.Delete(data, recursive: true);
    }

    [Theory]
    [InlineData("ec")]
    [InlineData("rsa")]
    public async Task TheServerSpeaksTls_WithStrictTransport_AndCookiesBoundToTheHost(string kind)
    {
        using var rsa = RSA.Create(2048);
        var (cert, key) = certificates.Issue("server", with: kind == "rsa" ? rsa : null);
        await using var app = await StartAsync(cert, key);
        using var http = new HttpClient(SiteCertificates.Trusting(certificates.Authority)) { BaseAddress = AddressOf(app), DefaultRequestVersion = HttpVersion.Version20 };
        var answer = await http.PostAsync(new Uri("/api/session", UriKind.Relative), Json.Of(new { user = "p-shi", password = "right" }));
        Assert.Equal((HttpStatusCode.NoContent, HttpVersion.Version20), (answer.StatusCode, answer.Version));
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-qs-session=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACertificateOfAStranger_IsNotTrusted_AndPlainHttpGetsNoAnswer()
    {
        var (cert, key) = certificates.Issue("server");
        await using var app = await StartAsync(cert, key);
        using var other = new SiteCertificates();
        using var http = new HttpClient(SiteCertificates.Trusting(other.Authority)) { BaseAddress = AddressOf(app) };
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("/health/live", UriKind.Relative)));

        using var plain = new TcpClient();
        await plain.ConnectAsync(IPAddress.Loopback, AddressOf(app).Port);
        await plain.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var reader = new StreamReader(plain.GetStream(), Encoding.Latin1);
        Assert.DoesNotContain("HTTP/1.1 200", await ReadAllAsync(reader, patience.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutTls_NothingSaysStrictTransport()
    {
        await using var app = TestSite.Build(new ServeOptions { Urls = "http://127.0.0.1:0", Data = data });
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = AddressOf(app) };
        Assert.False((await http.GetAsync(new Uri("/health/live", UriKind.Relative))).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public void APairThatCannotServe_IsRefusedAtTheStart_WithItsReason()
    {
        var (cert, key) = certificates.Issue("server");
        var (_, otherKey) = certificates.Issue("other");
        var (expired, expiredKey) = certificates.Issue("expired", to: 0);
        var (early, earlyKey) = certificates.Issue("early", from: 29_000);
        var (client, clientKey) = certificates.Issue("client", use: "1.3.6.1.5.5.7.3.2");
        using var sealedKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var locked = certificates.Write("locked.key", sealedKey.ExportEncryptedPkcs8PrivateKeyPem("password", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10)));
        var noise = certificates.Write("noise.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        Assert.Null(Check(cert, key));
        Assert.Equal("serve.key-mismatch", Check(cert, otherKey));
        Assert.Equal("serve.certificate-expired", Check(expired, expiredKey));
        Assert.Equal("serve.certificate-early", Check(early, earlyKey));
        Assert.Equal("serve.certificate-other-use", Check(client, clientKey));
        Assert.Equal("serve.key-unreadable", Check(cert, locked));
        Assert.Equal("serve.key-unreadable", Check(cert, cert));
        Assert.Equal("serve.certificate-unreadable", Check(noise, key));
        Assert.Equal("serve.certificate-unreadable", Check(key, key));
        Assert.Equal("serve.certificate-missing", Check(cert + "x", key));
    }

    [Fact]
    public void AnExpiredCertificate_SaysSince()
    {
        var (cert, key) = certificates.Issue("expired", to: 0);
        var refusal = Options(cert, key).Check()!;
        Assert.Equal($"The certificate {cert} expired at 2026-01-01T00:00:00Z. Renew it (./dev cert issues one for the site).", refusal.En);
    }

    [ToolFact("openssl", "bash")]
    public async Task DevCert_MakesWhatTheServerTakes_AndKeepsKeysToTheirOwner()
    {
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(data, "checkout")).FullName;
        File.Copy(Path.Combine(SharedData.RepositoryRoot, "dev"), Path.Combine(folder, "dev"));
        foreach (var host in new[] { "site.example", "other.example" })
        {
            using var made = Process.Start(new ProcessStartInfo("bash", [Path.Combine(folder, "dev"), "cert", host]) { RedirectStandardOutput = true })!;
            await made.WaitForExitAsync();
            Assert.Equal(0, made.ExitCode);
        }

        var tls = Path.Combine(folder, "var", "tls");
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(tls));
            Assert.Equal((owner, owner), (File.GetUnixFileMode(Path.Combine(tls, "authority.key")), File.GetUnixFileMode(Path.Combine(tls, "server.key"))));
        }

        using var authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(tls, "authority.crt"));
        await using var app = await StartAsync(Path.Combine(tls, "server.crt"), Path.Combine(tls, "server.key"), TimeProvider.System);
        using var http = new HttpClient(SiteCertificates.Trusting(authority)) { BaseAddress = AddressOf(app) };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
    }

    private async Task<WebApplication> StartAsync(string cert, string key, TimeProvider? clock = null)
    {
        var app = TestSite.Build(Options(cert, key) with { Clock = clock ?? TimeProvider.System, Data = data });
        await app.StartAsync();
        return app;
    }

    private static Uri AddressOf(WebApplication app) => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static string? Check(string cert, string key) => Options(cert, key).Check()?.Reason.Code;

    private static ServeOptions Options(string cert, string key) => new()
    {
        Urls = "https://127.0.0.1:0",
        Data = "none",
        TlsCert = cert,
        TlsKey = key,
        Clock = new Story.SiteClock(NodaTime.Instant.FromUtc(2026, 9, 23, 0, 0)),
    };

    private static async Task<string> ReadAllAsync(StreamReader reader, CancellationToken cancel)
    {
        try
        {
            return await reader.ReadToEndAsync(cancel);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
