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
        Assert.Equal(code, new ServeOptions { Urls = urls, Demo = demo }.Check()?.Reason.Code);
}
