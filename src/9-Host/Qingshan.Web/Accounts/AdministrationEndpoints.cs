using Qingshan.Directory.Access;
using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;
using Qingshan.Record.Reasons;
using Qingshan.Web.Commands;
using Qingshan.Web.Components.Pages.Administration;

namespace Qingshan.Web.Accounts;

/// <summary>What site administrators do to the accounts of others: end sessions, recover by two.</summary>
internal static class AdministrationEndpoints
{
    private const string Page = "/accounts";

    public static void MapAccountAdministration(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/accounts/end-sessions", "account.end-sessions", form =>
        {
            if (Known(form) is not { } person)
                return new(AccountFormEnd.Refuse(AccountReasons.UnknownPerson.Refuse()));
            form.Service<IAccounts>().EndSessions(person, person == form.Who.Person ? form.Token : "");
            return new(AccountFormEnd.Go($"{Page}#{person}") with { Person = person });
        });
        Map(routes, "/accounts/ask-recovery", "account.ask-recovery", async form =>
            Half(Known(form), await form.Service<IRecoveries>().AskAsync(form.Who, form["person"], form["why"], form.Http.RequestAborted)));
        Map(routes, "/accounts/grant-recovery", "account.grant-recovery", async form =>
            Half(null, await form.Service<IRecoveries>().GrantAsync(form.Who, form["id"], form.Http.RequestAborted)));
    }

    private static void Map(IEndpointRouteBuilder routes, string route, string verb, Func<AccountForm, ValueTask<AccountFormEnd>> act) =>
        routes.MapAccountForm<AccountsView>(route, verb, form => form.Service<IAccess>().Permit(form.Who, verb).Refusal is { } refused
            ? new(AccountFormEnd.Refuse(refused))
            : act(form)).Verb(verb);

    // A name that nobody has must not come into the access log.
    private static string? Known(AccountForm form) => form.Service<IDirectory>().FindPerson(form["person"])?.Id;

    private static AccountFormEnd Half(string? person, Outcome<HalfCode> outcome) => outcome.TryGet(out var half, out var refused)
        ? AccountFormEnd.Show("Half", half) with { Person = half.Person }
        : AccountFormEnd.Refuse(refused) with { Person = person };
}
