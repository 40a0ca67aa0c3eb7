namespace Qingshan.Protocols.Ais;

/// <summary>Six-bit armour of a payload (IEC 61162-1, ITU-R M.1371-5 annex 8): each character carries six bits, the highest first.</summary>
public static class AisArmor
{
    private const byte Bad = 0xFF;
    private static readonly byte[] Values = Table();

    /// <summary>Takes the armour off and packs the bits into bytes, after those that are there already.</summary>
    /// <param name="payload">Characters <c>0</c> to <c>W</c> and <c>`</c> to <c>w</c>.</param>
    /// <param name="fill">Bits of the last character that carry nothing, 0 to 5.</param>
    /// <param name="bits">Where the packed bits go; must be zero behind <paramref name="length"/>.</param>
    /// <param name="length">Bits in <paramref name="bits"/>; grows by what the payload carries.</param>
    /// <returns>False when a character is no armour or there is no room.</returns>
    public static bool TryRemove(ReadOnlySpan<byte> payload, int fill, Span<byte> bits, ref int length)
    {
        var at = length;
        if (((at + (payload.Length * 6) + 7) >> 3) + 1 > bits.Length)
            return false;
        foreach (var character in payload)
        {
            var value = Values[character];
            if (value == Bad)
                return false;
            // Six bits reach over at most two bytes.
            var shifted = value << (10 - (at & 7));
            bits[at >> 3] |= (byte)(shifted >> 8);
            bits[(at >> 3) + 1] |= (byte)(shifted & 0xFF);
            at += 6;
        }

        // Fill bits are meant to be zero; a sender that sets them must not add to the next part.
        length = Math.Max(length, at - fill);
        Clear(bits, length, at);
        return true;
    }

    /// <summary>Puts the armour on.</summary>
    /// <param name="bits">Packed bits, the highest first.</param>
    /// <param name="length">How many of them count.</param>
    /// <param name="payload">Gets one character for each six bits.</param>
    /// <returns>Fill bits of the last character.</returns>
    public static int Put(ReadOnlySpan<byte> bits, int length, Span<byte> payload)
    {
        var characters = (length + 5) / 6;
        var reader = new AisBits(bits, bits.Length * 8);
        for (var i = 0; i < characters; i++)
        {
            var value = (byte)reader.Number(i * 6, 6);
            payload[i] = (byte)(value < 40 ? value + 48 : value + 56);
        }

        return (characters * 6) - length;
    }

    private static void Clear(Span<byte> bits, int from, int to)
    {
        for (; from < to; from++)
            bits[from >> 3] &= (byte)(0xFF ^ (0x80 >> (from & 7)));
    }

    private static byte[] Table()
    {
        var table = new byte[256];
        Array.Fill(table, Bad);
        for (var value = 0; value < 64; value++)
            table[value < 40 ? value + 48 : value + 56] = (byte)value;
        return table;
    }
}
