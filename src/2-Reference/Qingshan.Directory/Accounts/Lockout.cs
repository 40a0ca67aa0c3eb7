using NodaTime;

namespace Qingshan.Directory.Accounts;

/// <summary>
/// How long failures lock out: pure. The same for names that have an account and for names that have none. The long lock is for a name from one
/// address, so that nobody can keep an officer out by guessing from elsewhere; over all addresses, and for an address as a whole, locks stay short.
/// </summary>
/// <param name="Limit">Failures after which it locks.</param>
/// <param name="Memory">Failures are forgotten after this time without another one.</param>
/// <param name="Longest">No lock is longer.</param>
internal sealed record Lockout(int Limit, Duration Memory, Duration Longest)
{
    private static readonly Duration First = Duration.FromMinutes(1);

    /// <summary>One user name from one address.</summary>
    public static Lockout Pair { get; } = new(5, Duration.FromDays(1), Duration.FromDays(1));

    /// <summary>One user name from anywhere.</summary>
    public static Lockout User { get; } = new(100, Duration.FromMinutes(15), Duration.FromMinutes(5));

    /// <summary>One address, over all names: an agency may sit behind it.</summary>
    public static Lockout Address { get; } = new(50, Duration.FromMinutes(15), Duration.FromMinutes(5));

    /// <summary>Wrong second factors of one user name after the right password, from anywhere: who gets there knows the password, so the lock is long.</summary>
    public static Lockout Code { get; } = new(5, Duration.FromDays(1), Duration.FromDays(1));

    /// <summary>One minute at the limit, doubled with each further failure, up to the longest.</summary>
    public Duration Of(long failures)
    {
        if (failures < Limit)
            return Duration.Zero;
        var doublings = Math.Min(failures - Limit, 11);
        return Duration.Min(First * (1L << (int)doublings), Longest);
    }

    public static long MinutesLeft(Instant until, Instant now) => (long)Math.Ceiling((until - now).TotalMinutes);
}
