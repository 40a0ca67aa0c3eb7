using NodaTime;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Observations;

namespace Qingshan.Sensing.Vessels;

/// <summary>A stored fix and the record it came from.</summary>
internal readonly record struct StoredFix(VesselFix Fix, ArchivePosition Source);

/// <summary>
/// Fixes of one vessel as bytes, in the order in which they came, each as differences to the one before: some fourteen bytes a fix, and a new one is only appended.
/// <code>
/// milliseconds · longitude · latitude · speed · course · heading · status (absolute, one byte) · segment · offset (a difference within the same segment)
/// </code>
/// Integers are LEB128, signed ones zigzag.
/// </summary>
internal static class FixCodec
{
    public static void Append(PackedWriter bytes, StoredFix before, StoredFix next)
    {
        var (a, b) = (before.Fix, next.Fix);
        bytes.Signed(b.At.ToUnixTimeMilliseconds() - a.At.ToUnixTimeMilliseconds());
        bytes.Signed(b.Longitude - a.Longitude);
        bytes.Signed(b.Latitude - a.Latitude);
        bytes.Signed(b.Speed - a.Speed);
        bytes.Signed(b.Course - a.Course);
        bytes.Signed(b.Heading - a.Heading);
        bytes.Byte(b.Status);
        bytes.Signed(next.Source.Segment - before.Source.Segment);
        bytes.Signed(next.Source.Offset - (next.Source.Segment == before.Source.Segment ? before.Source.Offset : 0));
    }

    /// <summary>The fixes in the order in which they came.</summary>
    public static List<StoredFix> Decode(int mmsi, ReadOnlySpan<byte> data)
    {
        var bytes = new PackedReader(data);
        var fixes = new List<StoredFix>();
        var last = Nothing(mmsi);
        while (!bytes.AtEnd)
        {
            var a = last.Fix;
            var fix = new VesselFix(
                mmsi, Instant.FromUnixTimeMilliseconds(a.At.ToUnixTimeMilliseconds() + bytes.Signed()), a.Longitude + (int)bytes.Signed(), a.Latitude + (int)bytes.Signed(),
                (ushort)(a.Speed + bytes.Signed()), (ushort)(a.Course + bytes.Signed()), (ushort)(a.Heading + bytes.Signed()), bytes.Byte(), 0);
            var segment = last.Source.Segment + (int)bytes.Signed();
            var offset = bytes.Signed() + (segment == last.Source.Segment ? last.Source.Offset : 0);
            last = new StoredFix(fix, new ArchivePosition(segment, offset));
            fixes.Add(last);
        }

        return fixes;
    }

    /// <summary>What the first fix of a block is a difference to.</summary>
    public static StoredFix Nothing(int mmsi) => new(new VesselFix(mmsi, Instant.FromUnixTimeMilliseconds(0), 0, 0, 0, 0, 0, 0, 0), default);
}
