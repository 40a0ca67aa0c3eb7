using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Qingshan.Directory.Accounts;

/// <summary>Time-based one-time passwords (RFC 6238 on RFC 4226): HMAC-SHA-1, steps of 30 s, six digits. Pure.</summary>
internal static class Totp
{
    public const int SecretBytes = 20;
    private const int Digits = 6;
    private const long StepSeconds = 30;

    /// <summary>The step that a moment lies in.</summary>
    public static long StepAt(Instant at) => at.ToUnixTimeSeconds() / StepSeconds;

    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The standard's own; as a message code SHA-1 is not broken, and authenticator apps know no other for sure.
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step whose code this is, among the present one and its neighbours, as clocks differ; null when it is none of them.
    /// A step up to <paramref name="lastStep"/> was used already (RFC 6238 §5.2: a code is accepted once).
    /// </summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, Instant now, long lastStep)
    {
        if (code.Length != Digits)
            return null;
        var present = StepAt(now);
        for (var step = present - 1; step <= present + 1; step++)
        {
            if (step > lastStep && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), Encoding.ASCII.GetBytes(code)))
                return step;
        }

        return null;
    }
}
