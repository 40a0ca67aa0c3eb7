using NodaTime;

namespace Qingshan.Directory.Accounts;

/// <summary>How long failures lock out: pure. The same for names that have an account and for names that have none.</summary>
internal static class Lockout
{
    /// <summary>Failures of one user name after which it is locked.</summary>
    public const int UserLimit = 5;

    /// <summary>Failures from one address, over all names, after which the address is locked.</summary>
    public const int AddressLimit = 50;

    /// <summary>Failures are forgotten after a day without another one.</summary>
    public static readonly Duration Memory = Duration.FromDays(1);

    private static readonly Duration First = Duration.FromMinutes(1);

    /// <summary>One minute at the limit, doubled with each further failure, a day at most.</summary>
    public static Duration Of(long failures, int limit)
    {
        if (failures < limit)
            return Duration.Zero;
        var doublings = Math.Min(failures - limit, 11);
        return Duration.Min(First * (1L << (int)doublings), Memory);
    }

    public static long MinutesLeft(Instant until, Instant now) => (long)Math.Ceiling((until - now).TotalMinutes);
}
