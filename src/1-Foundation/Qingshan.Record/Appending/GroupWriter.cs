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
/// outbox. Each decision has its own mark to go back to, so a refused or faulty one takes nothing else with it.
/// </summary>
internal sealed class GroupWriter
{
    private readonly IRecordStore store;
    private readonly ViewBuilds views;
    private readonly TimeProvider time;
    private readonly ArrayBufferWriter<byte> buffer = new(4096);
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
        var entries = new List<Entry>();
        store.Begin();
        try
        {
            var recorded = head.RecordedTicks;
            foreach (var pending in group)
            {
                recorded = Math.Max(recorded, Instant.FromDateTimeOffset(time.GetUtcNow()).ToUnixTimeTicks());
                WriteOne(pending, recorded, entries);
            }

            var grown = frontier.Append(entries.Select(e => Convert.FromHexString(e.Hash)), store.KeepHash);
            var newHead = entries.Count == 0 ? head : new StoredHead(grown.Size, grown.Root(), recorded);
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

    private void WriteOne(PendingDecision pending, long recorded, List<Entry> entries)
    {
        var decision = pending.Prepared.Decision;
        if (store.FindDecision(decision.Key) is { } earlier)
        {
            pending.Outcome = earlier.Fingerprint == decision.Fingerprint
                ? earlier.Again()
                : RecordReasons.KeyReused.Refuse();
            return;
        }

        var before = entries.Count;
        store.Mark();
        try
        {
            pending.Outcome = Apply(pending.Prepared, recorded, entries);
        }
#pragma warning disable CA1031 // A projection that throws is a bug of its view: this decision fails with it, the rest of the group goes on.
        catch (Exception fault) when (fault is not Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 10 or 11 or 13 })
#pragma warning restore CA1031
        {
            pending.Fault = fault;
        }

        if (pending.Fault is null && pending.Outcome.Refusal is null)
        {
            store.ReleaseMark();
            return;
        }

        store.RollbackToMark();
        entries.RemoveRange(before, entries.Count - before);
    }

    private Outcome<Receipt> Apply(PreparedDecision prepared, long recorded, List<Entry> entries)
    {
        var decision = prepared.Decision;
        var first = head.Size + entries.Count;
        var recordedAt = Instant.FromUnixTimeTicks(recorded);
        var recordedText = InstantPattern.ExtendedIso.Format(recordedAt);
        foreach (var change in prepared.Changes)
        {
            var (version, previous) = store.FindStream(change.Stream);
            if (version != change.Change.ExpectedVersion)
                return RecordReasons.Stale.Refuse(("stream", change.Stream), ("actual", version), ("expected", change.Change.ExpectedVersion));
            foreach (var entry in change.Entries)
            {
                var position = head.Size + entries.Count;
                buffer.ResetWrittenCount();
                entry.Draft.Write(buffer, position, previous, recordedText, ++version);
                previous = MerkleHash.Leaf(buffer.WrittenSpan);
                store.AddEntry(position, change.Stream, version, recorded, previous, buffer.WrittenSpan);
                entries.Add(new(
                    position, change.Change.Stream, version, entry.Entry.OccurredAt, recordedAt, decision.By, entry.Entry.Body, Convert.ToHexStringLower(previous)));
                views.Project(entries[^1]);
            }
        }

        var count = (int)(head.Size + entries.Count - first);
        store.AddDecision(decision.Key, new(decision.Fingerprint, first, count, recorded, decision.Result));
        foreach (var message in decision.Outbox)
            store.AddOutbox(message);
        return new Receipt(first, count, recordedAt, decision.Result, Repeated: false);
    }
}
