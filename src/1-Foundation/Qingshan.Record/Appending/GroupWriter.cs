using System.Buffers;
using NodaTime;
using NodaTime.Text;
using Qingshan.Record.Entries;
using Qingshan.Record.Merkle;
using Qingshan.Record.Reasons;
using Qingshan.Record.Storage;
using Qingshan.Record.Views;

namespace Qingshan.Record.Appending;

/// <summary>
/// Writes a group of decisions in one transaction: re-checks keys and versions, gives positions and Merkle leaves, writes entries, views and
/// outbox. A refused decision writes nothing; when a projection throws or a new stream is there already, the group is written again with a mark for each
/// decision to go back to.
/// </summary>
internal sealed class GroupWriter
{
    private readonly IRecordStore store;
    private readonly ViewBuilds views;
    private readonly TimeProvider time;
    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly List<byte[]> leaves = [];
    private MerkleFrontier frontier;
    private volatile StoredHead head;

    public GroupWriter(IRecordStore store, ViewBuilds views, TimeProvider time)
    {
        (this.store, this.views, this.time) = (store, views, time);
        head = store.ReadHead();
        frontier = new MerkleTree(store.Hashes).Frontier(head.Size);
        if (!frontier.Root().AsSpan().SequenceEqual(head.Root))
            throw new InvalidDataException("The record's stored root does not follow from its entries. Run the check before writing.");
    }

    public StoredHead Head => head;

    /// <summary>Sets the outcome of every decision; returns the new entries. When it throws, nothing of the group was written.</summary>
    public IReadOnlyList<Entry> Write(IReadOnlyList<PendingDecision> group)
    {
        try
        {
            return Write(group, marked: false);
        }
#pragma warning disable CA1031 // Whatever one decision threw, the others must not suffer: the second way gives each a mark to go back to.
        catch (Exception)
#pragma warning restore CA1031
        {
            return Write(group, marked: true);
        }
    }

    private List<Entry> Write(IReadOnlyList<PendingDecision> group, bool marked)
    {
        var entries = new List<Entry>(group.Count);
        leaves.Clear();
        store.Begin();
        try
        {
            // What is committed together was recorded together.
            var recorded = new Moment(Math.Max(head.RecordedTicks, Instant.FromDateTimeOffset(time.GetUtcNow()).ToUnixTimeTicks()));
            foreach (var pending in group)
            {
                if (marked)
                    WriteMarked(pending, recorded, entries);
                else
                    pending.Outcome = Answer(pending.Prepared, recorded, entries, marked);
            }

            var grown = frontier.Append(leaves, store.KeepHash);
            var newHead = entries.Count == 0 ? head : new StoredHead(grown.Size, grown.Root(), recorded.Ticks);
            if (entries.Count > 0)
                store.SaveHead(newHead);
            store.Commit();
            (frontier, head) = (grown, newHead);
            return entries;
        }
        catch
        {
            store.Rollback();
            throw;
        }
    }

    private void WriteMarked(PendingDecision pending, Moment recorded, List<Entry> entries)
    {
        var before = entries.Count;
        store.Mark();
        try
        {
            pending.Outcome = Answer(pending.Prepared, recorded, entries, marked: true);
            store.ReleaseMark();
        }
#pragma warning disable CA1031 // A projection that throws is a bug of its view: this decision fails with it, the rest of the group goes on.
        catch (Exception fault) when (!store.IsBroken(fault))
#pragma warning restore CA1031
        {
            pending.Fault = fault;
            store.RollbackToMark();
            entries.RemoveRange(before, entries.Count - before);
            leaves.RemoveRange(before, leaves.Count - before);
        }
    }

    /// <summary>The earlier receipt, a refusal, or a new receipt. What is refused has written nothing.</summary>
    private Outcome<Receipt> Answer(PreparedDecision prepared, Moment recorded, List<Entry> entries, bool marked)
    {
        var heads = new (long Version, byte[] Hash)[prepared.Changes.Count];
        for (var i = 0; i < heads.Length; i++)
        {
            var change = prepared.Changes[i];
            // Without marks a new stream is taken at its word: were it there, its first entry would not go in, and the second way looks it up.
            heads[i] = change.Change.ExpectedVersion == 0 && !marked ? (0, []) : store.FindStream(change.Stream);
            if (heads[i].Version != change.Change.ExpectedVersion)
            {
                return Earlier(prepared.Decision)
                    ?? RecordReasons.Stale.Refuse(("stream", change.Stream), ("actual", heads[i].Version), ("expected", change.Change.ExpectedVersion));
            }
        }

        var (first, count) = (head.Size + entries.Count, prepared.Changes.Sum(c => c.Entries.Count));
        if (!store.TryAddDecision(prepared.Decision.Key, new(prepared.Decision.Fingerprint, first, count, recorded.Ticks, prepared.Decision.Result)))
            return Earlier(prepared.Decision)!.Value;
        Apply(prepared, heads, recorded, entries);
        return new Receipt(first, count, recorded.Instant, prepared.Decision.Result, Repeated: false);
    }

    /// <summary>The answer for a key that is known; null for one that is not.</summary>
    private Outcome<Receipt>? Earlier(Decision decision)
    {
        if (store.FindDecision(decision.Key) is not { } earlier)
            return null;
        return earlier.Fingerprint == decision.Fingerprint ? earlier.Again() : RecordReasons.KeyReused.Refuse();
    }

    private void Apply(PreparedDecision prepared, (long Version, byte[] Hash)[] heads, Moment recorded, List<Entry> entries)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            var change = prepared.Changes[i];
            var (version, previous) = heads[i];
            foreach (var entry in change.Entries)
            {
                var position = head.Size + entries.Count;
                buffer.ResetWrittenCount();
                entry.Draft.Write(buffer, position, previous, recorded.Text, ++version);
                previous = entry.Draft.Leaf(buffer.WrittenSpan);
                store.AddEntry(position, change.Stream, version, recorded.Ticks, previous, buffer.WrittenSpan);
                leaves.Add(previous);
                entries.Add(new(
                    position, change.Change.Stream, version, entry.Entry.OccurredAt, recorded.Instant, prepared.Decision.By, entry.Entry.Body,
                    Convert.ToHexStringLower(previous)));
                views.Project(entries[^1]);
            }
        }

        foreach (var message in prepared.Decision.Outbox)
            store.AddOutbox(message);
    }

    /// <summary>The recording time of a transaction, in the forms it is written in.</summary>
    private sealed class Moment(long ticks)
    {
        public long Ticks { get; } = ticks;

        public Instant Instant { get; } = Instant.FromUnixTimeTicks(ticks);

        public string Text { get; } = InstantPattern.ExtendedIso.Format(Instant.FromUnixTimeTicks(ticks));
    }
}
