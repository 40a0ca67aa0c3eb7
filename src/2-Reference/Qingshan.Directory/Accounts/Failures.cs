using NodaTime;
using NodaTime.Extensions;
using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Accounts;

/// <summary>Counts failed tries and locks out by <see cref="Lockout"/>. A try has up to three names: user from address, user from anywhere, address.</summary>
internal sealed class Failures(AccountDatabase database, TimeProvider time)
{
    private Instant Now => time.GetUtcNow().ToInstant();

    /// <summary>The names under which a password try of this user from this address counts, the closest first.</summary>
    public static IReadOnlyList<(string Who, Lockout Lockout)> PasswordTries(string user, string address) =>
    [
        ($"user:{Short(user)}@{Short(address)}", Lockout.Pair), ($"user:{Short(user)}", Lockout.User), ($"address:{Short(address)}", Lockout.Address),
    ];

    /// <summary>Wrong codes come from somebody who knows the password, wherever he sits: they count by the name alone, and long.</summary>
    public static (string Who, Lockout Lockout) CodeTries(string user) => ($"code:{Short(user)}", Lockout.Code);

    public static (string Who, Lockout Lockout) AddressTries(string address) => ($"address:{Short(address)}", Lockout.Address);

    public Refusal? LockOf(IEnumerable<(string Who, Lockout Lockout)> tries) => tries.Select(attempt => LockOf(attempt.Who)).FirstOrDefault(locked => locked is not null);

    public void Count(IEnumerable<(string Who, Lockout Lockout)> tries)
    {
        foreach (var (who, lockout) in tries)
            Count(who, lockout);
    }

    public void Forget(string who) => database.Run("DELETE FROM failure WHERE who = @who", new { who });

    /// <summary>Forgets whatever was counted against a user name, from anywhere.</summary>
    public void ForgetUser(string user) => database.Run(
        "DELETE FROM failure WHERE who IN (@user, @code) OR substr(who, 1, length(@pair)) = @pair",
        new { user = $"user:{Short(user)}", code = $"code:{Short(user)}", pair = $"user:{Short(user)}@" });

    /// <summary>Drops what can have no effect any more.</summary>
    public void Purge() => database.Run(
        "DELETE FROM failure WHERE last_at <= @failed AND locked_until <= @now",
        new { failed = (Now - Lockout.Pair.Memory).ToUnixTimeMilliseconds(), now = Now.ToUnixTimeMilliseconds() });

    private Refusal? LockOf(string who)
    {
        var now = Now;
        return database.One<LockRow>("SELECT locked_until AS lockedUntil FROM failure WHERE who = @who", new { who }) is { } row && Instant.FromUnixTimeMilliseconds(row.LockedUntil) is var until && until > now
            ? AccountReasons.Locked.Refuse(("minutes", Lockout.MinutesLeft(until, now)))
            : null;
    }

    // Failures whose last one is older than the memory count no more.
    private void Count(string who, Lockout lockout)
    {
        var now = Now;
        var count = database.One<CountRow>(
            """
            INSERT INTO failure (who, count, last_at, locked_until) VALUES (@who, 1, @now, 0)
            ON CONFLICT (who) DO UPDATE SET count = CASE WHEN last_at <= @forgotten THEN 1 ELSE count + 1 END, last_at = @now RETURNING count
            """,
            new { who, now = now.ToUnixTimeMilliseconds(), forgotten = (now - lockout.Memory).ToUnixTimeMilliseconds() })!.Count;
        if (lockout.Of(count) is var locked && locked > Duration.Zero)
            database.Run("UPDATE failure SET locked_until = @until WHERE who = @who", new { who, until = (now + locked).ToUnixTimeMilliseconds() });
    }

    private static string Short(string text) => text.Length <= 64 ? text : Hashes.Of(text);

    private sealed record LockRow(long LockedUntil);

    private sealed record CountRow(long Count);
}
