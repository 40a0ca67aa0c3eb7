using System.Globalization;
using System.Text;
using Qingshan.Protocols.Hj212;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Observations;

/// <summary>
/// Points of one object and time span as bytes: times, values and sources as differences to the point before, a usual value in some eight bytes.
/// A value is kept as unscaled integer and number of decimals where that gives back its text exactly, as text otherwise.
/// <code>
/// count · then for each point: time difference · flags (bits 0–4 decimals, bit 5 text follows, bit 6 mark follows) ·
/// [mark] · unscaled difference or [text] · segment difference · offset (a difference within the same segment)
/// </code>
/// Integers are LEB128, signed ones zigzag; texts have their length before them.
/// </summary>
internal static class PointCodec
{
    private const byte TextFollows = 0x20;
    private const byte MarkFollows = 0x40;

    public static byte[] Encode(IReadOnlyList<Point> points)
    {
        var bytes = new PackedWriter();
        bytes.Unsigned((ulong)points.Count);
        var before = default(Point);
        var unscaledBefore = 0L;
        foreach (var point in points)
        {
            bytes.Signed(point.Time - before.Time);
            var exact = TryExact(point.Text, out var number);
            var mark = point.Mark != (before.Mark ?? "");
            bytes.Byte((byte)((exact ? number.Scale : TextFollows) | (mark ? MarkFollows : 0)));
            if (mark)
                bytes.Text(point.Mark);
            if (exact)
                bytes.Signed(number.Unscaled - unscaledBefore);
            else
                bytes.Text(point.Text);
            bytes.Signed(point.Source.Segment - before.Source.Segment);
            bytes.Signed(point.Source.Offset - (point.Source.Segment == before.Source.Segment ? before.Source.Offset : 0));
            unscaledBefore = exact ? number.Unscaled : unscaledBefore;
            before = point;
        }

        return bytes.ToArray();
    }

    public static List<Point> Decode(ReadOnlySpan<byte> data)
    {
        var bytes = new PackedReader(data);
        var count = (int)bytes.Unsigned();
        var points = new List<Point>(count);
        var before = new Point(0, "", "", default);
        var unscaled = 0L;
        for (var i = 0; i < count; i++)
        {
            var time = before.Time + bytes.Signed();
            var flags = bytes.Byte();
            var mark = (flags & MarkFollows) != 0 ? bytes.Text() : before.Mark;
            string text;
            if ((flags & TextFollows) != 0)
            {
                text = bytes.Text();
            }
            else
            {
                unscaled += bytes.Signed();
                text = ToText(new Hj212Number(unscaled, flags & 0x1F));
            }

            var segment = before.Source.Segment + (int)bytes.Signed();
            var offset = bytes.Signed() + (segment == before.Source.Segment ? before.Source.Offset : 0);
            before = new Point(time, text, mark, new ArchivePosition(segment, offset));
            points.Add(before);
        }

        return points;
    }

    private static bool TryExact(string text, out Hj212Number number)
    {
        Span<byte> bytes = stackalloc byte[32];
        number = default;
        return text.Length <= 20
            && Encoding.UTF8.TryGetBytes(text, bytes, out var length)
            && Hj212Number.TryRead(bytes[..length], out number)
            && IsPlain(text, number);
    }

    // Whether ToText gives the text back: no plus, no needless zero, digits on both sides of a point, no minus before zero.
    private static bool IsPlain(string text, Hj212Number number)
    {
        var digits = text.AsSpan(text[0] == '-' ? 1 : 0);
        var leads = digits[0] != '+' && digits[0] != '.' && (digits[0] != '0' || digits.Length == 1 || digits[1] == '.');
        return leads && digits[^1] != '.' && (number.Unscaled != 0 || text[0] != '-');
    }

    private static string ToText(Hj212Number number)
    {
        var digits = Math.Abs(number.Unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(number.Scale + 1, '0');
        var sign = number.Unscaled < 0 ? "-" : "";
        return number.Scale == 0 ? sign + digits : $"{sign}{digits[..^number.Scale]}.{digits[^number.Scale..]}";
    }
}
