using System.Text;

namespace Qingshan.Directory.Accounts;

/// <summary>Base32 (RFC 4648 §6) without padding, as authenticator apps take a secret.</summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var one in bytes)
        {
            (held, bits) = (((held & 31) << 8) | one, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Letters[(held >> (bits - 5)) & 31]);
        }

        return bits == 0 ? text.ToString() : text.Append(Letters[(held << (5 - bits)) & 31]).ToString();
    }
}
