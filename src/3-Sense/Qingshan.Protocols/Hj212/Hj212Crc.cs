using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Qingshan.Protocols.Hj212;

/// <summary>
/// The checksum of HJ 212 (Annex A): initial FFFF; for each byte <c>crc = (crc &gt;&gt; 8) ^ byte</c>, then eight right shifts with polynomial A001.
/// It drops the low half of the register at every byte, so it is not the Modbus CRC.
/// </summary>
public static class Hj212Crc
{
    public const ushort Initial = 0xFFFF;

    private const ushort Polynomial = 0xA001;
    private const int Slices = 8;

    private static readonly ushort[] Table = BuildTable();

    // Only the high byte of the register survives a step, and the step is linear over GF(2): eight steps are eight independent look-ups.
    private static readonly byte[] Powers = BuildPowers();

    /// <summary>The checksum of a whole data segment.</summary>
    public static ushort Compute(ReadOnlySpan<byte> segment) => Append(Initial, segment);

    /// <summary>Continues a checksum: <paramref name="crc"/> is the result over everything before <paramref name="bytes"/>.</summary>
    public static ushort Append(ushort crc, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return crc;
        unchecked
        {
            uint high = (uint)crc >> 8;
            var last = bytes.Length - 1;
            var at = 0;
            ref var powers = ref MemoryMarshal.GetArrayDataReference(Powers);
            for (; at + Slices <= last; at += Slices)
                high = Advance(ref powers, high ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]));
            for (; at < last; at++)
                high = powers.At(high ^ bytes[at]);
            return Table[(byte)(high ^ bytes[last])];
        }
    }

    /// <summary>The plain one-table loop, the yardstick of the benchmark and the reference of the tests.</summary>
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Advance(ref byte powers, ulong block) => unchecked(
        powers.At(7 * 256 + (uint)(byte)block)
        ^ powers.At(6 * 256 + (uint)(byte)(block >> 8))
        ^ powers.At(5 * 256 + (uint)(byte)(block >> 16))
        ^ powers.At(4 * 256 + (uint)(byte)(block >> 24))
        ^ powers.At(3 * 256 + (uint)(byte)(block >> 32))
        ^ powers.At(2 * 256 + (uint)(byte)(block >> 40))
        ^ powers.At(256 + (uint)(byte)(block >> 48))
        ^ powers.At((uint)(block >> 56)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint At(this ref byte powers, uint index) => Unsafe.Add(ref powers, index);

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
        var powers = new byte[Slices * 256];
        for (var value = 0; value < 256; value++)
        {
            var state = (byte)value;
            for (var step = 0; step < Slices; step++)
            {
                state = (byte)(Table[state] >> 8);
                powers[step * 256 + value] = state;
            }
        }

        return powers;
    }
}
