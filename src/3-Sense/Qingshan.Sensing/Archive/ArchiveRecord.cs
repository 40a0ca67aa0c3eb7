using NodaTime;

namespace Qingshan.Sensing.Archive;

/// <summary>One record read back from the archive.</summary>
/// <param name="Next">Where the next record begins.</param>
/// <param name="Source">Remote address and port.</param>
/// <param name="Hash">SHA-256 of 0x00 and the whole stored record (its leaf in the segment's Merkle tree, RFC 6962).</param>
/// <param name="Bytes">The bytes exactly as received.</param>
public sealed record ArchiveRecord(
    ArchivePosition Position, ArchivePosition Next, Instant ReceivedAt, string Source, long Connection,
    StretchCut Cut, SourceAuthentication Authentication, ReadOnlyMemory<byte> Hash, ReadOnlyMemory<byte> Bytes);
