using NodaTime;
using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Accounts;

/// <summary>Sign-in and sessions. Not business state: kept in a database of its own, outside the record.</summary>
public interface IAccounts
{
    /// <summary>Checks user and password. Wrong user and wrong password look and last the same; after five failures the account is locked for a growing time.</summary>
    /// <param name="address">Source address, for limits.</param>
    Task<Outcome<Session>> SignInAsync(string user, string password, string address, CancellationToken cancel = default);

    /// <summary>Begins a session without a password, for the demo bar; only where the site is a demo.</summary>
    Outcome<Session> SignInDemo(string person, string post);

    /// <summary>The live session of a token, or null: unknown, ended, idle for 12 hours, or older than 7 days.</summary>
    /// <param name="touch">False where the browser asks by itself, which keeps no idle session alive.</param>
    Session? FindSession(string token, bool touch = true);

    /// <summary>Makes another of the person's posts the active one.</summary>
    Outcome<Session> SwitchPost(string token, string post);

    /// <summary>Chooses the purpose for reading (see <see cref="Purposes"/>); empty clears it.</summary>
    Outcome<Session> ChoosePurpose(string token, string purpose);

    void End(string token);
}

/// <summary>A signed-in browser.</summary>
/// <param name="Token">Secret of the cookie, 256 random bits; only its hash is stored.</param>
public sealed record Session(string Token, string Person, string Post, string Purpose, Instant StartedAt);

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
