using Qingshan.Record.Checkpoints;
using Qingshan.Record.Entries;
using Qingshan.Record.Merkle;
using Qingshan.Record.Storage;

namespace Qingshan.Record;

/// <summary>Recomputes everything that a record's database claims. Reads only, and may run beside the writer.</summary>
public sealed class RecordAudit
{
    private const int PageSize = 1000;
    private readonly IRecordStore store;
    private readonly Dictionary<string, (long Version, string Hash)> streams = new(StringComparer.Ordinal);
    private readonly Queue<(long Size, string Note)> checkpoints;
    private readonly List<(int Level, long Index, byte[] Hash)> computed = [];
    private MerkleFrontier frontier = MerkleFrontier.Empty;
    private NodaTime.Instant lastRecorded = NodaTime.Instant.MinValue;

    private RecordAudit(IRecordStore store)
    {
        this.store = store;
        checkpoints = new(CheckpointTable.All(store));
    }

    /// <summary>
    /// Checks every entry's bytes, hash, place, chain and recording time, the kept hashes, the root, the stored checkpoints and the keys.
    /// </summary>
    /// <param name="folder">The record's folder.</param>
    /// <param name="progress">Told the number of entries checked and the number in all.</param>
    public static AuditReport Check(string folder, IProgress<(long Checked, long Count)>? progress = null, CancellationToken cancel = default)
    {
        using var store = SqliteStore.OpenReader(folder);
        store.BeginRead();
        var audit = new RecordAudit(store);
        var problem = audit.Run(progress, cancel);
        store.Rollback();
        return new(audit.frontier.Size, Convert.ToHexStringLower(audit.frontier.Root()), problem);
    }

    private string? Run(IProgress<(long Checked, long Count)>? progress, CancellationToken cancel)
    {
        var head = store.ReadHead();
        while (store.Entries(frontier.Size, PageSize) is { Count: > 0 } page)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var stored in page)
            {
                if (CheckEntry(stored) is { } problem)
                    return $"entry {frontier.Size}: {problem}";
                frontier = frontier.Append([stored.Hash], (level, index, hash) => computed.Add((level, index, hash)));
                if (CheckCheckpoint() is { } wrong)
                    return $"checkpoint at {frontier.Size}: {wrong}";
            }

            if (computed.Find(k => store.Hashes(k.Level, k.Index, 1) is not [var kept] || !kept.AsSpan().SequenceEqual(k.Hash)) is { Hash: not null } differs)
                return $"kept hash {differs.Level}/{differs.Index}: not the one computed";
            computed.Clear();
            progress?.Report((frontier.Size, head.Size));
        }

        return CheckEnd(head);
    }

    private string? CheckEntry(StoredEntry stored)
    {
        if (!MerkleHash.Leaf(stored.Bytes).AsSpan().SequenceEqual(stored.Hash))
            return "the bytes are not those that were hashed";
        if (Envelope.TryRead(stored.Bytes, out var problem) is not { } envelope)
            return problem;
        if (envelope.Position != frontier.Size)
            return $"it says position {envelope.Position}";
        var (version, hash) = streams.GetValueOrDefault(envelope.Stream.ToString(), (0, ""));
        if (envelope.Version != version + 1 || envelope.Previous != hash)
            return $"it does not follow version {version} of {envelope.Stream}";
        if (envelope.RecordedAt < lastRecorded)
            return "its recording time runs back";
        lastRecorded = envelope.RecordedAt;
        streams[envelope.Stream.ToString()] = (envelope.Version, Convert.ToHexStringLower(stored.Hash));
        var place = (envelope.Stream.ToString(), envelope.Version, envelope.RecordedAt.ToUnixTimeTicks());
        return store.Place(frontier.Size) == place ? CheckKey(envelope) : "its columns differ from its bytes";
    }

    private string? CheckKey(Envelope envelope) =>
        store.FindDecision(envelope.Key) is { } decision && decision.FirstPosition <= envelope.Position && envelope.Position < decision.FirstPosition + decision.Count
            ? null
            : "its key is not known";

    private string? CheckCheckpoint()
    {
        if (checkpoints.Count == 0 || checkpoints.Peek().Size != frontier.Size)
            return null;
        var signed = SignedCheckpoint.TryParse(checkpoints.Dequeue().Note);
        return signed is not null && signed.Checkpoint.Size == frontier.Size && signed.Checkpoint.Root.AsSpan().SequenceEqual(frontier.Root())
            ? null
            : "its root is not the one computed";
    }

    private string? CheckEnd(StoredHead head)
    {
        if (head.Size != frontier.Size)
            return $"head: {head.Size} entries are claimed, {frontier.Size} are there";
        if (!head.Root.AsSpan().SequenceEqual(frontier.Root()))
            return "head: the root is not the one computed";
        return checkpoints.Count == 0 ? null : $"checkpoint at {checkpoints.Peek().Size}: there are fewer entries";
    }
}

/// <summary>What an audit found.</summary>
/// <param name="Entries">Entries checked.</param>
/// <param name="Root">Root over them, lower-case hex.</param>
/// <param name="Problem">The first thing that is wrong and where; null when all is well.</param>
public sealed record AuditReport(long Entries, string Root, string? Problem);
