using Qingshan.Record.Reasons;

namespace Qingshan.Web.Commands;

/// <summary>The refusal that a page shows in its own place.</summary>
internal sealed record RefusedPage(Refusal Of);

/// <summary>
/// The framework writes no body for a page that says "not found" while it is drawn. What one may not know must look like an address that leads nowhere, so
/// the same refusal is written in its stead.
/// </summary>
internal static class RefusedPages
{
    public static void UseRefusedPages(this WebApplication app) => app.Use(async (http, next) =>
    {
        await next(http);
        if (!http.Response.HasStarted && http.Response.StatusCode == StatusCodes.Status404NotFound && http.Features.Get<RefusedPage>() is { } page)
            await RefusalAnswers.WriteAsync(http, page.Of);
    });
}
