using System.Globalization;
using Microsoft.Win32.SafeHandles;
using Qingshan.Record.Storage;

namespace Qingshan.Sensing.Archive;

/// <summary>The segment that is being written: its file, its length and the Merkle stack over its records.</summary>
internal sealed class SegmentFile : IDisposable
{
    private readonly SafeFileHandle file;
    private readonly MerkleStack tree = new();
    private NodaTime.Instant first;
    private NodaTime.Instant last;

    private SegmentFile(SafeFileHandle file, int number, long length) => (this.file, Number, Length) = (file, number, length);

    public int Number { get; }

    /// <summary>Bytes that are durable and counted.</summary>
    public long Length { get; private set; }

    public long Records => tree.Count;

    public SegmentSeal Seal => new(tree.Count, first, last, tree.Root());

    public static string NameOf(string folder, int number) => Path.Combine(folder, number.ToString("D6", CultureInfo.InvariantCulture) + ".seg");

    /// <summary>Makes a new segment, durable with its folder entry before this returns. Where that fails, no file stays: the segment before it goes on.</summary>
    public static SegmentFile Create(string folder, int number, ReadOnlySpan<byte> previousRoot, Action<SafeFileHandle> flush)
    {
        var name = NameOf(folder, number);
        var file = Open(name, FileMode.Create);
        try
        {
            RandomAccess.Write(file, SegmentFormat.Header(number, previousRoot), 0);
            flush(file);
            FolderFlush.Flush(folder);
            return new SegmentFile(file, number, SegmentFormat.HeaderBytes);
        }
        catch
        {
            file.Dispose();
            File.Delete(name);
            throw;
        }
    }

    /// <summary>
    /// Opens a segment without footer after a stop or a crash: reads every record, and cuts off what follows the last whole one.
    /// Those bytes were never acknowledged; they are kept beside the segment as <c>.torn</c>, because deleting proves nothing.
    /// </summary>
    public static SegmentFile Recover(string folder, int number, Action<SafeFileHandle> flush)
    {
        var name = NameOf(folder, number);
        var file = Open(name, FileMode.Open);
        var length = RandomAccess.GetLength(file);
        var scan = new SegmentScan(file, number, SegmentFormat.HeaderBytes, length);
        var segment = new SegmentFile(file, number, SegmentFormat.HeaderBytes);
        while (scan.Next() is { } record)
            segment.Count(record.Hash.ToArray(), record.ReceivedAt);
        segment.Length = scan.Offset;
        if (scan.Offset < length)
            segment.CutOff(name, length, flush);
        return segment;
    }

    /// <summary>Makes the bytes durable behind the records counted so far.</summary>
    public void Write(ReadOnlySpan<byte> records, Action<SafeFileHandle> flush)
    {
        RandomAccess.Write(file, records, Length);
        flush(file);
    }

    /// <summary>Counts what was written: from here on it belongs to the segment.</summary>
    public void Count(int bytes, IEnumerable<(byte[] Leaf, NodaTime.Instant ReceivedAt)> records)
    {
        Length += bytes;
        foreach (var (leaf, receivedAt) in records)
            Count(leaf, receivedAt);
    }

    /// <summary>After a failed write: what may have reached the file beyond the durable length goes away.</summary>
    public void DropUnwritten() => RandomAccess.SetLength(file, Length);

    /// <summary>Writes the footer; the segment takes no more records.</summary>
    public SegmentSeal Close(Action<SafeFileHandle> flush)
    {
        var seal = Seal;
        RandomAccess.Write(file, SegmentFormat.Footer(seal), Length);
        flush(file);
        return seal;
    }

    public void Dispose() => file.Dispose();

    private static SafeFileHandle Open(string name, FileMode mode) => File.OpenHandle(name, mode, FileAccess.ReadWrite, FileShare.Read);

    private void Count(byte[] leaf, NodaTime.Instant receivedAt)
    {
        if (tree.Count == 0)
            first = receivedAt;
        last = receivedAt;
        tree.Add(leaf);
    }

    private void CutOff(string name, long length, Action<SafeFileHandle> flush)
    {
        var torn = new byte[length - Length];
        RandomAccess.Read(file, torn, Length);
        File.WriteAllBytes(string.Create(CultureInfo.InvariantCulture, $"{name}.{Length}.torn"), torn);
        RandomAccess.SetLength(file, Length);
        flush(file);
    }
}
