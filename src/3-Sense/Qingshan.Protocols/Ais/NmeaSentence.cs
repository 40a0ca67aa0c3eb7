using System.Buffers.Text;

namespace Qingshan.Protocols.Ais;

/// <summary>
/// One VDM or VDO sentence of IEC 61162-1: <c>!AIVDM,2,1,3,B,payload,0*hh</c>, with a tag block before it where the sender put one. Text before and
/// after it (time stamps of receivers and loggers) is left alone.
/// </summary>
public readonly ref struct NmeaSentence
{
    // From the exclamation mark to the first comma, both counted: !AIVDM,
    private const int HeadLength = 7;

    /// <summary>The tag block without its backslashes; empty when there is none.</summary>
    public ReadOnlySpan<byte> TagBlock { get; private init; }

    /// <summary>True for VDO: the own ship's.</summary>
    public bool Own { get; private init; }

    /// <summary>Parts of the message, 1 to 9.</summary>
    public int Count { get; private init; }

    /// <summary>Which part this is, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Sequential message id, 0 to 9; -1 where there is none.</summary>
    public int Sequence { get; private init; }

    /// <summary>Radio channel as sent (<c>A</c>, <c>B</c>, <c>1</c>, <c>2</c>); 0 where there is none.</summary>
    public byte Channel { get; private init; }

    public ReadOnlySpan<byte> Payload { get; private init; }

    /// <summary>Bits of the last character that carry nothing, 0 to 5.</summary>
    public int Fill { get; private init; }

    /// <summary>Where a VDM or VDO sentence begins in a line; -1 where there is none.</summary>
    public static int Find(ReadOnlySpan<byte> line)
    {
        for (var from = 0; from < line.Length;)
        {
            var at = line[from..].IndexOf((byte)'!');
            if (at < 0 || line.Length - (from += at) < HeadLength)
                return -1;
            if (line[from + 3] == 'V' && line[from + 4] == 'D' && line[from + 5] is (byte)'M' or (byte)'O' && line[from + 6] == ',')
                return from;
            from++;
        }

        return -1;
    }

    /// <summary>Reads the sentence that begins at <paramref name="start"/> of a line.</summary>
    public static AisRejection Read(ReadOnlySpan<byte> line, int start, out NmeaSentence sentence)
    {
        sentence = default;
        var body = line[(start + 1)..];
        var star = body.IndexOf((byte)'*');
        if (star < 0 || star + 3 > body.Length || !IsSum(body[..star], body[(star + 1)..(star + 3)]))
            return AisRejection.Checksum;
        var tags = Tags(line[..start]);
        if (!tags.IsEmpty && !NmeaTagBlock.IsWhole(tags))
            return AisRejection.Checksum;
        return Fields(body[(HeadLength - 1)..star], body[4] == 'O', tags, out sentence);
    }

    private static AisRejection Fields(ReadOnlySpan<byte> rest, bool own, ReadOnlySpan<byte> tags, out NmeaSentence sentence)
    {
        sentence = default;
        if (!Digit(ref rest, out var count) || !Digit(ref rest, out var number) || !Field(ref rest, out var sequence) || !Field(ref rest, out var channel) || !Field(ref rest, out var payload))
            return AisRejection.Syntax;
        if (count is < 1 or > 9 || number < 1 || number > count || sequence.Length > 1 || (sequence.Length == 1 && sequence[0] is < (byte)'0' or > (byte)'9'))
            return AisRejection.Syntax;
        // Some senders leave the fill bits out when they are none.
        var fill = rest.Length == 0 ? 0 : rest[0] - '0';
        if (fill is < 0 or > 5 || rest.Length > 1)
            return AisRejection.Armor;
        sentence = new NmeaSentence
        {
            TagBlock = tags,
            Own = own,
            Count = count,
            Number = number,
            Sequence = sequence.Length == 0 ? -1 : sequence[0] - '0',
            Channel = channel.Length == 0 ? (byte)0 : channel[0],
            Payload = payload,
            Fill = fill,
        };
        return AisRejection.None;
    }

    private static bool Digit(scoped ref ReadOnlySpan<byte> rest, out int digit)
    {
        digit = 0;
        if (!Field(ref rest, out var field) || field.Length != 1)
            return false;
        digit = field[0] - '0';
        return digit is >= 0 and <= 9;
    }

    private static bool Field(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> field)
    {
        var comma = rest.IndexOf((byte)',');
        field = comma < 0 ? rest : rest[..comma];
        rest = comma < 0 ? [] : rest[(comma + 1)..];
        return comma >= 0;
    }

    private static ReadOnlySpan<byte> Tags(ReadOnlySpan<byte> before)
    {
        var end = before.LastIndexOf((byte)'\\');
        if (end <= 0)
            return [];
        var begin = before[..end].LastIndexOf((byte)'\\');
        return begin < 0 ? [] : before[(begin + 1)..end];
    }

    /// <summary>True when two hex digits say the exclusive or of all bytes.</summary>
    internal static bool IsSum(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> digits)
    {
        byte sum = 0;
        foreach (var value in bytes)
            sum ^= value;
        return Utf8Parser.TryParse(digits, out byte said, out var used, 'X') && used == 2 && said == sum;
    }
}
