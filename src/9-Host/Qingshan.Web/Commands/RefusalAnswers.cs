using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Qingshan.Record;
using Qingshan.Record.Reasons;
using Qingshan.Web.Components.Pages;
using Qingshan.Web.Components.Parts;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Commands;

/// <summary>Turns a refusal into an HTTP answer: a page for a browser, a fragment for htmx, problem details for everything else.</summary>
public static class RefusalAnswers
{
    public static int Status(Refusal refusal) => refusal.Reason.Kind switch
    {
        ReasonKind.Invalid => StatusCodes.Status400BadRequest,
        ReasonKind.SignInNeeded => StatusCodes.Status401Unauthorized,
        ReasonKind.Forbidden => StatusCodes.Status403Forbidden,
        ReasonKind.NotFound => StatusCodes.Status404NotFound,
        ReasonKind.Conflict => StatusCodes.Status409Conflict,
        ReasonKind.RuleBroken => StatusCodes.Status422UnprocessableEntity,
        ReasonKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ReasonKind.UnsupportedType => StatusCodes.Status415UnsupportedMediaType,
        ReasonKind.Limited => StatusCodes.Status429TooManyRequests,
        ReasonKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new InvalidOperationException($"No status for {refusal.Reason.Kind}."),
    };

    /// <summary>Answers with the refusal. A stale command that named its version by If-Match gets 412.</summary>
    public static Task WriteAsync(HttpContext http, Refusal refusal)
    {
        var status = refusal.Reason == RecordReasons.Stale && http.Request.Headers.ContainsKey("If-Match")
            ? StatusCodes.Status412PreconditionFailed
            : Status(refusal);
        return WriteAsync(http, refusal, status);
    }

    internal static Task WriteAsync(HttpContext http, Refusal refusal, int status)
    {
        if (http.Response.HasStarted)
            return Task.CompletedTask;
        if (refusal.Details?.TryGetValue("seconds", out var seconds) == true)
            http.Response.Headers.RetryAfter = seconds;
        if (http.Request.Headers.ContainsKey("HX-Request"))
            return new RazorComponentResult<RefusalBox>(new { Of = refusal }) { StatusCode = status }.ExecuteAsync(http);
        return IsForPeople(http.Request)
            ? new RazorComponentResult<RefusalDocument>(new { Of = refusal }) { StatusCode = status }.ExecuteAsync(http)
            : WriteProblemAsync(http, refusal, status);
    }

    private static bool IsForPeople(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static Task WriteProblemAsync(HttpContext http, Refusal refusal, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/problem+json; charset=utf-8";
        var english = http.RequestServices.GetRequiredService<ICurrent>().Language == "en";
        var problem = new RefusalProblem(
            $"urn:qingshan:reason:{refusal.Reason.Code}", english ? refusal.En : refusal.Zh, status, refusal.Reason.Code,
            new(refusal.Zh, refusal.En), refusal.Reason.Article, refusal.Field, refusal.Details);
        return JsonSerializer.SerializeAsync(http.Response.Body, problem, JsonSerializerOptions.Web, http.RequestAborted);
    }

    internal static string Text(Refusal refusal, string language) => language == "en" ? refusal.En : refusal.Zh;

    internal static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Problem details (RFC 9457) of a refusal.</summary>
/// <param name="Code">The catalogued reason.</param>
/// <param name="Texts">Both languages.</param>
/// <param name="Article">The article that forbids it, where one does.</param>
/// <param name="Field">The member of the command it is about.</param>
public sealed record RefusalProblem(
    string Type, string Title, int Status, string Code, RefusalTexts Texts, string? Article, string? Field, IReadOnlyDictionary<string, string>? Details);

/// <summary>A text in both languages.</summary>
public sealed record RefusalTexts(string Zh, string En);
