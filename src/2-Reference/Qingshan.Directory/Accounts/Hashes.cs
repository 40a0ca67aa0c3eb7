using System.Security.Cryptography;
using System.Text;

namespace Qingshan.Directory.Accounts;

/// <summary>What stands in the file in place of a secret of 80 or more random bits, which no guessing reaches: passwords are hashed by <see cref="Passwords"/>.</summary>
internal static class Hashes
{
    public static string Of(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
