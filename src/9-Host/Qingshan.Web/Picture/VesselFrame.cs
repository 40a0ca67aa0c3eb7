using System.Buffers.Binary;
using NodaTime;
using Qingshan.Sensing.Vessels;

namespace Qingshan.Web.Picture;

/// <summary>What stands at the head of a frame.</summary>
/// <param name="Complete">The frame names every vessel: what it does not name is gone.</param>
/// <param name="Sent">The server's clock.</param>
/// <param name="At">The instant that is pictured; ages count back from it. The same as <paramref name="Sent"/> in a live frame.</param>
/// <param name="Change">Ask for what came after this number.</param>
internal readonly record struct VesselFrameHead(bool Complete, bool Past, bool HasSource, Instant Sent, Instant At, long Change);

/// <summary>
/// Vessels as bytes, little-endian, read by <c>js/picture/frame.js</c>. Head, 40 bytes:
/// <code>
///  0 u32 "QSVP"      4 u16 version 1     6 u16 bytes of the head   8 u16 bytes of a vessel
/// 10 u16 flags: 1 complete, 2 past, 4 no source of vessels
/// 12 u32 vessels    16 i64 change       24 i64 sent, ms since 1970  32 i64 pictured instant, ms since 1970
/// </code>
/// Each vessel, 24 bytes:
/// <code>
///  0 u32 MMSI        4 i32 longitude     8 i32 latitude, WGS-84, 1/600,000 degree
/// 12 u16 speed, 0.1 knot, 1023 none     14 u16 course, 0.1 degree, 3600 none   16 u16 heading, degrees, 511 none
/// 18 u8 navigation status               19 u8 ship type            20 u16 age, 0.1 s, 65535 that or more
/// 22 u8 kind (<see cref="VesselKind"/>)  23 u8 state (<see cref="VesselState"/>)
/// </code>
/// A reader takes both sizes from the head, so that later versions may add fields behind.
/// </summary>
internal static class VesselFrame
{
    public const string ContentType = "application/octet-stream";
    public const int HeadSize = 40;
    public const int VesselSize = 24;

    /// <summary>More than any picture has; what is left out comes with the next frame. 1.2 MB.</summary>
    public const int MaxVessels = 50_000;

    private const uint Magic = 0x50565351;
    private const ushort Version = 1;
    private const double TenthsInMillisecond = 0.01;

    /// <param name="shipType">Ship type by MMSI, 0 where nothing is known.</param>
    public static byte[] Encode(VesselFrameHead head, IReadOnlyList<VesselFix> fixes, Func<int, int> shipType)
    {
        var bytes = new byte[HeadSize + (fixes.Count * VesselSize)];
        WriteHead(bytes, head, fixes.Count);
        var rest = bytes.AsSpan(HeadSize);
        foreach (var fix in fixes)
        {
            WriteVessel(rest, fix, shipType(fix.Mmsi), head.At);
            rest = rest[VesselSize..];
        }

        return bytes;
    }

    private static void WriteHead(Span<byte> to, VesselFrameHead head, int count)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(to[4..], Version);
        BinaryPrimitives.WriteUInt16LittleEndian(to[6..], HeadSize);
        BinaryPrimitives.WriteUInt16LittleEndian(to[8..], VesselSize);
        BinaryPrimitives.WriteUInt16LittleEndian(to[10..], (ushort)((head.Complete ? 1 : 0) | (head.Past ? 2 : 0) | (head.HasSource ? 0 : 4)));
        BinaryPrimitives.WriteUInt32LittleEndian(to[12..], (uint)count);
        BinaryPrimitives.WriteInt64LittleEndian(to[16..], head.Change);
        BinaryPrimitives.WriteInt64LittleEndian(to[24..], head.Sent.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt64LittleEndian(to[32..], head.At.ToUnixTimeMilliseconds());
    }

    private static void WriteVessel(Span<byte> to, in VesselFix fix, int shipType, Instant at)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, (uint)fix.Mmsi);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], fix.Longitude);
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], fix.Latitude);
        BinaryPrimitives.WriteUInt16LittleEndian(to[12..], fix.Speed);
        BinaryPrimitives.WriteUInt16LittleEndian(to[14..], fix.Course);
        BinaryPrimitives.WriteUInt16LittleEndian(to[16..], fix.Heading);
        to[18] = fix.Status;
        to[19] = (byte)Math.Clamp(shipType, 0, byte.MaxValue);
        BinaryPrimitives.WriteUInt16LittleEndian(to[20..], (ushort)Math.Clamp((at - fix.At).TotalMilliseconds * TenthsInMillisecond, 0, ushort.MaxValue));
        to[22] = (byte)VesselSigns.Kind(shipType);
        to[23] = (byte)VesselSigns.State(fix);
    }
}
