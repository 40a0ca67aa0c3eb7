using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Qingshan.Directory.Accounts;

/// <summary>Password hashes: PBKDF2 with HMAC-SHA512 in the format of ASP.NET Core Identity.</summary>
internal sealed class Passwords
{
    /// <summary>Hash of an account whose password is still to be chosen: no password fits it.</summary>
    public const string NotChosen = "";

    private static readonly object Nobody = new();
    private readonly PasswordHasher<object> hasher;
    private readonly string decoy;

    public Passwords(int rounds)
    {
        hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));
        decoy = hasher.HashPassword(Nobody, "no account has this hash");
    }

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    /// <summary>Does the password fit? Without a hash it does the same work and says no.</summary>
    public (bool Fits, bool HashIsOld) Check(string? hash, string password)
    {
        var known = string.IsNullOrEmpty(hash) ? null : hash;
        var result = hasher.VerifyHashedPassword(Nobody, known ?? decoy, password);
        return (known is not null && result != PasswordVerificationResult.Failed, result == PasswordVerificationResult.SuccessRehashNeeded);
    }
}
