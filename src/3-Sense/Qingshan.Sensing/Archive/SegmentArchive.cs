using System.Globalization;
using Microsoft.Win32.SafeHandles;
using NodaTime;

namespace Qingshan.Sensing.Archive;

/// <summary>
/// The raw bytes of one listener: append-only numbered segments, each record checksummed, each sealed segment closed by a Merkle root,
/// each header holding the root before it. What <see cref="AppendAsync"/> has returned for is on the disk; only that can be read.
/// </summary>
internal sealed class SegmentArchive : IAsyncDisposable
{
    private readonly string folder;
    private readonly ArchiveOptions options;
    private readonly Action<SafeFileHandle> flush;
    private readonly List<SegmentInfo> sealedSegments;
    private readonly Lock gate = new();
    private readonly GroupWriter writer;
    private readonly Pulse grown = new();
    private SegmentFile current;
    private ArchivePosition end;
    private long sealedRecords;
    private long records;

    private SegmentArchive(string folder, ArchiveOptions options, TimeProvider time, Action<SafeFileHandle> flush)
    {
        options.Validate();
        MakeFolder(folder);
        (this.folder, this.options, this.flush) = (folder, options, flush);
        (sealedSegments, current) = ArchiveRecovery.Open(folder, flush);
        sealedRecords = sealedSegments.Sum(s => s.Records);
        Publish();
        writer = new GroupWriter(options, time, WriteGroup);
    }

    /// <summary>Where the next record will begin: everything before it is durable.</summary>
    public ArchivePosition End
    {
        get
        {
            lock (gate)
                return end;
        }
    }

    public string Folder => folder;

    /// <summary>Durable records in all segments.</summary>
    public long Records => Interlocked.Read(ref records);

    /// <summary>Groups that could not be written since the start; the connections concerned were closed unanswered.</summary>
    public long FailedGroups => writer.FailedGroups;

    /// <summary>Opens or makes the archive in <paramref name="folder"/>, recovering what a crash left.</summary>
    /// <exception cref="ArchiveDamagedException">A segment that must be whole is not.</exception>
    public static SegmentArchive Open(string folder, ArchiveOptions options, TimeProvider time) => Open(folder, options, time, RandomAccess.FlushToDisk);

    internal static SegmentArchive Open(string folder, ArchiveOptions options, TimeProvider time, Action<SafeFileHandle> flush) => new(folder, options, time, flush);

    /// <summary>Archives the stretches in order; returns once they are durable. An <see cref="IOException"/> means that none of them is.</summary>
    public Task AppendAsync(IReadOnlyList<Stretch> stretches, CancellationToken cancellation) => writer.AppendAsync(stretches, cancellation);

    /// <summary>Completes as soon as there is something durable at or after <paramref name="position"/>.</summary>
    public async Task WaitBeyondAsync(ArchivePosition position, CancellationToken cancellation)
    {
        while (true)
        {
            var next = grown.Next;
            if (End > Normal(position))
                return;
            await next.WaitAsync(cancellation);
        }
    }

    /// <summary>Durable records from a position on, in order, up to the end at the time of the call.</summary>
    /// <exception cref="ArchiveDamagedException">A stored record no longer matches its checksum.</exception>
    public IEnumerable<ArchiveRecord> Read(ArchivePosition from)
    {
        var until = End;
        for (var segment = from.Segment; segment <= until.Segment; segment++)
        {
            var offset = segment == from.Segment ? from.Offset : SegmentFormat.HeaderBytes;
            using var file = File.OpenHandle(SegmentFile.NameOf(folder, segment), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var limit = segment == until.Segment ? until.Offset : RandomAccess.GetLength(file);
            var scan = new SegmentScan(file, segment, offset, limit);
            while (scan.Next() is { } record)
                yield return record;
            if (scan.Offset != limit && scan.Seal is null)
                throw new ArchiveDamagedException($"Segment {segment.ToString(CultureInfo.InvariantCulture)} of {folder} is damaged at offset {scan.Offset}.");
        }
    }

    /// <summary>The record that begins at a position; null where none does.</summary>
    public ArchiveRecord? Find(ArchivePosition position)
    {
        if (position < ArchivePosition.Start || position >= End || position.Offset < SegmentFormat.HeaderBytes)
            return null;
        using var file = File.OpenHandle(SegmentFile.NameOf(folder, position.Segment), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var limit = Math.Min(RandomAccess.GetLength(file), position.Offset + SegmentFormat.PrefixBytes + SegmentFormat.LongestBody);
        return new SegmentScan(file, position.Segment, position.Offset, limit).Next();
    }

    /// <summary>What the archive states about a segment; null where it has none of that number.</summary>
    public SegmentInfo? Segment(int number)
    {
        lock (gate)
        {
            return number == current.Number
                ? SegmentInfo.Of(number, current.Length, current.Seal, isSealed: false)
                : sealedSegments.Find(s => s.Segment == number);
        }
    }

    /// <summary>Writes what waits, then closes the files. The segment stays unsealed and is continued by the next run.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        current.Dispose();
    }

    // Frames hold the stations' passwords: the folder is for the server's own account only.
    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            System.IO.Directory.CreateDirectory(folder);
        else
            System.IO.Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void WriteGroup(ReadOnlySpan<byte> bytes, IReadOnlyList<(byte[] Leaf, Instant ReceivedAt)> counted)
    {
        try
        {
            SealWhenDue(counted[0].ReceivedAt);
            current.Write(bytes, flush);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            current.DropUnwritten();
            throw;
        }

        lock (gate)
            current.Count(bytes.Length, counted);
        Publish();
    }

    private void SealWhenDue(Instant now)
    {
        var full = current.Length >= options.SegmentBytes;
        var old = current.Records > 0 && now - current.Seal.FirstReceivedAt >= Duration.FromTimeSpan(options.SegmentAge);
        if (!full && !old)
            return;
        var seal = current.Close(flush);
        var next = SegmentFile.Create(folder, current.Number + 1, seal.Root.Span, flush);
        lock (gate)
        {
            sealedSegments.Add(SegmentInfo.Of(current.Number, current.Length, seal, isSealed: true));
            sealedRecords += seal.Records;
            current.Dispose();
            current = next;
        }

        SegmentIndexLine.Write(folder, sealedSegments);
    }

    /// <summary>The end of a sealed segment is the beginning of the next one.</summary>
    private ArchivePosition Normal(ArchivePosition position)
    {
        lock (gate)
        {
            var closed = position.Segment <= sealedSegments.Count ? sealedSegments[position.Segment - 1] : null;
            return closed?.Bytes == position.Offset ? new ArchivePosition(position.Segment + 1, SegmentFormat.HeaderBytes) : position;
        }
    }

    private void Publish()
    {
        lock (gate)
            end = new ArchivePosition(current.Number, current.Length);
        Interlocked.Exchange(ref records, sealedRecords + current.Records);
        grown.Signal();
    }
}
