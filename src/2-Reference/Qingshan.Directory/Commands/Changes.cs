using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.Directory.Commands;

/// <summary>Collects what a command decides: entries of its own stream and, atomically with them, of others.</summary>
public sealed class Changes(StreamId stream, long version, Instant now)
{
    private readonly List<NewEntry> own = [];
    private readonly List<StreamChange> others = [];

    public StreamId Stream => stream;

    /// <summary>The time of the command, from the injected clock.</summary>
    public Instant Now => now;

    /// <summary>Version of the own stream after the append.</summary>
    public long NewVersion => version + own.Count;

    /// <summary>Adds an entry; it happened now unless an event time is given.</summary>
    public void Add(EntryBody body, Instant? occurredAt = null) => own.Add(new NewEntry(body, occurredAt ?? now));

    /// <summary>Adds entries to another stream, decided against the version that was read.</summary>
    public void AddTo(StreamId other, long expectedVersion, params IEnumerable<EntryBody> bodies) =>
        others.Add(new StreamChange(other, expectedVersion, [.. bodies.Select(body => new NewEntry(body, now))]));

    internal StreamId? Created => others.Find(other => other.ExpectedVersion == 0)?.Stream;

    internal IReadOnlyList<StreamChange> ToList() => own.Count == 0 ? others : [new StreamChange(stream, version, own), .. others];
}
