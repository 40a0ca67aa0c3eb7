using System.Text;

namespace Qingshan.Sensing.Observations;

/// <summary>Writes LEB128 integers and texts with their length before them.</summary>
internal sealed class PackedWriter
{
    private readonly List<byte> bytes = [];

    public PackedWriter()
    {
    }

    /// <summary>Goes on behind what was written earlier.</summary>
    public PackedWriter(ReadOnlySpan<byte> earlier) => bytes.AddRange(earlier);

    public void Byte(byte value) => bytes.Add(value);

    public void Unsigned(ulong value)
    {
        while (value >= 0x80)
        {
            bytes.Add((byte)((value & 0x7F) | 0x80));
            value >>= 7;
        }

        bytes.Add((byte)value);
    }

    public void Signed(long value) => Unsigned(unchecked((ulong)((value << 1) ^ (value >> 63))));

    public void Text(string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        Unsigned((ulong)encoded.Length);
        bytes.AddRange(encoded);
    }

    public byte[] ToArray() => [.. bytes];
}

/// <summary>Reads what <see cref="PackedWriter"/> wrote.</summary>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public readonly bool AtEnd => rest.IsEmpty;

    public byte Byte()
    {
        var value = rest[0];
        rest = rest[1..];
        return value;
    }

    public ulong Unsigned()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    public long Signed()
    {
        var value = Unsigned();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    public string Text()
    {
        var length = (int)Unsigned();
        var text = Encoding.UTF8.GetString(rest[..length]);
        rest = rest[length..];
        return text;
    }
}
