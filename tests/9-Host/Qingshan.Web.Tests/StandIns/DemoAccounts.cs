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

    public Task<Outcome<Session>> SignInAsync(Credentials credentials, Visitor from, CancellationToken cancel = default) =>
        Task.FromResult<Outcome<Session>>(
            credentials.Password == "right" && directory.FindPerson(credentials.User) is { } person ? Begin(person.Id, person.Posts[0]) : Wrong.Refuse());

    public Task<Outcome<Session>> SignInByCodeAsync(string user, string code, string password, Visitor from, CancellationToken cancel = default) =>
        Task.FromResult<Outcome<Session>>(Wrong.Refuse());

    public Outcome<Session> SignInDemo(string person, string post, Visitor? from = null) =>
        directory.FindPerson(person)?.Posts.Contains(post) == true ? Begin(person, post) : AccessReasons.NotFound.Refuse();

    public Session? FindSession(string token, bool touch = true) => sessions.GetValueOrDefault(token);

    public Outcome<Session> SwitchPost(string token, string post) =>
        directory.FindPerson(sessions[token].Person)!.Posts.Contains(post) ? sessions[token] = sessions[token] with { Post = post } : AccessReasons.NotFound.Refuse();

    public Outcome<Session> ChoosePurpose(string token, string purpose) => sessions[token] = sessions[token] with { Purpose = purpose };

    public void End(string token) => sessions.Remove(token);

    public IReadOnlyList<SessionCard> SessionsOf(string person) => [];

    public bool EndSession(string person, string id) => false;

    public int EndSessions(string person, string exceptToken = "") => 0;

    public RecoveryNotice? NoticeOf(string person) => null;

    public void SeeNotice(string person)
    {
        // There is never one.
    }

    private Session Begin(string person, string post)
    {
        var session = new Session((++made).ToString("x64", CultureInfo.InvariantCulture), person, post, "", Instant.FromUtc(2026, 2, 17, 0, 0));
        return sessions[session.Token] = session;
    }
}
