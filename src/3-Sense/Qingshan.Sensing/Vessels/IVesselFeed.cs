using NodaTime;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Vessels;

/// <summary>A fix as a detector needs it.</summary>
/// <param name="Position">Where its sentence lies in the archive.</param>
/// <param name="ReceivedAt">When it came; its event time is the fix's.</param>
/// <param name="Authentication">How the receiver was known.</param>
public sealed record ObservedFix(VesselFix Fix, ArchivePosition Position, Instant ReceivedAt, SourceAuthentication Authentication);

/// <summary>Fixes that follow each other in the order of receipt.</summary>
/// <param name="Fixes">May be empty: what was received held no place, or nothing came for a while.</param>
/// <param name="Next">The checkpoint of a detector that has finished with them.</param>
/// <param name="IsLast">Nothing more was waiting when the batch was made.</param>
public sealed record VesselBatch(IReadOnlyList<ObservedFix> Fixes, ArchivePosition Next, bool IsLast);

/// <summary>What detectors read of vessels: every fix that was archived, in the order of receipt. It depends on nothing but the archive.</summary>
public interface IVesselFeed
{
    /// <summary>
    /// Fixes from a position on, then those that are still to come, until cancelled. After ten seconds without anything new an empty batch comes, so that a
    /// detector notices silence.
    /// </summary>
    IAsyncEnumerable<VesselBatch> FollowAsync(ArchivePosition from, CancellationToken cancellation);

    /// <summary>Completes once the tracks hold everything before a position.</summary>
    Task WaitWrittenAsync(ArchivePosition position, CancellationToken cancellation);

    /// <summary>Fixes of one vessel as the tracks hold them, by time, from inclusive, to exclusive. Closer than five seconds to each other they are merged.</summary>
    IReadOnlyList<TrackedFix> Track(int mmsi, Instant from, Instant to);

    /// <summary>The sentences behind a vessel's track in a span of event time.</summary>
    TrackSlice Slice(int mmsi, Instant from, Instant to);
}

/// <summary>A fix of a track and the archived sentence it came in.</summary>
public sealed record TrackedFix(VesselFix Fix, ArchivePosition Position);

/// <summary>What proves a stretch of a track.</summary>
/// <param name="Fixes">The fixes, by time.</param>
/// <param name="Hash">SHA-256 over the hashes of their archive records in that order, lower-case hexadecimal.</param>
/// <param name="DecoderVersion">Decoder and rules that made fixes of them.</param>
public sealed record TrackSlice(IReadOnlyList<TrackedFix> Fixes, string Hash, string DecoderVersion);
