using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Qingshan.Sensing.Archive;

/// <summary>Reads the records of one segment file from an offset, up to a limit.</summary>
internal sealed class SegmentScan(SafeFileHandle file, int segment, long offset, long limit)
{
    private const int ReadAhead = 256 * 1024;

    private byte[] buffer = [];
    private long bufferedAt = offset;
    private int buffered;

    /// <summary>Where the next record begins.</summary>
    public long Offset { get; private set; } = offset;

    /// <summary>The footer, once the scan has met it.</summary>
    public SegmentSeal? Seal { get; private set; }

    /// <summary>The next record; null at the limit, at the footer, and at the first byte that is no whole, unharmed record.</summary>
    public ArchiveRecord? Next()
    {
        var prefix = Ensure(SegmentFormat.PrefixBytes);
        if (prefix.IsEmpty)
            return null;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(prefix);
        if (length == SegmentFormat.FooterMark)
        {
            Seal = SegmentFormat.ReadFooter(Ensure(SegmentFormat.FooterBytes));
            return null;
        }

        if (length is < SegmentFormat.FixedBodyBytes or > SegmentFormat.LongestBody)
            return null;
        var span = Ensure(SegmentFormat.PrefixBytes + (int)length);
        if (span.IsEmpty || SegmentFormat.Read(new ArchivePosition(segment, Offset), span) is not { } record)
            return null;
        Offset = record.Next.Offset;
        return record;
    }

    /// <summary>The next <paramref name="count"/> bytes; empty where the file has fewer.</summary>
    private ReadOnlySpan<byte> Ensure(int count)
    {
        if (Offset + count > limit)
            return default;
        if (Offset + count > bufferedAt + buffered)
        {
            if (buffer.Length < count)
                buffer = new byte[Math.Max(count, (int)Math.Min(ReadAhead, limit - Offset))];
            bufferedAt = Offset;
            buffered = Fill((int)Math.Min(buffer.Length, limit - Offset));
            if (buffered < count)
                return default;
        }

        return buffer.AsSpan((int)(Offset - bufferedAt), count);
    }

    private int Fill(int wanted)
    {
        var read = 0;
        while (read < wanted)
        {
            var got = RandomAccess.Read(file, buffer.AsSpan(read, wanted - read), bufferedAt + read);
            if (got == 0)
                break;
            read += got;
        }

        return read;
    }
}
