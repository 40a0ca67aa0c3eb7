using NodaTime;
using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Accounts;

/// <summary>Sign-in and sessions. Not business state: kept in a database of its own, outside the record.</summary>
public interface IAccounts
{
    /// <summary>
    /// Checks user, password and, where the person has one, the second factor. Wrong user and wrong password look and last the same; after five failures the
    /// account is locked for a growing time. Without the second factor that it needs: <see cref="AccountReasons.TotpRequired"/>.
    /// </summary>
    Task<Outcome<Session>> SignInAsync(Credentials credentials, Visitor from, CancellationToken cancel = default);

    /// <summary>Begins a session by a one-time code, which a new or a recovered account gets, and sets the password from now on.</summary>
    Task<Outcome<Session>> SignInByCodeAsync(string user, string code, string password, Visitor from, CancellationToken cancel = default);

    /// <summary>Begins a session without a password, for the demo bar; only where the site is a demo.</summary>
    Outcome<Session> SignInDemo(string person, string post, Visitor? from = null);

    /// <summary>The live session of a token, or null: unknown, ended, idle for 12 hours, or older than 7 days.</summary>
    /// <param name="touch">False where the browser asks by itself, which keeps no idle session alive.</param>
    Session? FindSession(string token, bool touch = true);

    /// <summary>Makes another of the person's posts the active one.</summary>
    Outcome<Session> SwitchPost(string token, string post);

    /// <summary>Chooses the purpose for reading (see <see cref="Purposes"/>); empty clears it.</summary>
    Outcome<Session> ChoosePurpose(string token, string purpose);

    void End(string token);

    /// <summary>The live sessions of a person, the last used first.</summary>
    IReadOnlyList<SessionCard> SessionsOf(string person);

    /// <summary>Ends one session of a person by the id of its card; false when it is gone already.</summary>
    bool EndSession(string person, string id);

    /// <summary>Ends all sessions of a person, but the one of this token; how many.</summary>
    int EndSessions(string person, string exceptToken = "");

    /// <summary>A recovery of the person's account that the person has not confirmed to have seen; null when there is none.</summary>
    RecoveryNotice? NoticeOf(string person);

    /// <summary>The person has seen it.</summary>
    void SeeNotice(string person);
}

/// <summary>What somebody types to sign in.</summary>
/// <param name="Totp">Code of the authenticator app, or one of the backup codes; empty when none was typed.</param>
public sealed record Credentials(string User, string Password, string Totp = "");

/// <summary>Where a sign-in comes from.</summary>
/// <param name="Address">Source address, for limits and for the list of sessions.</param>
/// <param name="Device">Family of browser and system, such as <c>Firefox · Linux</c>; empty when unknown. Never more than that.</param>
public sealed record Visitor(string Address, string Device = "");

/// <summary>A signed-in browser.</summary>
/// <param name="Token">Secret of the cookie, 256 random bits; only its hash is stored.</param>
public sealed record Session(string Token, string Person, string Post, string Purpose, Instant StartedAt);

/// <summary>A session as its person sees it.</summary>
/// <param name="Id">Names it to people; says nothing about the token.</param>
/// <param name="SeenAt">Last use, to the minute.</param>
public sealed record SessionCard(string Id, string Post, string Address, string Device, Instant StartedAt, Instant SeenAt)
{
    /// <summary>The id of the session that a token belongs to.</summary>
    public static string IdOf(string token) => SessionTable.IdOf(Hashes.Of(token));
}

/// <summary>Two administrators recovered the person's account.</summary>
public sealed record RecoveryNotice(string AskedBy, Instant AskedAt, string GrantedBy, Instant GrantedAt);

/// <summary>The catalogued purposes of reading.</summary>
public static class Purposes
{
    /// <summary>Code, Chinese and English text, in the order they are offered.</summary>
    public static IReadOnlyList<(string Code, string Zh, string En)> All { get; } =
    [
        ("handling", "办理案件", "Handling the case"),
        ("approval", "审批", "Approval"),
        ("supervision", "法律监督", "Legal supervision"),
        ("duty", "值班处置", "Duty"),
        ("audit", "审计", "Audit"),
    ];
}
