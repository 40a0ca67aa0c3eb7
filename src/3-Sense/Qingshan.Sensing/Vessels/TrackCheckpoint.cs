using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Vessels;

/// <summary>How far the tracks have read the archive.</summary>
/// <param name="Position">The next record to read.</param>
/// <param name="Records">Records before it.</param>
/// <param name="Warm">From where to read without counting, so that parts of long messages before <paramref name="Position"/> are not missed.</param>
internal readonly record struct TrackCheckpoint(ArchivePosition Position, long Records, ArchivePosition Warm)
{
    public static TrackCheckpoint Start => new(ArchivePosition.Start, 0, ArchivePosition.Start);
}
