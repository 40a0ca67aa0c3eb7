using Qingshan.Directory.Accounts;
using Qingshan.Web.Commands;
using Qingshan.Web.Components.Pages.Me;
using Qingshan.Web.Security;

namespace Qingshan.Web.Accounts;

/// <summary>One's own second factors and sessions.</summary>
internal static class SecurityEndpoints
{
    private const string Why = "One's own account.";
    private const string Page = "/me/security";

    public static void MapSecurity(this IEndpointRouteBuilder routes)
    {
        routes.MapAccountForm<SecurityView>("/me/security/totp/begin", "own.begin-totp", form =>
            new(AccountFormEnd.GoUnless(Factors(form).BeginTotp(form.Who.Person, form["password"], form.From).Refusal, Page + "#totp"))).AsksPassword();
        routes.MapAccountForm<SecurityView>("/me/security/totp/confirm", "own.confirm-totp", form =>
            new(Codes(Factors(form).ConfirmTotp(form.Who.Person, form["code"])))).AsksPassword();
        routes.MapAccountForm<SecurityView>("/me/security/totp/remove", "own.remove-totp", form =>
            new(AccountFormEnd.GoUnless(Factors(form).RemoveTotp(form.Who.Person, form["password"], form.From), Page))).AsksPassword();
        routes.MapAccountForm<SecurityView>("/me/security/codes", "own.renew-backup-codes", form =>
            new(Codes(Factors(form).RenewBackupCodes(form.Who.Person, form["password"], form.From)))).AsksPassword();
        routes.MapAccountForm<SecurityView>("/me/security/passkeys/remove", "own.remove-passkey", form =>
            new(AccountFormEnd.GoUnless(Factors(form).RemovePasskey(form.Who.Person, form["id"], form["password"], form.From), Page + "#passkeys"))).AsksPassword();
        MapSessionForms(routes);
        MapSessionJson(routes);
    }

    private static void MapSessionForms(IEndpointRouteBuilder routes)
    {
        routes.MapAccountForm<SessionsView>("/me/sessions/end", "own.end-session", form => new(AccountFormEnd.GoUnless(
            Accounts(form).EndSession(form.Who.Person, form["id"]) ? null : AccountReasons.SessionGone.Refuse(), "/me/sessions"))).SignedIn(Why);
        routes.MapAccountForm<SessionsView>("/me/sessions/end-others", "own.end-sessions", form =>
        {
            Accounts(form).EndSessions(form.Who.Person, form.Token);
            return new(AccountFormEnd.Go("/me/sessions"));
        }).SignedIn(Why);
    }

    private static void MapSessionJson(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/sessions", (IAccounts accounts, Sessions.ICurrent current) =>
            accounts.SessionsOf(current.Who!.Person).Select(card => SessionLine.Of(card, current.Session!.Token)).ToList())
            .SignedIn(Why).WithName("session.list").WithTags("session").WithSummary("我的会话 · My sessions").Produces<List<SessionLine>>();

    // Guesses at a password or code through a session that was left open are as slow as those at the sign-in.
    private static void AsksPassword(this RouteHandlerBuilder form) => form.SignedIn(Why).RequireRateLimiting(RequestLimits.SignIn);

    private static AccountFormEnd Codes(Qingshan.Record.Reasons.Outcome<BackupCodes> outcome) =>
        outcome.TryGet(out var codes, out var refused) ? AccountFormEnd.Show("Codes", codes) : AccountFormEnd.Refuse(refused);

    private static ISecondFactors Factors(AccountForm form) => form.Service<ISecondFactors>();

    private static IAccounts Accounts(AccountForm form) => form.Service<IAccounts>();
}

/// <summary>A session as JSON; times are ISO 8601 in UTC.</summary>
/// <param name="Current">The one that asks.</param>
public sealed record SessionLine(string Id, bool Current, string Post, string Address, string Device, string StartedAt, string SeenAt)
{
    internal static SessionLine Of(SessionCard card, string token) => new(
        card.Id, card.Id == SessionCard.IdOf(token), card.Post, card.Address, card.Device,
        NodaTime.Text.InstantPattern.ExtendedIso.Format(card.StartedAt), NodaTime.Text.InstantPattern.ExtendedIso.Format(card.SeenAt));
}
