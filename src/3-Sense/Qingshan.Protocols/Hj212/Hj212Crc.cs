using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Qingshan.Protocols.Hj212;

/// <summary>
/// The checksum of HJ 212 (Annex A): initial FFFF; for each byte <c>crc = (crc &gt;&gt; 8) ^ byte</c>, then eight right shifts with polynomial A001.
/// It drops the low half of the register at every byte, so it is not the Modbus CRC.
/// </summary>
/// <remarks>
/// Only the high byte h of the register survives a step, and the step h' = H(h ^ byte) is linear over GF(2). So sixteen lanes may each sum up every sixteenth byte
/// (lane' = H¹⁶(lane) ^ byte) and be joined at the end by the powers of H; a linear map of a byte is two look-ups of its halves.
/// </remarks>
public static class Hj212Crc
{
    public const ushort Initial = 0xFFFF;

    private const ushort Polynomial = 0xA001;
    private const int Lanes = 16;
    private const int Half = Lanes / 2;

    private static readonly ushort[] Table = BuildTable();

    // H, H², … H⁸ of every byte, one after the other.
    private static readonly byte[] Powers = BuildPowers();

    private static readonly Vector128<byte> LowBy16 = Nibbles(Lanes, 0);
    private static readonly Vector128<byte> HighBy16 = Nibbles(Lanes, 4);
    private static readonly Vector128<byte> LowBy8 = Nibbles(Half, 0);
    private static readonly Vector128<byte> HighBy8 = Nibbles(Half, 4);

    /// <summary>The checksum of a whole data segment.</summary>
    public static ushort Compute(ReadOnlySpan<byte> segment) => Append(Initial, segment);

    /// <summary>Continues a checksum: <paramref name="crc"/> is the result over everything before <paramref name="bytes"/>.</summary>
    public static ushort Append(ushort crc, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return crc;
        var high = (uint)crc >> 8;
        var last = bytes.Length - 1;
        var at = 0;
        if (last >= Lanes)
        {
            high = InLanes(high, bytes[..last]);
            at = last;
        }

        for (; at < last; at++)
            high = (uint)Table[(byte)(high ^ bytes[at])] >> 8;
        return Table[(byte)(high ^ bytes[last])];
    }

    /// <summary>The plain one-table loop: the yardstick of the benchmark and the reference of the tests.</summary>
    public static ushort ComputeByTable(ReadOnlySpan<byte> segment)
    {
        uint crc = Initial;
        var table = Table;
        unchecked
        {
            foreach (var value in segment)
                crc = table[(byte)((crc >> 8) ^ value)];
        }

        return (ushort)crc;
    }

    private static uint InLanes(uint high, ReadOnlySpan<byte> bytes)
    {
        ref var start = ref MemoryMarshal.GetReference(bytes);
        var lanes = Vector128.LoadUnsafe(ref start) ^ Vector128.CreateScalar((byte)high);
        var at = bytes.Length % Lanes;
        if (at == 0)
            at = Lanes;
        else // Zeros in front change nothing: the odd bytes fill the last lanes of the first row.
            lanes = Vector128.Shuffle(lanes, Vector128<byte>.Indices - Vector128.Create((byte)(Lanes - at)));
        var (low, highNibble) = (LowBy16, HighBy16);
        for (; at < bytes.Length; at += Lanes)
            lanes = Map(lanes, low, highNibble) ^ Vector128.LoadUnsafe(ref start, (nuint)at);
        var joined = Map(lanes, LowBy8, HighBy8).AsUInt64().ToScalar() ^ lanes.AsUInt64().GetElement(1);
        return Join(joined);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Map(Vector128<byte> lanes, Vector128<byte> low, Vector128<byte> high)
    {
        var nibble = Vector128.Create((byte)0x0F);
        return Vector128.ShuffleNative(low, lanes & nibble) ^ Vector128.ShuffleNative(high, (lanes.AsUInt16() >>> 4).AsByte() & nibble);
    }

    private static uint Join(ulong lanes)
    {
        ref var powers = ref MemoryMarshal.GetArrayDataReference(Powers);
        uint high = 0;
        unchecked
        {
            for (var power = Half - 1; power >= 0; power--, lanes >>= 8)
                high ^= Unsafe.Add(ref powers, power * 256 + (byte)lanes);
        }

        return high;
    }

    private static ushort[] BuildTable()
    {
        var table = new ushort[256];
        for (var value = 0; value < table.Length; value++)
        {
            var crc = (uint)value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            table[value] = (ushort)crc;
        }

        return table;
    }

    private static byte[] BuildPowers()
    {
        var powers = new byte[Half * 256];
        for (var value = 0; value < 256; value++)
        {
            for (var power = 1; power <= Half; power++)
                powers[(power - 1) * 256 + value] = Step((byte)value, power);
        }

        return powers;
    }

    /// <summary>The map Hⁿ of the sixteen values of a half byte that stands at <paramref name="shift"/>.</summary>
    private static Vector128<byte> Nibbles(int power, int shift)
    {
        var values = new byte[Lanes];
        for (var nibble = 0; nibble < values.Length; nibble++)
            values[nibble] = Step((byte)(nibble << shift), power);
        return Vector128.Create(values);
    }

    private static byte Step(byte state, int times)
    {
        for (var i = 0; i < times; i++)
            state = (byte)(Table[state] >> 8);
        return state;
    }
}
