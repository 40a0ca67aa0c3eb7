using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Qingshan.Directory.Accounts;
using Qingshan.Record.Reasons;
using Qingshan.Web.Commands;
using Qingshan.Web.Components.Pages;
using Qingshan.Web.Security;

namespace Qingshan.Web.Sessions;

/// <summary>Sign-in and sign-out, the active post, the purpose of reading, language and theme.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/session", SignInJsonAsync).Open("Signing in.").RequireRateLimiting(RequestLimits.SignIn)
            .WithName("session.begin").WithTags("session").WithSummary("登录 · Sign in").Accepts<SignIn>("application/json")
            .Produces(StatusCodes.Status204NoContent).Produces<RefusalProblem>(StatusCodes.Status401Unauthorized, "application/problem+json");
        routes.MapDelete("/api/session", (HttpContext http, IAccounts accounts, ICurrent current) =>
        {
            End(http, accounts, current);
            return Results.NoContent();
        }).Open("Signing out must always work.").WithName("session.end").WithTags("session").WithSummary("退出 · Sign out").Produces(StatusCodes.Status204NoContent);

        routes.MapPost("/session/one-time", OneTimeFormAsync).Open("Signing in by a one-time code.").RequireRateLimiting(RequestLimits.SignIn).ExcludeFromDescription();
        Form(routes, "/session/notice", null, (http, form, accounts, current) =>
        {
            accounts.SeeNotice(current.Who!.Person);
            return null;
        }).SignedIn("Says that one has seen what happened to one's own account.");
        routes.MapPost("/session/sign-in", SignInFormAsync).Open("Signing in.").RequireRateLimiting(RequestLimits.SignIn).ExcludeFromDescription();
        Form(routes, "/session/sign-out", "/sign-in", (http, _, accounts, current) => End(http, accounts, current)).Open("Signing out must always work.");
        Form(routes, "/session/post", null, (http, form, accounts, current) => accounts.SwitchPost(current.Session!.Token, form["post"].ToString()).Refusal)
            .SignedIn("Switching between one's own posts; the accounts check that they are.");
        Form(routes, "/session/purpose", null, (http, form, accounts, current) => accounts.ChoosePurpose(current.Session!.Token, form["purpose"].ToString()).Refusal)
            .SignedIn("Choosing one's own purpose of reading.");
        Form(routes, "/session/language", null, (http, form, _, _) => Keep(http, Preferences.LanguageCookie, form["language"].ToString(), Preferences.Languages))
            .Open("A preference of the browser.");
        Form(routes, "/session/theme", null, (http, form, _, _) => Keep(http, Preferences.ThemeCookie, form["theme"].ToString(), Preferences.Themes))
            .Open("A preference of the browser.");
        if (routes.ServiceProvider.GetRequiredService<ServeOptions>().Demo)
        {
            Form(routes, "/session/demo", null, (http, form, accounts, _) =>
            {
                var chosen = form["person-post"].ToString().Split(' ');
                var outcome = accounts.SignInDemo(chosen[0], chosen[^1], Visitors.Of(http));
                if (outcome.TryGet(out var session, out var refusal))
                    SessionCookie.Set(http, session.Token);
                return refusal;
            }).Open("The demo bar; mapped only where the site is a demo, which listens on loopback only.");
        }
    }

    private static RouteHandlerBuilder Form(
        IEndpointRouteBuilder routes, string route, string? next, Func<HttpContext, IFormCollection, IAccounts, ICurrent, Refusal?> act) =>
        routes.MapPost(route, async (HttpContext http, IAccounts accounts, ICurrent current) =>
        {
            var refusal = await FormGuard.CheckAsync(http);
            var form = refusal is null ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
            refusal ??= act(http, form!, accounts, current);
            if (refusal is null)
                (http.Response.StatusCode, http.Response.Headers.Location) = (StatusCodes.Status303SeeOther, next ?? FormCalls.NextPage(form!["_next"].ToString(), ""));
            else
                await RefusalAnswers.WriteAsync(http, refusal);
        }).ExcludeFromDescription();

    private static async Task SignInFormAsync(HttpContext http, IAccounts accounts)
    {
        if (await FormGuard.CheckAsync(http) is { } expired)
        {
            await RefusalAnswers.WriteAsync(http, expired);
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (user, next) = (form["user"].ToString(), FormCalls.NextPage(form["_next"].ToString(), ""));
        var credentials = new Credentials(user, form["password"].ToString(), form["totp"].ToString());
        if ((await accounts.SignInAsync(credentials, Visitors.Of(http), http.RequestAborted)).TryGet(out var session, out var refusal))
        {
            SessionCookie.Set(http, session.Token);
            (http.Response.StatusCode, http.Response.Headers.Location) = (StatusCodes.Status303SeeOther, next);
            return;
        }

        await new RazorComponentResult<SignInDocument>(new { User = user, Next = next, Refused = refusal }) { StatusCode = RefusalAnswers.Status(refusal) }.ExecuteAsync(http);
    }

    private static async Task OneTimeFormAsync(HttpContext http, IAccounts accounts)
    {
        if (await FormGuard.CheckAsync(http) is { } expired)
        {
            await RefusalAnswers.WriteAsync(http, expired);
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var user = form["user"].ToString();
        var outcome = await accounts.SignInByCodeAsync(user, form["code"].ToString(), form["password"].ToString(), Visitors.Of(http), http.RequestAborted);
        if (outcome.TryGet(out var session, out var refusal))
        {
            SessionCookie.Set(http, session.Token);
            (http.Response.StatusCode, http.Response.Headers.Location) = (StatusCodes.Status303SeeOther, "/me/security");
            return;
        }

        await ViewDocument.Answer<OneTimeForm>(refusal, ("User", user), ("Refused", refusal)).ExecuteAsync(http);
    }

    private static async Task SignInJsonAsync(HttpContext http, IAccounts accounts)
    {
        SignIn? request;
        try
        {
            request = await JsonSerializer.DeserializeAsync<SignIn>(http.Request.Body, JsonSerializerOptions.Web, http.RequestAborted);
        }
        catch (JsonException problem)
        {
            await RefusalAnswers.WriteAsync(http, CommandCalls.Unread(problem));
            return;
        }

        var credentials = new Credentials(request?.User ?? "", request?.Password ?? "", request?.Totp ?? "");
        if ((await accounts.SignInAsync(credentials, Visitors.Of(http), http.RequestAborted)).TryGet(out var session, out var refusal))
        {
            SessionCookie.Set(http, session.Token);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            await RefusalAnswers.WriteAsync(http, refusal);
        }
    }

    private static Refusal? End(HttpContext http, IAccounts accounts, ICurrent current)
    {
        if (current.Session is { } session)
            accounts.End(session.Token);
        SessionCookie.Clear(http);
        // Fragments may sit in the browser's cache; the next person at this desk must not find them.
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return null;
    }

    private static Refusal? Keep(HttpContext http, string cookie, string value, IReadOnlyList<string> allowed)
    {
        if (!allowed.Contains(value))
            return WebReasons.Malformed.Refuse(("problem", value));
        Preferences.Keep(http, cookie, value);
        return null;
    }
}

/// <summary>Body of <c>POST /api/session</c>.</summary>
/// <param name="Totp">Code of the authenticator app, or a backup code, for accounts with a second factor; without it they are answered <c>totp_required</c>.</param>
public sealed record SignIn(string User, string Password, string? Totp = null);
