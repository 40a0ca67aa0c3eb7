using Qingshan.Directory.Access;
using Qingshan.Web.Commands;

namespace Qingshan.Web;

/// <summary>Whether the site may be used: parts that load first say so here.</summary>
public sealed class Readiness
{
    private readonly Lock gate = new();
    private readonly HashSet<string> waiting = new(StringComparer.Ordinal);

    /// <summary>Names of what is still loading.</summary>
    public IReadOnlyList<string> Waiting
    {
        get
        {
            lock (gate)
                return [.. waiting.Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Says that a part is loading.</summary>
    public void Begin(string part)
    {
        lock (gate)
            waiting.Add(part);
    }

    /// <summary>Says that it is there.</summary>
    public void End(string part)
    {
        lock (gate)
            waiting.Remove(part);
    }
}

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live\n")).Open("Watched by the operator's monitor.").ExcludeFromDescription();
        routes.MapGet("/health/ready", (Readiness readiness, HttpContext http) =>
            readiness.Waiting.Count == 0 ? http.Response.WriteAsync("ready\n") : RefusalAnswers.WriteAsync(http, WebReasons.NotReady.Refuse()))
            .Open("Watched by the operator's monitor.").ExcludeFromDescription();
    }

    /// <summary>What no endpoint serves looks like what one may not see.</summary>
    public static void MapNotFound(this IEndpointRouteBuilder routes) =>
        routes.MapFallback("{**path}", (HttpContext http) => RefusalAnswers.WriteAsync(http, AccessReasons.NotFound.Refuse())).Open("The answer for what does not exist.").ExcludeFromDescription();
}
