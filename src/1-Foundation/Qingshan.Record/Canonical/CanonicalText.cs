using System.Buffers;
using System.Text;

namespace Qingshan.Record.Canonical;

/// <summary>Text as the record stores it: valid UTF-16 without NUL, written with the fewest escapes (RFC 8785 §3.2.2.2).</summary>
public static class CanonicalText
{
    /// <summary>What makes a text unfit for the record; null when it is fit.</summary>
    public static string? Problem(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
            return "NUL character in a text";
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i < text.Length && i >= 0; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return "lone surrogate in a text";
            i++;
        }

        return null;
    }

    /// <summary>Writes a fit text as a JSON string.</summary>
    internal static void Write(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        output.Write("\""u8);
        while (text.Length > 0)
        {
            var plain = text.IndexOfAny(Escaped);
            if (plain != 0)
            {
                var run = plain < 0 ? text : text[..plain];
                Encoding.UTF8.GetBytes(run, output);
                text = text[run.Length..];
                continue;
            }

            WriteEscape(output, text[0]);
            text = text[1..];
        }

        output.Write("\""u8);
    }

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\']);

    private static void WriteEscape(IBufferWriter<byte> output, char c)
    {
        switch (c)
        {
            case '"': output.Write("\\\""u8); break;
            case '\\': output.Write("\\\\"u8); break;
            case '\b': output.Write("\\b"u8); break;
            case '\f': output.Write("\\f"u8); break;
            case '\n': output.Write("\\n"u8); break;
            case '\r': output.Write("\\r"u8); break;
            case '\t': output.Write("\\t"u8); break;
            default:
                var unit = (byte)(c >> 4);
                output.Write("\\u00"u8);
                output.Write([(byte)('0' + unit), "0123456789abcdef"u8[c & 0xF]]);
                break;
        }
    }
}
