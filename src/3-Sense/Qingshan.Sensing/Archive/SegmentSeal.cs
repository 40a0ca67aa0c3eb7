using NodaTime;

namespace Qingshan.Sensing.Archive;

/// <summary>What a sealed segment states about itself.</summary>
/// <param name="Root">Merkle root over its records in order (RFC 6962); of the empty segment the hash of nothing.</param>
internal sealed record SegmentSeal(long Records, Instant FirstReceivedAt, Instant LastReceivedAt, ReadOnlyMemory<byte> Root);
