using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Qingshan.Web.Live;
using Qingshan.Web.Tests.StandIns;

namespace Qingshan.Web.Tests;

[Collection("site")]
public sealed class LiveTests(TestSite site)
{
    [Fact]
    public void Token_OpensForItsSessionOnly()
    {
        var topics = new LiveTopics();
        var token = topics.Token("case/1", "session-a");
        Assert.Equal("case/1", topics.Open(token, "session-a"));
        Assert.Null(topics.Open(token, "session-b"));
        Assert.Null(topics.Open("case/2" + token[6..], "session-a"));
        Assert.Null(topics.Open("case/1", "session-a"));
        Assert.Null(new LiveTopics().Open(token, "session-a"));
    }

    [Fact]
    public void Hub_HandsOutWhatWasMissedAndSaysWhenTooMuchWas()
    {
        var hub = new LiveHub();
        hub.Publish(["case/1", "case/2", "case/1"]);
        var listener = hub.Listen("s", new HashSet<string> { "case/1" }, since: 1)!;
        Assert.True(listener.Changes.TryRead(out var missed));
        Assert.Equal((3L, "case/1"), missed);
        Assert.False(listener.Changes.TryRead(out _));
        for (var i = 0; i < 300; i++)
            hub.Publish(["case/1"]);
        Assert.True(listener.Lost);
        Assert.True(hub.Listen("s", new HashSet<string>(), since: 99999)!.Lost);
    }

    [Fact]
    public void Hub_ListensSixteenTimesForASession()
    {
        var hub = new LiveHub();
        var listeners = Enumerable.Range(0, 16).Select(_ => hub.Listen("s", new HashSet<string>(), null)).ToList();
        Assert.DoesNotContain(null, listeners);
        Assert.Null(hub.Listen("s", new HashSet<string>(), null));
        Assert.NotNull(hub.Listen("another", new HashSet<string>(), null));
        hub.Leave(listeners[0]!);
        Assert.NotNull(hub.Listen("s", new HashSet<string>(), null));
    }

    [Fact]
    public async Task Events_TellOnlyWhatThePageMayHear()
    {
        using var browser = site.Browser();
        var signIn = await browser.PostAsync(new Uri("/api/session", UriKind.Relative), Json.Of(new { user = "p-shi", password = "right" }));
        var session = signIn.Headers.GetValues("Set-Cookie").Single().Split('=', ';')[1];
        var (topics, hub) = (site.App.Services.GetRequiredService<LiveTopics>(), site.App.Services.GetRequiredService<LiveHub>());
        var mine = topics.Token("case/1", session);
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/live/events") { Content = Json.Of(new { topics = new[] { mine, topics.Token("case/2", "somebody else") } }) };
        using var answer = await browser.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("event: hello", await reader.ReadLineAsync());
        var id = (await reader.ReadLineAsync())![4..];
        await reader.ReadLineAsync();
        await reader.ReadLineAsync();
        hub.Publish(["case/2", "case/1"]);
        Assert.Equal("event: change", await reader.ReadLineAsync());
        await reader.ReadLineAsync();
        Assert.Equal("data: " + mine, await reader.ReadLineAsync());

        // A browser that comes back with the id of before hears the change again; one from another run is told to look anew.
        Assert.Contains("event: change", await FirstEventsAsync(browser, mine, id), StringComparison.Ordinal);
        Assert.Contains("event: resync", await FirstEventsAsync(browser, mine, "1-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_NeedASignIn()
    {
        using var browser = site.Browser();
        var answer = await browser.PostAsync(new Uri("/live/events", UriKind.Relative), Json.Of(new { topics = Array.Empty<string>() }));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<string> FirstEventsAsync(HttpClient browser, string topic, string since)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/live/events") { Content = Json.Of(new { topics = new[] { topic }, since }) };
        using var answer = await browser.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var lines = new List<string>();
        while (lines.Count < 8 && await reader.ReadLineAsync() is { } line)
            lines.Add(line);
        return string.Join('\n', lines);
    }
}
