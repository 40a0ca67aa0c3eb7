using Qingshan.Web.Commands;

namespace Qingshan.Web.Security;

/// <summary>
/// Writes must come from this site. A browser says so by Sec-Fetch-Site or Origin; a program says neither, and cannot be tricked into sending cookies.
/// Writes other than forms must be JSON (or bytes, for upload parts), which another site cannot send without asking first.
/// </summary>
internal sealed class SameOriginMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return next(http);
        if (!IsOwn(request))
            return RefusalAnswers.WriteAsync(http, WebReasons.CrossOrigin.Refuse());
        return request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !IsPlain(request)
            ? RefusalAnswers.WriteAsync(http, WebReasons.WrongContentType.Refuse(("expected", "application/json")))
            : next(http);
    }

    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPlain(HttpRequest request) =>
        HttpMethods.IsDelete(request.Method) || request.HasJsonContentType()
        || (HttpMethods.IsPut(request.Method) && request.ContentType?.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase) == true);
}
