using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;

namespace Qingshan.Sensing.Observations;

/// <summary>
/// What detectors read: stored frames in the order of receipt. A detector keeps <see cref="ObservedBatch.Next"/> as its own checkpoint and begins there
/// after a restart; it may see frames again that it saw after its last checkpoint.
/// </summary>
public interface IObservationFeed
{
    /// <summary>
    /// Frames from a position on, then those that are still to come, until cancelled. Rejected, withheld and repeated frames are left out. After a minute
    /// without anything new an empty batch comes, so that a detector notices silence.
    /// </summary>
    IAsyncEnumerable<ObservedBatch> FollowAsync(ArchivePosition from, CancellationToken cancellation);

    /// <summary>Up to where everything is stored: a detector whose checkpoint is here has seen all.</summary>
    ArchivePosition StoredUpTo { get; }
}

/// <summary>Frames that follow each other.</summary>
/// <param name="Frames">May be empty: what was received gave no new observation.</param>
/// <param name="Next">The checkpoint of a detector that has finished with them.</param>
public sealed record ObservedBatch(IReadOnlyList<ObservedFrame> Frames, ArchivePosition Next);
