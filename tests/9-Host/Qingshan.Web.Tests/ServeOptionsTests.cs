using Qingshan.Directory.Accounts;
using Qingshan.TestKit;
using Qingshan.Web.Tests.StandIns;

namespace Qingshan.Web.Tests;

public sealed class ServeOptionsTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", true, null)]
    [InlineData("http://[::1]:8080", true, null)]
    [InlineData("http://localhost:8080;http://127.0.0.2:9", true, null)]
    [InlineData("http://0.0.0.0:8080", false, "serve.plain-http")]
    [InlineData("http://example.org:8080", false, "serve.plain-http")]
    [InlineData("http://127.0.0.1:8080;http://*:1", false, "serve.bad-address")]
    [InlineData("ftp://127.0.0.1", false, "serve.bad-address")]
    [InlineData("", false, "serve.bad-address")]
    [InlineData("https://0.0.0.0:8443", true, "serve.demo-not-loopback")]
    [InlineData("https://0.0.0.0:8443", false, "serve.certificate-missing")]
    public void Check_RefusesWhatIsUnsafe(string urls, bool demo, string? code) =>
        Assert.Equal(code, new ServeOptions { Urls = urls, Demo = demo, Data = "none" }.Check()?.Reason.Code);

    [Fact]
    public void Check_RefusesAListenerThatIsNotBuiltOrNotRead()
    {
        Assert.Equal("serve.not-built", new ServeOptions { Jt808 = "127.0.0.1:1" }.Check()?.Reason.Code);
        Assert.Equal("serve.not-built", new ServeOptions { Database = "Host=x" }.Check()?.Reason.Code);
        Assert.Equal("serve.bad-listener", new ServeOptions { Hj212 = "here" }.Check()?.Reason.Code);
        Assert.Equal("serve.bad-listener", new ServeOptions { AisUdp = "here" }.Check()?.Reason.Code);
        Assert.Equal("serve.demo-not-loopback", new ServeOptions { Ais = "0.0.0.0:1", Demo = true, Data = "none" }.Check()?.Reason.Code);
        Assert.Equal("serve.bad-receiver", new ServeOptions { AisReceivers = "10.0.0.1, here" }.Check()?.Reason.Code);
        Assert.Null(new ServeOptions { Hj212 = "127.0.0.1:9212", Ais = "127.0.0.1:9213", AisUdp = "[::1]:9213", AisReceivers = "10.0.0.1,fd00::2", Data = "none" }.Check());
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", "cert", "key", "serve.certificate-unused")]
    [InlineData("http://127.0.0.1:8080", "cert", null, "serve.certificate-unused")]
    [InlineData("http://127.0.0.1:8080", null, "key", "serve.certificate-unused")]
    [InlineData("http://127.0.0.1:8080", "", "", null)]
    [InlineData("http://127.0.0.1:8080;https://127.0.0.1:8443", "cert", "key", "serve.certificate-unreadable")]
    [InlineData("https://127.0.0.1:8443", "cert", null, "serve.certificate-missing")]
    [InlineData("https://127.0.0.1:8443", null, "key", "serve.certificate-missing")]
    public void Check_RefusesACertificateWithoutItsUse(string urls, string? cert, string? key, string? code)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("qingshan-tls-");
        try
        {
            foreach (var name in new[] { "cert", "key" })
                File.WriteAllText(Path.Combine(folder.FullName, name), "");
            Assert.Equal(code, new ServeOptions { Urls = urls, Data = "none", TlsCert = Full(cert), TlsKey = Full(key) }.Check()?.Reason.Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string? Full(string? name) => string.IsNullOrEmpty(name) ? name : Path.Combine(folder.FullName, name);
    }

    [Fact]
    public void Check_RefusesADemoOnRealAccounts()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("qingshan-real-");
        try
        {
            using (var accounts = new SqliteAccounts(new AccountOptions(Path.Combine(folder.FullName, "accounts.db"), Demo: false), new DemoDirectory(), new InMemorySealer(), TimeProvider.System))
                accounts.CreateAccount("lin", "p1", "a long enough word").Require();
            Assert.Equal("serve.real-accounts", new ServeOptions { Demo = true, Data = folder.FullName }.Check()?.Reason.Code);
            Assert.Null(new ServeOptions { Demo = false, Data = folder.FullName }.Check());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
