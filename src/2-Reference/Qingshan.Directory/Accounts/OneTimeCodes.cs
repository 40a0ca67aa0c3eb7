using NodaTime;
using NodaTime.Extensions;

namespace Qingshan.Directory.Accounts;

/// <summary>One-time sign-in codes: what a new and a recovered account begin with. One a person, for a day; only hashes are kept.</summary>
internal sealed class OneTimeCodes(AccountDatabase database, TimeProvider time)
{
    public static readonly Duration Validity = Duration.FromHours(24);

    private Instant Now => time.GetUtcNow().ToInstant();

    /// <summary>The statement that keeps a code by its hash in place of an earlier one, to run together with what it belongs to.</summary>
    public (string Sql, object Parameters) Keeping(string person, string hash) => (
        "INSERT OR REPLACE INTO one_time_code (person, hash, until) VALUES (@person, @hash, @until)",
        new { person, hash, until = (Now + Validity).ToUnixTimeMilliseconds() });

    /// <summary>True once for the right code within its day.</summary>
    public bool Use(string person, string typed) => database.Run(
        "DELETE FROM one_time_code WHERE person = @person AND hash = @hash AND until > @now",
        new { person, hash = HashOf(OneTimeCode.Read(typed)), now = Now.ToUnixTimeMilliseconds() }) == 1;

    /// <summary>Is it the right code, without using it up?</summary>
    public bool Fits(string person, string typed) => database.One<Found>(
        "SELECT person FROM one_time_code WHERE person = @person AND hash = @hash AND until > @now",
        new { person, hash = HashOf(OneTimeCode.Read(typed)), now = Now.ToUnixTimeMilliseconds() }) is not null;

    // The first half of a recovery code is stored hashed while the second does not exist yet, so the whole is hashed from that hash.
    public static string HashOfHalf(string half) => Hashes.Of(half);

    public static string HashOfHalves(string firstHash, string second) => Hashes.Of(firstHash + second);

    public static string HashOf(string code) => code.Length == 2 * OneTimeCode.Half
        ? HashOfHalves(HashOfHalf(code[..OneTimeCode.Half]), code[OneTimeCode.Half..])
        : Hashes.Of(code);

    private sealed record Found(string Person);
}
