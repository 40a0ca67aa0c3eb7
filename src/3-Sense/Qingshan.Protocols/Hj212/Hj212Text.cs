using System.Globalization;
using System.Text;

namespace Qingshan.Protocols.Hj212;

/// <summary>Bytes to text and numbers.</summary>
internal static class Hj212Text
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    public static bool TryReadHex(ReadOnlySpan<byte> digits, out ushort value)
    {
        var sum = 0;
        foreach (var digit in digits)
        {
            var nibble = HexValue(digit);
            if (nibble < 0)
            {
                value = 0;
                return false;
            }

            sum = (sum << 4) | nibble;
        }

        value = (ushort)sum;
        return true;
    }

    /// <summary>Text as the field sends it: UTF-8 where it is valid, GB 18030 otherwise.</summary>
    public static string ToText(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? StrictUtf8.GetString(bytes) : Gb18030.GetString(bytes);

    /// <summary>The bytes without a UTF-8 character that was cut at their end.</summary>
    public static ReadOnlySpan<byte> WithoutCutCharacter(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 0; cut < 4 && cut < bytes.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
                return bytes[..^cut];
        }

        return bytes;
    }

    public static bool IsDigits(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    public static bool TryReadInt(ReadOnlySpan<byte> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    public static bool EqualsIgnoreCase(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => Ascii.EqualsIgnoreCase(left, right);

    private static int HexValue(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        _ => -1,
    };
}
