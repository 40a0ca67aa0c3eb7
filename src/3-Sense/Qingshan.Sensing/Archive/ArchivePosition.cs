using System.Globalization;

namespace Qingshan.Sensing.Archive;

/// <summary>
/// Where a record begins in a listener's archive. Written <c>segment:offset</c> (<c>000001:64</c>); ordered as the bytes arrived.
/// A checkpoint is the position of the next record to read.
/// </summary>
/// <param name="Segment">Number of the segment file, from 1.</param>
/// <param name="Offset">Byte offset of the record in that file.</param>
public readonly record struct ArchivePosition(int Segment, long Offset) : IComparable<ArchivePosition>
{
    /// <summary>Before the first record.</summary>
    public static ArchivePosition Start => new(1, SegmentFormat.HeaderBytes);

    public int CompareTo(ArchivePosition other) => Segment != other.Segment ? Segment.CompareTo(other.Segment) : Offset.CompareTo(other.Offset);

    public static bool operator <(ArchivePosition left, ArchivePosition right) => left.CompareTo(right) < 0;

    public static bool operator >(ArchivePosition left, ArchivePosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(ArchivePosition left, ArchivePosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ArchivePosition left, ArchivePosition right) => left.CompareTo(right) >= 0;

    public static bool TryParse(string? text, out ArchivePosition position)
    {
        position = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 1
            || !int.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var segment)
            || !long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
        {
            return false;
        }

        position = new ArchivePosition(segment, offset);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Segment:D6}:{Offset}");
}
