namespace Qingshan.Directory.Accounts;

/// <summary>How accounts are kept.</summary>
/// <param name="Path">The database file, <c>accounts.db</c>; made with rights for the owner only.</param>
/// <param name="Demo">The site is a demo: the demo bar may sign in without a password.</param>
public sealed record AccountOptions(string Path, bool Demo = false)
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA512.</summary>
    public int HashRounds { get; init; } = 100_000;
}
