using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;

namespace Qingshan.TestKit;

/// <summary>The record's contract in memory: versions and keys are checked as the real one does; nothing is durable, proved or projected.</summary>
public sealed class InMemoryRecord(TimeProvider time) : IRecord
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];
    private readonly Dictionary<StreamId, List<Entry>> streams = [];
    private readonly Dictionary<string, (string Fingerprint, Receipt Receipt)> receipts = new(StringComparer.Ordinal);
    private Instant last = Instant.MinValue;

    public event Action<IReadOnlyList<Entry>>? Committed;

    public long Count
    {
        get
        {
            lock (gate)
                return entries.Count;
        }
    }

    public Task<Outcome<Receipt>> AppendAsync(Decision decision, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (receipts.TryGetValue(decision.Key, out var seen))
                return Task.FromResult<Outcome<Receipt>>(seen.Fingerprint == decision.Fingerprint ? seen.Receipt with { Repeated = true } : RecordReasons.KeyReused.Refuse());
            if ((Malformed(decision) ?? Stale(decision)) is { } refusal)
                return Task.FromResult<Outcome<Receipt>>(refusal);
            var added = Add(decision);
            var receipt = new Receipt(added[0].Position, added.Count, last, decision.Result, Repeated: false);
            receipts.Add(decision.Key, (decision.Fingerprint, receipt));
            // Inside the lock, so that followers see the groups in the order of their positions.
            Committed?.Invoke(added);
            return Task.FromResult<Outcome<Receipt>>(receipt);
        }
    }

    public ValueTask<Receipt?> FindReceiptAsync(string key, string fingerprint, CancellationToken cancel = default)
    {
        lock (gate)
            return ValueTask.FromResult(receipts.TryGetValue(key, out var seen) && seen.Fingerprint == fingerprint ? seen.Receipt with { Repeated = true } : null);
    }

    public ValueTask<StreamHistory> ReadAsync(StreamId stream, Instant? knownAt = null, CancellationToken cancel = default)
    {
        lock (gate)
        {
            var all = streams.GetValueOrDefault(stream, []);
            return ValueTask.FromResult(new StreamHistory(stream, [.. all.Where(entry => knownAt is null || entry.RecordedAt <= knownAt)]));
        }
    }

    public async IAsyncEnumerable<Entry> ReadAllAsync(long fromPosition = 0, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.Yield();
        List<Entry> present;
        lock (gate)
            present = [.. entries.Skip(checked((int)fromPosition))];
        foreach (var entry in present)
        {
            cancel.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    /// <summary>Appends entries to one stream at its present version, without a command; throws when refused.</summary>
    public async Task GivenAsync(StreamId stream, params EntryBody[] bodies)
    {
        var version = (await ReadAsync(stream)).Version;
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var change = new StreamChange(stream, version, [.. bodies.Select(body => new NewEntry(body, now))]);
        var key = $"given:{stream}:{version}";
        (await AppendAsync(new Decision(key, key, Actor.Rule("given"), [change]))).Require();
    }

    private static Refusal? Malformed(Decision decision)
    {
        var problem = decision switch
        {
            { Key.Length: 0 or > 128 } => "key length",
            { Changes.Count: 0 } => "no changes",
            _ when decision.Changes.Any(change => change.Entries.Count == 0) => "a change without entries",
            _ when decision.Changes.Select(change => change.Stream).Distinct().Count() != decision.Changes.Count => "a stream twice",
            _ when decision.Changes.Any(change => StreamId.TryParse(change.Stream.ToString()) is null) => "stream name",
            _ => null,
        };
        return problem is null ? null : RecordReasons.Malformed.Refuse(("problem", problem));
    }

    private Refusal? Stale(Decision decision)
    {
        foreach (var change in decision.Changes)
        {
            var actual = streams.GetValueOrDefault(change.Stream)?.Count ?? 0;
            if (actual != change.ExpectedVersion)
                return RecordReasons.Stale.Refuse(("stream", change.Stream), ("actual", actual), ("expected", change.ExpectedVersion));
        }

        return null;
    }

    private List<Entry> Add(Decision decision)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        last = now > last ? now : last;
        var added = new List<Entry>();
        foreach (var change in decision.Changes)
        {
            if (!streams.TryGetValue(change.Stream, out var stream))
                streams.Add(change.Stream, stream = []);
            foreach (var entry in change.Entries)
            {
                var stored = new Entry(entries.Count, change.Stream, stream.Count + 1, entry.OccurredAt, last, decision.By, entry.Body, Hash(entries.Count, entry.Body));
                entries.Add(stored);
                stream.Add(stored);
                added.Add(stored);
            }
        }

        return added;
    }

    private static string Hash(long position, EntryBody body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{position} {body}")));
}
