namespace Qingshan.Sensing.Archive;

/// <summary>Limits of a listener's archive.</summary>
public sealed class ArchiveOptions
{
    /// <summary>Bytes after which a segment is sealed. Default 64 MiB; at least 64 KiB.</summary>
    public long SegmentBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Age after which a segment with records is sealed, looked at when the next group is written. Default 24 hours.</summary>
    public TimeSpan SegmentAge { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long the first stretch of a group waits for company before the group is made durable. Default 5 ms; at most 20 ms.</summary>
    public TimeSpan GroupWindow { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Bytes after which a group is written without waiting longer. Default 4 MiB.</summary>
    public int GroupBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Batches that may wait for the writer; whoever has more waits to hand them over. Default 256 (a connection waits with at most one, of some 64 kB).</summary>
    public int WaitingBatches { get; set; } = 256;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SegmentBytes, 64 * 1024);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(SegmentAge, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(GroupWindow, TimeSpan.FromMilliseconds(20));
        ArgumentOutOfRangeException.ThrowIfLessThan(GroupWindow, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(GroupBytes, 64 * 1024);
        ArgumentOutOfRangeException.ThrowIfLessThan(WaitingBatches, 1);
    }
}
