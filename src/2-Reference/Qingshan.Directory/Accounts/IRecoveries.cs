using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Accounts;

/// <summary>
/// Recovery of an account by two administrators: one asks, another grants, neither is the person. Each gets one half of a one-time code, so that neither can
/// use it alone; the person puts the halves together within 24 hours and chooses a new password. Both acts are entries of the person's stream.
/// The caller has asked the access table.
/// </summary>
public interface IRecoveries
{
    /// <summary>People with an account, by id.</summary>
    IReadOnlyList<AccountCard> Accounts { get; }

    /// <summary>Recoveries that wait for the second administrator, the newest first.</summary>
    IReadOnlyList<WaitingRecovery> Waiting { get; }

    /// <summary>Asks for a recovery; gives the first half of the code, which is shown this once.</summary>
    Task<Outcome<HalfCode>> AskAsync(Acting who, string person, string why, CancellationToken cancel = default);

    /// <summary>Grants it: password, second factors and sessions of the person are gone; gives the second half.</summary>
    Task<Outcome<HalfCode>> GrantAsync(Acting who, string id, CancellationToken cancel = default);
}

/// <summary>A person's account as administrators see it.</summary>
/// <param name="Waits">No password was chosen yet: it waits for its one-time code.</param>
/// <param name="Sessions">Live ones.</param>
public sealed record AccountCard(string Person, IReadOnlyList<string> Users, bool Waits, FactorState Factors, int Sessions);

/// <summary>A recovery that was asked for; it lapses after 24 hours.</summary>
public sealed record WaitingRecovery(string Id, string Person, string AskedBy, Instant AskedAt);

/// <summary>One half of a recovery code, in groups of four.</summary>
/// <param name="First">The half that stands before the other.</param>
public sealed record HalfCode(string Person, string Code, bool First);
