using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Qingshan.Sensing.Archive;

/// <summary>Finds the segments of a folder, checks that they follow each other, and opens the last one for writing.</summary>
internal static class ArchiveRecovery
{
    public static (List<SegmentInfo> Sealed, SegmentFile Current) Open(string folder, Action<SafeFileHandle> flush)
    {
        var numbers = System.IO.Directory.EnumerateFiles(folder, "*.seg")
            .Select(f => int.Parse(Path.GetFileNameWithoutExtension(f), NumberStyles.None, CultureInfo.InvariantCulture))
            .Order().ToList();
        if (numbers.Count > 0 && numbers[^1] != numbers.Count)
            throw new ArchiveDamagedException($"The archive {folder} lacks segments: {numbers.Count} files, the last is number {numbers[^1]}.");
        DropNeverBegun(folder, numbers);
        var closed = new List<SegmentInfo>();
        ReadOnlyMemory<byte> root = new byte[32];
        foreach (var number in numbers)
        {
            if (ReadSealed(folder, number, root) is { } info)
            {
                closed.Add(info);
                root = Convert.FromHexString(info.Root);
            }
            else if (number != numbers.Count)
            {
                throw new ArchiveDamagedException($"Segment {number} of {folder} has no valid footer although later segments follow.");
            }
            else
            {
                SegmentIndexLine.Write(folder, closed);
                return (closed, SegmentFile.Recover(folder, number, flush));
            }
        }

        SegmentIndexLine.Write(folder, closed);
        return (closed, SegmentFile.Create(folder, closed.Count + 1, root.Span, flush));
    }

    /// <summary>
    /// A crash or a full disk while the last segment was made leaves a file that never held a record. It goes away before the others are judged: the
    /// segment before it may have gone on without a footer, and is then the last one again.
    /// </summary>
    private static void DropNeverBegun(string folder, List<int> numbers)
    {
        if (numbers.Count == 0 || new FileInfo(SegmentFile.NameOf(folder, numbers.Count)).Length > SegmentFormat.HeaderBytes)
            return;
        File.Delete(SegmentFile.NameOf(folder, numbers.Count));
        numbers.RemoveAt(numbers.Count - 1);
    }

    private static SegmentInfo? ReadSealed(string folder, int number, ReadOnlyMemory<byte> previousRoot)
    {
        if (!HeaderIsWhole(folder, number, out var header))
            throw new ArchiveDamagedException($"Segment {number} of {folder} has a damaged header.");
        if (!SegmentFormat.PreviousRoot(header).SequenceEqual(previousRoot.Span))
            throw new ArchiveDamagedException($"Segment {number} of {folder} does not follow the segment before it: its header holds another root.");
        using var file = File.OpenHandle(SegmentFile.NameOf(folder, number));
        var length = RandomAccess.GetLength(file) - SegmentFormat.FooterBytes;
        if (length < SegmentFormat.HeaderBytes)
            return null;
        var footer = new byte[SegmentFormat.FooterBytes];
        RandomAccess.Read(file, footer, length);
        return SegmentFormat.ReadFooter(footer) is { } seal ? SegmentInfo.Of(number, length, seal, isSealed: true) : null;
    }

    private static bool HeaderIsWhole(string folder, int number, out byte[] header)
    {
        using var file = File.OpenHandle(SegmentFile.NameOf(folder, number));
        header = new byte[SegmentFormat.HeaderBytes];
        return RandomAccess.Read(file, header, 0) == header.Length && SegmentFormat.IsHeader(header, number);
    }
}
