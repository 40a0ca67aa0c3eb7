using System.Globalization;
using System.Text.Json;
using Qingshan.Directory.Accounts;
using Qingshan.Web.Commands;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Live;

/// <summary>
/// <c>POST /live/events</c> with <c>{"topics": [token…], "since": "RUN-NUMBER"}</c> answers with an event stream. Events: <c>hello</c> (id to begin
/// from), <c>change</c> (data is the token that changed), <c>resync</c> (look at everything again). POST, because the topics of twelve tabs outgrow an address.
/// </summary>
internal static class LiveEndpoints
{
    private const int MaxTopics = 400;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    public static void MapLive(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/live/events", ListenAsync).SignedIn("Says which topics changed; the tokens were signed for this session.").ExcludeFromDescription();

    private static async Task ListenAsync(
        HttpContext http, LiveHub hub, LiveTopics signer, ICurrent current, IAccounts accounts, LiveRun run, IHostApplicationLifetime life, TimeProvider time)
    {
        LiveRequest? request;
        try
        {
            request = await JsonSerializer.DeserializeAsync<LiveRequest>(http.Request.Body, JsonSerializerOptions.Web, http.RequestAborted);
        }
        catch (JsonException problem)
        {
            await RefusalAnswers.WriteAsync(http, CommandCalls.Unread(problem));
            return;
        }

        var session = current.Session!.Token;
        var tokens = (request?.Topics ?? []).Take(MaxTopics).Select(token => (Token: token, Topic: signer.Open(token, session))).ToList();
        var byTopic = tokens.Where(t => t.Topic is not null).DistinctBy(t => t.Topic).ToDictionary(t => t.Topic!, t => t.Token, StringComparer.Ordinal);
        var (since, afresh) = run.Read(request?.Since);
        if (hub.Listen(session, byTopic.Keys.ToHashSet(StringComparer.Ordinal), since) is not { } listener)
        {
            await RefusalAnswers.WriteAsync(http, WebReasons.Limited.Refuse(("seconds", "20")));
            return;
        }

        if (afresh)
            listener.Lose();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        try
        {
            http.Response.ContentType = "text/event-stream";
            await WriteAsync(http, "hello", run.Write(since ?? listener.Start), "", stop.Token);
            await PumpAsync(http, listener, byTopic, run, () => accounts.FindSession(session, touch: false) is not null, time, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The browser left, or the server stops.
        }
        finally
        {
            hub.Leave(listener);
        }
    }

    private static async Task PumpAsync(
        HttpContext http, LiveListener listener, Dictionary<string, string> tokens, LiveRun run, Func<bool> alive, TimeProvider time, CancellationToken cancel)
    {
        var asked = time.GetTimestamp();
        while (!listener.Lost)
        {
            // Also while changes flow: a session that ended is told nothing more.
            if (time.GetElapsedTime(asked) > Beat)
            {
                if (!alive())
                    return;
                asked = time.GetTimestamp();
            }

            using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            beat.CancelAfter(Beat);
            try
            {
                if (!await listener.Changes.WaitToReadAsync(beat.Token))
                    break;
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                if (!alive())
                    return;
                await http.Response.WriteAsync(": beat\n\n", cancel);
                await http.Response.Body.FlushAsync(cancel);
                continue;
            }

            while (listener.Changes.TryRead(out var change))
                await WriteAsync(http, "change", run.Write(change.Number), tokens[change.Topic], cancel);
        }

        await WriteAsync(http, "resync", run.Write(listener.Start), "", cancel);
    }

    private static async Task WriteAsync(HttpContext http, string name, string id, string data, CancellationToken cancel)
    {
        await http.Response.WriteAsync($"event: {name}\nid: {id}\ndata: {data}\n\n", cancel);
        await http.Response.Body.FlushAsync(cancel);
    }
}

internal sealed record LiveRequest(IReadOnlyList<string>? Topics, string? Since);

/// <summary>Names this run of the server in the ids of events, because numbers begin anew with every start.</summary>
internal sealed class LiveRun(TimeProvider time)
{
    private readonly string name = time.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture);

    public string Write(long number) => string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");

    /// <summary>The number to go on from; afresh when the id is from another run.</summary>
    public (long? Since, bool Afresh) Read(string? id)
    {
        if (string.IsNullOrEmpty(id))
            return (null, false);
        var dash = id.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && id[..dash] == name && long.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, false)
            : (null, true);
    }
}
