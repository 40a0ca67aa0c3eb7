using Qingshan.Directory.Access;
using Qingshan.Record;
using Qingshan.Web.Commands;

namespace Qingshan.Web;

/// <summary>Whether the site may be used: parts that load first are added here. One that fails is never there.</summary>
public sealed class Readiness
{
    private readonly Lock gate = new();
    private readonly List<(string Name, Task There)> parts = [];

    /// <summary>Names of what is not there.</summary>
    public IReadOnlyList<string> Waiting
    {
        get
        {
            lock (gate)
                return [.. parts.Where(part => !part.There.IsCompletedSuccessfully).Select(part => part.Name).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Adds a part that loads until the task ends.</summary>
    public void Add(string name, Task there)
    {
        lock (gate)
            parts.Add((name, there));
    }
}

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<SqliteRecord>() is { } record)
            routes.ServiceProvider.GetRequiredService<Readiness>().Add("views", record.ViewsReady);
        routes.MapGet("/health/live", () => Results.Text("live\n")).Open("Watched by the operator's monitor.").ExcludeFromDescription();
        routes.MapGet("/health/ready", (Readiness readiness, HttpContext http) =>
            readiness.Waiting.Count == 0 ? http.Response.WriteAsync("ready\n") : RefusalAnswers.WriteAsync(http, WebReasons.NotReady.Refuse()))
            .Open("Watched by the operator's monitor.").ExcludeFromDescription();
    }

    /// <summary>What no endpoint serves looks like what one may not see.</summary>
    public static void MapNotFound(this IEndpointRouteBuilder routes) =>
        routes.MapFallback("{**path}", (HttpContext http) => RefusalAnswers.WriteAsync(http, AccessReasons.NotFound.Refuse())).Open("The answer for what does not exist.").ExcludeFromDescription();
}
