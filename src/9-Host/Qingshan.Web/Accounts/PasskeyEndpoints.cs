using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Extensions;
using Qingshan.Directory.Access;
using Qingshan.Directory.Accounts;
using Qingshan.Record.Reasons;
using Qingshan.Web.Commands;
using Qingshan.Web.Security;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Accounts;

/// <summary>Passkeys (WebAuthn Level 3): adding one's own, and signing in by one. The framework verifies; here is what surrounds it.</summary>
internal static class PasskeyEndpoints
{
    private const string Adding = "add";
    private const string SigningIn = "sign-in";

    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<PasskeyOwner>().AddUserStore<PasskeyOwners>();
        services.AddScoped<PasskeyHandler<PasskeyOwner>>();
        services.AddSingleton<PasskeyChallenge>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // Without a name of its own the site is the host that was asked for; the browser holds page and key together.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
            options.ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && IsOwn(origin.HttpContext.Request, origin.Origin));
        });
    }

    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        Describe(routes.MapPost("/api/session/passkey/options", SignInOptionsAsync).Open("Signing in."), "session.passkey-options", "通行密钥登录：取挑战 · Challenge for signing in by a passkey");
        Describe(routes.MapPost("/api/session/passkey", SignInAsync).Open("Signing in."), "session.passkey", "通行密钥登录 · Sign in by a passkey");
        Describe(routes.MapPost("/api/passkeys/options", AddOptionsAsync).SignedIn("One's own passkeys."), "passkey.options", "添加通行密钥：取挑战 · Challenge for a new passkey")
            .Accepts<AskPasskey>("application/json");
        Describe(routes.MapPost("/api/passkeys", AddAsync).SignedIn("One's own passkeys."), "passkey.add", "添加通行密钥 · Add a passkey").Accepts<NewPasskey>("application/json");
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint, string name, string summary) =>
        endpoint.RequireRateLimiting(RequestLimits.SignIn).WithName(name).WithTags("session").WithSummary(summary);

    private static async Task SignInOptionsAsync(HttpContext http, PasskeyHandler<PasskeyOwner> handler, PasskeyChallenge challenge)
    {
        var made = await handler.MakeRequestOptionsAsync(null, http);
        challenge.Leave(http, SigningIn, made.AssertionState!);
        await JsonAsync(http, made.RequestOptionsJson);
    }

    private static async Task SignInAsync(HttpContext http, PasskeyHandler<PasskeyOwner> handler, PasskeyChallenge challenge, [FromServices] ISecondFactors factors, TimeProvider time)
    {
        var from = Visitors.Of(http);
        var outcome = factors.LockOf(from) is { } locked ? locked : await VerifyAsync();
        if (outcome.TryGet(out var session, out var refusal))
        {
            SessionCookie.Set(http, session.Token);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            await RefusalAnswers.WriteAsync(http, refusal);
        }

        async Task<Outcome<Session>> VerifyAsync()
        {
            if (challenge.Take(http, SigningIn) is not { } state)
                return AccountReasons.PasskeyWrong.Refuse();
            if (!(await ReadAsync<JsonElement>(http)).TryGet(out var credential, out var unread))
                return unread;
            var result = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential.GetRawText(), AssertionState = state });
            return result.Succeeded
                ? factors.SignIn(PasskeyOwners.Kept(result.Passkey, result.User.Person, result.Passkey.Name ?? "", time.GetUtcNow().ToInstant()), state, from)
                : factors.CountWrongPasskey(from);
        }
    }

    private static async Task AddOptionsAsync(HttpContext http, PasskeyHandler<PasskeyOwner> handler, PasskeyChallenge challenge, [FromServices] ISecondFactors factors, ICurrent current)
    {
        var who = current.Who!;
        if (!(await ReadAsync<AskPasskey>(http)).TryGet(out var asked, out var unread))
        {
            await RefusalAnswers.WriteAsync(http, unread);
            return;
        }

        if (factors.AskPassword(who.Person, asked.Password ?? "", Visitors.Of(http)) is { } refused)
        {
            await RefusalAnswers.WriteAsync(http, refused);
            return;
        }

        var made = await handler.MakeCreationOptionsAsync(new() { Id = who.Person, Name = who.Person, DisplayName = who.Person }, http);
        challenge.Leave(http, Adding, made.AttestationState!);
        await JsonAsync(http, made.CreationOptionsJson);
    }

    private static async Task AddAsync(
        HttpContext http, PasskeyHandler<PasskeyOwner> handler, PasskeyChallenge challenge, [FromServices] ISecondFactors factors, ICurrent current, [FromServices] IAccessJournal journal, TimeProvider time)
    {
        var who = current.Who!;
        var refusal = await VerifyAsync();
        await journal.WriteAsync(new AccessRead(who, $"account/{who.Person}", "own.add-passkey", AccessLevel.Act, refusal is not null), http.RequestAborted);
        if (refusal is null)
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        else
            await RefusalAnswers.WriteAsync(http, refusal);

        async Task<Refusal?> VerifyAsync()
        {
            if (challenge.Take(http, Adding) is not { } state)
                return AccountReasons.PasskeyWrong.Refuse();
            if (!(await ReadAsync<NewPasskey>(http)).TryGet(out var asked, out var unread))
                return unread;
            if (asked.Credential.ValueKind != JsonValueKind.Object)
                return AccountReasons.PasskeyWrong.Refuse();
            var result = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = asked.Credential.GetRawText(), AttestationState = state });
            return result.Succeeded && result.UserEntity.Id == who.Person
                ? factors.AddPasskey(PasskeyOwners.Kept(result.Passkey, who.Person, asked.Name ?? "", time.GetUtcNow().ToInstant()))
                : AccountReasons.PasskeyWrong.Refuse();
        }
    }

    private static async Task<Outcome<T>> ReadAsync<T>(HttpContext http)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(http.Request.Body, JsonSerializerOptions.Web, http.RequestAborted) is { } read and not JsonElement { ValueKind: not JsonValueKind.Object }
                ? read
                : WebReasons.Malformed.Refuse(("problem", "JSON"));
        }
        catch (JsonException problem)
        {
            return CommandCalls.Unread(problem);
        }
    }

    private static Task JsonAsync(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(json, http.RequestAborted);
    }

    private static bool IsOwn(HttpRequest request, string origin) => string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Body of <c>POST /api/passkeys/options</c>.</summary>
public sealed record AskPasskey(string? Password);

/// <summary>Body of <c>POST /api/passkeys</c>.</summary>
/// <param name="Credential">What the browser made, as JSON with base64url members (WebAuthn RegistrationResponseJSON).</param>
public sealed record NewPasskey(string? Name, JsonElement Credential);
