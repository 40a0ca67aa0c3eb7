using NodaTime;

namespace Qingshan.Record.Entries;

/// <summary>One stored entry, as read back.</summary>
/// <param name="Position">Gapless place in the whole record, from 0; also its Merkle leaf.</param>
/// <param name="Stream">The stream it belongs to.</param>
/// <param name="Version">Place in its stream, from 1.</param>
/// <param name="OccurredAt">Event time: when it happened.</param>
/// <param name="RecordedAt">Recording time: when the record took it in; never runs back.</param>
/// <param name="By">Who made it.</param>
/// <param name="Body">What happened.</param>
/// <param name="Hash">Leaf hash of the stored bytes: SHA-256(0x00 ‖ bytes), lower-case hex.</param>
public sealed record Entry(long Position, StreamId Stream, long Version, Instant OccurredAt, Instant RecordedAt, Actor By, EntryBody Body, string Hash);
