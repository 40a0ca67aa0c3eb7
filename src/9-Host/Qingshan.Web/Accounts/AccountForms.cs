using Qingshan.Directory.Access;
using Qingshan.Directory.Accounts;
using Qingshan.Record.Reasons;
using Qingshan.Web.Commands;
using Qingshan.Web.Components.Pages;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Accounts;

/// <summary>
/// Forms about accounts. They are no commands: what they change is no business state, and some of them show a secret this once, so that the answer is the page
/// itself and not the way to one. Each that was carried out or refused to a post is written to the access log.
/// </summary>
internal static class AccountForms
{
    /// <summary>Maps a form; <typeparamref name="TView"/> is the page that it stands on, which shows a refusal in the parameter <c>Refused</c>.</summary>
    public static RouteHandlerBuilder MapAccountForm<TView>(this IEndpointRouteBuilder routes, string route, string verb, Func<AccountForm, ValueTask<AccountFormEnd>> act) =>
        routes.MapPost(route, (Delegate)(async (HttpContext http) =>
        {
            if (await FormGuard.CheckAsync(http) is { } expired)
            {
                await RefusalAnswers.WriteAsync(http, expired);
                return;
            }

            var current = http.RequestServices.GetRequiredService<ICurrent>();
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var end = await act(new AccountForm(http, form, current.Who!, current.Session!.Token));
            await JournalAsync(http, current.Who!, verb, end);
            await AnswerAsync<TView>(http, end);
        })).ExcludeFromDescription();

    private static Task JournalAsync(HttpContext http, Acting who, string verb, AccountFormEnd end) => http.RequestServices.GetRequiredService<IAccessJournal>().WriteAsync(
        new AccessRead(who, $"account/{end.Person ?? who.Person}", verb, AccessLevel.Act, end.Refused is not null), http.RequestAborted);

    private static async Task AnswerAsync<TView>(HttpContext http, AccountFormEnd end)
    {
        if (end.Next is { } next)
            (http.Response.StatusCode, http.Response.Headers.Location) = (StatusCodes.Status303SeeOther, next);
        else
            await ViewDocument.Answer<TView>(end.Refused, [.. end.Shown, ("Refused", end.Refused)]).ExecuteAsync(http);
    }
}

/// <summary>One posted form of the person who acts.</summary>
internal sealed record AccountForm(HttpContext Http, IFormCollection Fields, Acting Who, string Token)
{
    public string this[string name] => Fields[name].ToString();

    public Visitor From => Visitors.Of(Http);

    public T Service<T>()
        where T : notnull => Http.RequestServices.GetRequiredService<T>();
}

/// <summary>How a form ends: refused, on another page, or on its own page with something that is shown this once.</summary>
internal sealed record AccountFormEnd
{
    public Refusal? Refused { get; private init; }

    public string? Next { get; private init; }

    /// <summary>Whose account it was about, when not one's own.</summary>
    public string? Person { get; init; }

    public IReadOnlyList<(string Name, object? Value)> Shown { get; private init; } = [];

    public static AccountFormEnd Refuse(Refusal refused) => new() { Refused = refused };

    public static AccountFormEnd Go(string next) => new() { Next = next };

    public static AccountFormEnd Show(string name, object? value) => new() { Shown = [(name, value)] };

    public static AccountFormEnd GoUnless(Refusal? refused, string next) => refused is null ? Go(next) : Refuse(refused);
}
