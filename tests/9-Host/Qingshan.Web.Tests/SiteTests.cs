using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingshan.Web.Commands;
using Qingshan.Web.Tests.StandIns;

namespace Qingshan.Web.Tests;

[Collection("site")]
public sealed class SiteTests(TestSite site)
{
    [Fact]
    public void EveryEndpoint_SaysWhatItAsksOfTheCaller()
    {
        var endpoints = site.App.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 20);
        Assert.Empty(endpoints.Where(e => e.Metadata.OfType<EndpointDutyAttribute>().Count() != 1).Select(e => e.DisplayName));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/health/live")]
    [InlineData("/nowhere")]
    [InlineData("/api/nowhere")]
    public async Task EveryAnswer_CarriesTheHeaders(string path)
    {
        using var browser = site.Browser();
        var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task NotFound_LooksTheSameForPeopleAndPrograms()
    {
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", "en");
        var api = await browser.GetAsync(new Uri("/api/nowhere", UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType!.MediaType));
        var problem = await Json.ReadAsync(api);
        Assert.Equal("access.not-found", problem.GetProperty("code").GetString());
        Assert.Equal("Not found, or not visible to your post.", problem.GetProperty("title").GetString());
        Assert.Equal("没有找到，或您所在岗位无权知悉。", problem.GetProperty("texts").GetProperty("zh").GetString());

        using var ask = new HttpRequestMessage(HttpMethod.Get, "/nowhere") { Headers = { { "Accept", "text/html" } } };
        var page = await browser.SendAsync(ask);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("access.not-found", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assets_AreCachedForEverUnderTheirHash()
    {
        using var browser = site.Browser();
        var files = site.App.Services.GetRequiredService<Assets.AssetFiles>();
        using var ask = new HttpRequestMessage(HttpMethod.Get, files.Url("js/app.js")) { Headers = { { "Accept-Encoding", "br" } } };
        var answer = await browser.SendAsync(ask);
        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        using var again = new HttpRequestMessage(HttpMethod.Get, files.Url("js/app.js")) { Headers = { { "Accept-Encoding", "br" }, { "If-None-Match", answer.Headers.ETag!.ToString() } } };
        Assert.Equal(HttpStatusCode.NotModified, (await browser.SendAsync(again)).StatusCode);
        var old = await browser.GetAsync(new Uri("/a/000000000000/js/app.js", UriKind.Relative));
        Assert.True(old.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri("/a/x/%2e%2e/%2e%2e/qingshan.dll", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task OpenApi_DescribesTheCommands()
    {
        using var browser = site.Browser();
        var document = await Json.ReadAsync(await browser.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        var paths = document.GetProperty("paths");
        Assert.Equal("note.write", paths.GetProperty("/api/note/write").GetProperty("post").GetProperty("operationId").GetString());
        Assert.True(paths.TryGetProperty("/api/note/{id}/amend", out _));
        Assert.False(paths.TryGetProperty("/sign-in", out _));
    }

    [Fact]
    public async Task Ready_WaitsForWhatLoads()
    {
        using var browser = site.Browser();
        var loading = new TaskCompletionSource();
        site.App.Services.GetRequiredService<Readiness>().Add("loading", loading.Task);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        loading.SetResult();
        Assert.Equal("ready\n", await browser.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
    }
}
