using System.Globalization;
using System.Text;

namespace Qingshan.Protocols.Ais;

/// <summary>Writes messages by the same layouts that read them: for the demo feed and for tests.</summary>
public static class AisEncoder
{
    // What one sentence carries, so that it stays within the 82 characters of IEC 61162-1.
    private const int PayloadLength = 60;

    /// <summary>The message as VDM sentences without line ends.</summary>
    /// <param name="values">Raw values by field name; numbers, true and false, or text. A field that is not named is zero.</param>
    /// <param name="sequence">Sequential id, 0 to 9, for a message of several sentences.</param>
    /// <param name="tags">Tag block content such as <c>s:demo,c:1790000000</c>, put before the first sentence; empty for none.</param>
    public static IReadOnlyList<string> Encode(AisLayout layout, int mmsi, IReadOnlyDictionary<string, object> values, char channel = 'A', int sequence = 0, string tags = "")
    {
        var bits = new byte[(layout.Bits + 7) >> 3];
        Put(bits, 0, 6, layout.Type);
        Put(bits, 8, 30, mmsi);
        if (layout.Part == "B")
            Put(bits, 38, 2, 1);
        foreach (var field in layout.Fields)
        {
            if (values.TryGetValue(field.Name, out var value))
                Put(bits, field, value);
        }

        return Sentences(bits, layout.Bits, channel, sequence, tags);
    }

    /// <summary>The checksum of a sentence or tag block: the exclusive or of all characters, two hex digits.</summary>
    public static string Sum(string body) => body.Aggregate(0, (sum, character) => sum ^ character).ToString("X2", CultureInfo.InvariantCulture);

    private static List<string> Sentences(byte[] bits, int length, char channel, int sequence, string tags)
    {
        var payload = new byte[(length + 5) / 6];
        var fill = AisArmor.Put(bits, length, payload);
        var text = Encoding.ASCII.GetString(payload);
        var count = (text.Length + PayloadLength - 1) / PayloadLength;
        var sentences = new List<string>(count);
        for (var number = 1; number <= count; number++)
        {
            var part = text[((number - 1) * PayloadLength)..Math.Min(number * PayloadLength, text.Length)];
            var body = string.Create(
                CultureInfo.InvariantCulture, $"AIVDM,{count},{number},{(count > 1 ? sequence.ToString(CultureInfo.InvariantCulture) : "")},{channel},{part},{(number == count ? fill : 0)}");
            var before = tags.Length > 0 && number == 1 ? $"\\{tags}*{Sum(tags)}\\" : "";
            sentences.Add($"{before}!{body}*{Sum(body)}");
        }

        return sentences;
    }

    private static void Put(byte[] bits, AisField field, object value)
    {
        if (value is string text)
        {
            for (var i = 0; i < Math.Min(text.Length, field.Width / 6); i++)
                Put(bits, field.Start + (i * 6), 6, Sixbit(text[i]));
        }
        else
        {
            Put(bits, field.Start, field.Width, value is bool flag ? (flag ? 1 : 0) : Convert.ToInt64(value, CultureInfo.InvariantCulture));
        }
    }

    private static void Put(byte[] bits, int start, int width, long value)
    {
        for (var i = 0; i < width; i++)
        {
            if (((value >> (width - 1 - i)) & 1) != 0)
                bits[(start + i) >> 3] |= (byte)(0x80 >> ((start + i) & 7));
        }
    }

    // The alphabet has capitals, digits and ASCII signs; anything else becomes a question mark.
    private static int Sixbit(char character) => char.ToUpperInvariant(character) switch
    {
        >= '@' and <= '_' and var letter => letter - 64,
        >= ' ' and <= '?' and var sign => sign,
        _ => '?',
    };
}
