using NodaTime;

namespace Qingshan.Record.Entries;

/// <summary>
/// What a command decided, to be appended as one: all streams or none, with the views and the outbox, in one transaction.
/// </summary>
/// <param name="Key">Idempotency key, unique per decision (1–128 characters). The same key with the same fingerprint gives the first receipt again.</param>
/// <param name="Fingerprint">Hash of the command's content; the same key with another fingerprint is refused.</param>
/// <param name="By">Who decided.</param>
/// <param name="Changes">At least one; each stream at most once.</param>
/// <param name="Result">A small text kept with the key and handed back on a retry, such as the id of what was made.</param>
public sealed record Decision(string Key, string Fingerprint, Actor By, IReadOnlyList<StreamChange> Changes, string Result = "")
{
    /// <summary>Messages for other places, delivered at least once after the commit.</summary>
    public IReadOnlyList<OutboxMessage> Outbox { get; init; } = [];
}

/// <summary>Entries for one stream.</summary>
/// <param name="ExpectedVersion">The version the decision was made on; 0 for a new stream. Another version refuses the whole decision.</param>
public sealed record StreamChange(StreamId Stream, long ExpectedVersion, IReadOnlyList<NewEntry> Entries);

/// <summary>An entry before it is stored.</summary>
public sealed record NewEntry(EntryBody Body, Instant OccurredAt);

/// <summary>A message to be delivered after the commit.</summary>
public sealed record OutboxMessage(string Topic, string Body);

/// <summary>The acknowledgement: from here on the entries are durable.</summary>
/// <param name="FirstPosition">Position of the first entry of the decision.</param>
/// <param name="Count">Number of entries.</param>
/// <param name="RecordedAt">Their recording time.</param>
/// <param name="Result">The decision's result text.</param>
/// <param name="Repeated">True when the key had been seen and this is the earlier receipt.</param>
public sealed record Receipt(long FirstPosition, int Count, Instant RecordedAt, string Result, bool Repeated);
