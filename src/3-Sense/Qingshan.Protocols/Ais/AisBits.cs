using System.Buffers.Binary;

namespace Qingshan.Protocols.Ais;

/// <summary>Reads fields out of packed bits, the highest bit first. What lies behind the end reads as zero: a sender may leave off what follows.</summary>
/// <param name="bytes">The packed bits.</param>
/// <param name="length">Bits that were received.</param>
public readonly ref struct AisBits(ReadOnlySpan<byte> bytes, int length)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Bits that were received.</summary>
    public int Length => length;

    /// <summary>An unsigned number of 1 to 32 bits.</summary>
    public uint Number(int start, int width) => (uint)(Window(start) >> (64 - width));

    /// <summary>A number in two's complement of 1 to 32 bits.</summary>
    public int SignedNumber(int start, int width) => (int)(unchecked((long)Window(start)) >> (64 - width));

    public bool Flag(int start) => Number(start, 1) != 0;

    /// <summary>Text in the six-bit alphabet of M.1371-5 annex 8 table 47; ends at the first <c>@</c>, without trailing spaces.</summary>
    /// <param name="width">Bits, a multiple of six.</param>
    public string Text(int start, int width)
    {
        Span<char> text = stackalloc char[width / 6];
        var count = 0;
        for (var at = start; at + 6 <= Math.Min(start + width, length); at += 6)
        {
            var value = Number(at, 6);
            if (value == 0)
                break;
            text[count++] = (char)(value < 32 ? value + 64 : value);
        }

        return new string(text[..count].TrimEnd(' '));
    }

    // The 64 bits from a bit on; at most 57 of them are whole, which is more than any field has.
    private ulong Window(int start)
    {
        var at = start >> 3;
        if (at + 8 <= bytes.Length)
            return BinaryPrimitives.ReadUInt64BigEndian(bytes[at..]) << (start & 7);
        Span<byte> rest = stackalloc byte[8];
        rest.Clear();
        if (at < bytes.Length)
            bytes[at..].CopyTo(rest);
        return BinaryPrimitives.ReadUInt64BigEndian(rest) << (start & 7);
    }
}
