using System.Security.Claims;
using Qingshan.Directory.Access;
using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;
using Qingshan.Web.Commands;

namespace Qingshan.Web.Sessions;

/// <summary>Finds who asks, and stops what needs a sign-in when nobody is signed in.</summary>
internal sealed class SessionMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Current current, IAccounts accounts, IDirectory directory)
    {
        current.Read(http, accounts, directory);
        // Antiforgery tokens are bound to this identity: a form made for one person is refused from another.
        if (current.Who is { } who)
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who.Person)], "session"));
        if (current.Who is null && http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<EndpointDutyAttribute>() is not OpenAttribute)
        {
            if (WantsPage(http.Request))
                http.Response.Redirect("/sign-in?next=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString));
            else
                await RefusalAnswers.WriteAsync(http, AccessReasons.SignInNeeded.Refuse());
            return;
        }

        await next(http);
    }

    private static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Headers.ContainsKey("HX-Request") && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
