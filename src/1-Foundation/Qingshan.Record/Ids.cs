using System.Globalization;
using System.Security.Cryptography;

namespace Qingshan.Record;

/// <summary>Makes ids that sort by time: 48 bits of Unix milliseconds and 80 random bits, 32 hex digits. Time and randomness are injected.</summary>
public sealed class Ids(TimeProvider time, Action<Span<byte>>? fill = null)
{
    private readonly Action<Span<byte>> fill = fill ?? (bytes => RandomNumberGenerator.Fill(bytes));

    public string New()
    {
        Span<byte> random = stackalloc byte[10];
        fill(random);
        return time.GetUtcNow().ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture) + Convert.ToHexStringLower(random);
    }
}
