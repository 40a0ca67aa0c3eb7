using System.Globalization;
using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Directory.Accounts;
using Qingshan.Record.Reasons;

namespace Qingshan.Web.Tests.StandIns;

/// <summary>Accounts in memory: the password is "right", the user is a person's id.</summary>
internal sealed class DemoAccounts(DemoDirectory directory) : IAccounts
{
    public static readonly Reason Wrong = new("account.wrong", ReasonKind.SignInNeeded, "账号或密码不正确。", "User or password is wrong.");

    private readonly Dictionary<string, Session> sessions = new(StringComparer.Ordinal);
    private int made;

    public Task<Outcome<Session>> SignInAsync(string user, string password, string address, CancellationToken cancel = default) =>
        Task.FromResult<Outcome<Session>>(password == "right" && directory.FindPerson(user) is { } person ? Begin(person.Id, person.Posts[0]) : Wrong.Refuse());

    public Outcome<Session> SignInDemo(string person, string post) =>
        directory.FindPerson(person)?.Posts.Contains(post) == true ? Begin(person, post) : AccessReasons.NotFound.Refuse();

    public Session? FindSession(string token, bool touch = true) => sessions.GetValueOrDefault(token);

    public Outcome<Session> SwitchPost(string token, string post) =>
        directory.FindPerson(sessions[token].Person)!.Posts.Contains(post) ? sessions[token] = sessions[token] with { Post = post } : AccessReasons.NotFound.Refuse();

    public Outcome<Session> ChoosePurpose(string token, string purpose) => sessions[token] = sessions[token] with { Purpose = purpose };

    public void End(string token) => sessions.Remove(token);

    private Session Begin(string person, string post)
    {
        var session = new Session((++made).ToString("x64", CultureInfo.InvariantCulture), person, post, "", Instant.FromUtc(2026, 2, 17, 0, 0));
        return sessions[session.Token] = session;
    }
}
