using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using NodaTime;

namespace Qingshan.Sensing.Archive;

/// <summary>
/// The bytes of a segment file; all numbers little-endian.
/// <code>
/// header  64  magic "QSARCH1\n" · u32 segment · 32 bytes root of the segment before · 16 zero · u32 CRC-32C of the 60 bytes before
/// record   8  u32 length of the body · u32 CRC-32C of length and body
///             body: i64 received at (100 ns since 1970) · i64 connection · u8 cut · u8 authentication · u8 length of source · source · bytes
/// footer  64  u32 FFFFFFFF · u32 CRC-32C · i64 records · i64 first received · i64 last received · 32 bytes Merkle root over the records
/// </code>
/// </summary>
internal static class SegmentFormat
{
    public const int HeaderBytes = 64;
    public const int FooterBytes = 64;
    public const int PrefixBytes = 8;
    public const int FixedBodyBytes = 19;

    /// <summary>No body is longer: a stretch has at most 64 kB.</summary>
    public const int LongestBody = (64 * 1024) + FixedBodyBytes + 255;

    public const uint FooterMark = 0xFFFF_FFFF;

    private static ReadOnlySpan<byte> Magic => "QSARCH1\n"u8;

    public static byte[] Header(int segment, ReadOnlySpan<byte> previousRoot)
    {
        var header = new byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), segment);
        previousRoot.CopyTo(header.AsSpan(12));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(60), Crc32C(header.AsSpan(0, 60)));
        return header;
    }

    public static bool IsHeader(ReadOnlySpan<byte> header, int segment) =>
        header.Length == HeaderBytes
        && header[..8].SequenceEqual(Magic)
        && BinaryPrimitives.ReadInt32LittleEndian(header[8..]) == segment
        && BinaryPrimitives.ReadUInt32LittleEndian(header[60..]) == Crc32C(header[..60]);

    public static ReadOnlySpan<byte> PreviousRoot(ReadOnlySpan<byte> header) => header.Slice(12, 32);

    /// <summary>Appends one record to the buffer and returns its length.</summary>
    public static int Write(ArrayBufferWriter<byte> buffer, Stretch stretch)
    {
        var body = FixedBodyBytes + stretch.Source.Length + stretch.Bytes.Length;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(body, LongestBody);
        var span = buffer.GetSpan(PrefixBytes + body)[..(PrefixBytes + body)];
        BinaryPrimitives.WriteInt32LittleEndian(span, body);
        BinaryPrimitives.WriteInt64LittleEndian(span[8..], stretch.ReceivedAt.ToUnixTimeTicks());
        BinaryPrimitives.WriteInt64LittleEndian(span[16..], stretch.Connection);
        span[24] = (byte)stretch.Cut;
        span[25] = (byte)stretch.Authentication;
        span[26] = checked((byte)stretch.Source.Length);
        Encoding.ASCII.GetBytes(stretch.Source, span[27..]);
        stretch.Bytes.Span.CopyTo(span[(27 + stretch.Source.Length)..]);
        BinaryPrimitives.WriteUInt32LittleEndian(span[4..], Checksum(span));
        buffer.Advance(span.Length);
        return span.Length;
    }

    public static byte[] Footer(SegmentSeal seal)
    {
        var footer = new byte[FooterBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(footer, FooterMark);
        BinaryPrimitives.WriteInt64LittleEndian(footer.AsSpan(8), seal.Records);
        BinaryPrimitives.WriteInt64LittleEndian(footer.AsSpan(16), seal.FirstReceivedAt.ToUnixTimeTicks());
        BinaryPrimitives.WriteInt64LittleEndian(footer.AsSpan(24), seal.LastReceivedAt.ToUnixTimeTicks());
        seal.Root.Span.CopyTo(footer.AsSpan(32));
        BinaryPrimitives.WriteUInt32LittleEndian(footer.AsSpan(4), Checksum(footer));
        return footer;
    }

    public static SegmentSeal? ReadFooter(ReadOnlySpan<byte> footer) =>
        footer.Length != FooterBytes
        || BinaryPrimitives.ReadUInt32LittleEndian(footer) != FooterMark
        || BinaryPrimitives.ReadUInt32LittleEndian(footer[4..]) != Checksum(footer)
            ? null
            : new SegmentSeal(
                BinaryPrimitives.ReadInt64LittleEndian(footer[8..]),
                Instant.FromUnixTimeTicks(BinaryPrimitives.ReadInt64LittleEndian(footer[16..])),
                Instant.FromUnixTimeTicks(BinaryPrimitives.ReadInt64LittleEndian(footer[24..])),
                footer.Slice(32, 32).ToArray());

    /// <summary>The record that fills <paramref name="span"/>; null when its checksum or its inner lengths are wrong.</summary>
    public static ArchiveRecord? Read(ArchivePosition position, ReadOnlySpan<byte> span)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(span[4..]) != Checksum(span))
            return null;
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(span[8..]);
        var source = span[26];
        return PrefixBytes + FixedBodyBytes + source > span.Length
            ? null
            : new ArchiveRecord(
                position, position with { Offset = position.Offset + span.Length }, Instant.FromUnixTimeTicks(ticks),
                Encoding.ASCII.GetString(span.Slice(27, source)), BinaryPrimitives.ReadInt64LittleEndian(span[16..]),
                (StretchCut)span[24], (SourceAuthentication)span[25], MerkleStack.Leaf(span), span[(27 + source)..].ToArray());
    }

    /// <summary>CRC-32C (Castagnoli, as iSCSI).</summary>
    public static uint Crc32C(ReadOnlySpan<byte> bytes) => ~Continue(0xFFFF_FFFF, bytes);

    // The checksum field itself lies between the length and the body and is left out.
    private static uint Checksum(ReadOnlySpan<byte> span) => ~Continue(Continue(0xFFFF_FFFF, span[..4]), span[8..]);

    private static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (var value in bytes)
            crc = BitOperations.Crc32C(crc, value);
        return crc;
    }
}
