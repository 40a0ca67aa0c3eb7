using System.Buffers.Binary;
using System.Text;

namespace Qingshan.Record.Bundles;

/// <summary>
/// The one form of ZIP that a bundle has: members stored without compression, no date, no extra field, nothing between or after them.
/// There is exactly one such file for given members, so every byte of it can be checked, and nothing in it can unpack to more than its size.
/// </summary>
internal static class StoredZip
{
    public const int MemberLimit = 65_535;
    private const int LocalSize = 30;
    private const int CentralSize = 46;
    private const int EndSize = 22;
    private const uint LocalMark = 0x04034B50;
    private const uint CentralMark = 0x02014B50;
    private const uint EndMark = 0x06054B50;
    private const ushort FirstOf1980 = 0x0021;
    private const ushort Utf8Names = 0x0800;

    /// <summary>A member: its name, where its bytes lie, their checksum.</summary>
    internal sealed record Member(string Name, long HeaderOffset, long Size, uint Crc)
    {
        public long DataOffset => HeaderOffset + LocalSize + Name.Length;
    }

    /// <summary>Writes a member at the end of the file and returns it; null when the file would outgrow the format.</summary>
    public static Member? Add(FileStream zip, string name, Stream content, Action<ReadOnlySpan<byte>> seen)
    {
        var start = zip.Position;
        zip.Write(new byte[LocalSize + name.Length]);
        var buffer = new byte[1 << 16];
        var (crc, size) = (Crc32.Start, 0L);
        for (int read; (read = content.Read(buffer)) > 0; size += read)
        {
            seen(buffer.AsSpan(0, read));
            crc = Crc32.Add(crc, buffer.AsSpan(0, read));
            zip.Write(buffer, 0, read);
        }

        var end = zip.Position;
        if (end > uint.MaxValue)
            return null;
        var member = new Member(name, start, size, Crc32.End(crc));
        zip.Position = start;
        zip.Write(LocalHeader(member));
        zip.Position = end;
        return member;
    }

    /// <summary>Writes the directory after the last member; false when the file would outgrow the format.</summary>
    public static bool Finish(FileStream zip, IReadOnlyList<Member> members)
    {
        var ending = Ending(members, zip.Position);
        if (members.Count > MemberLimit || zip.Position + ending.Length > uint.MaxValue)
            return false;
        zip.Write(ending);
        return true;
    }

    /// <summary>Reads the members and compares every byte around them with the one right form; null and the problem when it differs.</summary>
    public static IReadOnlyList<Member>? TryRead(FileStream zip, out string? problem)
    {
        var members = new List<Member>();
        var header = new byte[LocalSize];
        zip.Position = 0;
        while (true)
        {
            var start = zip.Position;
            problem = FormattableString.Invariant($"ZIP: not a bundle's member at byte {start}");
            if (zip.ReadAtLeast(header, LocalSize, throwOnEndOfStream: false) < EndSize)
                return null;
            var mark = BinaryPrimitives.ReadUInt32LittleEndian(header);
            if (mark is CentralMark or EndMark)
                return EndsRight(zip, start, members, out problem) ? members : null;
            if (mark != LocalMark || members.Count == MemberLimit || ReadMember(zip, start, header) is not { } member)
                return null;
            members.Add(member);
        }
    }

    private static Member? ReadMember(FileStream zip, long start, byte[] header)
    {
        var name = new byte[BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26))];
        long size = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(18));
        if (name.Length > 100 || zip.ReadAtLeast(name, name.Length, throwOnEndOfStream: false) < name.Length || zip.Length - zip.Position < size)
            return null;
        var path = Encoding.ASCII.GetString(name);
        if (!BundleLayout.IsAllowed(path))
            return null;
        var member = new Member(path, start, size, Crc32.Of(zip, size));
        return LocalHeader(member).AsSpan().SequenceEqual([.. header, .. name]) ? member : null;
    }

    private static bool EndsRight(FileStream zip, long start, List<Member> members, out string? problem)
    {
        var expected = Ending(members, start);
        var actual = new byte[expected.Length];
        zip.Position = start;
        problem = "ZIP: the directory at the end is not the one of its members, or something follows it";
        return zip.Length - start == expected.Length && zip.ReadAtLeast(actual, actual.Length, throwOnEndOfStream: false) == actual.Length
            && actual.AsSpan().SequenceEqual(expected);
    }

    private static byte[] LocalHeader(Member member)
    {
        var header = new byte[LocalSize + member.Name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, LocalMark);
        WriteFields(header.AsSpan(4), member);
        Encoding.ASCII.GetBytes(member.Name, header.AsSpan(LocalSize));
        return header;
    }

    private static byte[] Ending(IReadOnlyList<Member> members, long start)
    {
        var ending = new MemoryStream();
        foreach (var member in members)
        {
            var header = new byte[CentralSize + member.Name.Length];
            BinaryPrimitives.WriteUInt32LittleEndian(header, CentralMark);
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), 20);
            WriteFields(header.AsSpan(6), member);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), (uint)member.HeaderOffset);
            Encoding.ASCII.GetBytes(member.Name, header.AsSpan(CentralSize));
            ending.Write(header);
        }

        var end = new byte[EndSize];
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndMark);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)Math.Min(members.Count, MemberLimit));
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)Math.Min(members.Count, MemberLimit));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)Math.Min(ending.Length, uint.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)Math.Min(start, uint.MaxValue));
        ending.Write(end);
        return ending.ToArray();
    }

    /// <summary>The fields that both headers share, from "version needed" on.</summary>
    private static void WriteFields(Span<byte> header, Member member)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], FirstOf1980);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], member.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(header[14..], (uint)member.Size);
        BinaryPrimitives.WriteUInt32LittleEndian(header[18..], (uint)member.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)member.Name.Length);
    }
}
