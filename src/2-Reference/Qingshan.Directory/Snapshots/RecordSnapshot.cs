using Qingshan.Record;
using Qingshan.Record.Entries;

namespace Qingshan.Directory.Snapshots;

/// <summary>
/// A small immutable state folded from all entries of the record and kept current: loaded once, then fed by <see cref="IRecord.Committed"/>.
/// Readers take <see cref="Now"/> without a lock and see either all of a commit or nothing of it.
/// </summary>
/// <param name="apply">Pure; returns the same state for entries it does not know.</param>
public sealed class RecordSnapshot<TState> : IDisposable
    where TState : class
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim loading = new(1);
    private readonly IRecord record;
    private readonly Func<TState, Entry, TState> apply;
    private readonly TState empty;
    private readonly List<Entry> waiting = [];
    private TState state;
    private long next;
    private bool loaded;

    public RecordSnapshot(IRecord record, TState empty, Func<TState, Entry, TState> apply)
    {
        (this.record, this.apply, this.empty, state) = (record, apply, empty, empty);
        record.Committed += Follow;
    }

    /// <summary>The state as of the last commit; empty until <see cref="LoadAsync"/> has ended.</summary>
    public TState Now => Volatile.Read(ref state);

    /// <summary>Folds the record anew up to its head. What is committed meanwhile is not lost; readers keep the earlier state until then.</summary>
    public async Task LoadAsync(CancellationToken cancel = default)
    {
        await loading.WaitAsync(cancel);
        try
        {
            lock (gate)
                loaded = false;
            var (building, position) = (empty, 0L);
            await foreach (var entry in record.ReadAllAsync(0, cancel))
                (building, position) = (apply(building, entry), entry.Position + 1);
            Publish(building, position);
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose()
    {
        record.Committed -= Follow;
        loading.Dispose();
    }

    private void Publish(TState building, long position)
    {
        lock (gate)
        {
            next = position;
            loaded = true;
            Volatile.Write(ref state, Advance(building, waiting));
            waiting.Clear();
        }
    }

    private void Follow(IReadOnlyList<Entry> entries)
    {
        lock (gate)
        {
            if (loaded)
                Volatile.Write(ref state, Advance(state, entries));
            else
                waiting.AddRange(entries);
        }
    }

    private TState Advance(TState from, IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Position < next)
                continue;
            from = apply(from, entry);
            next = entry.Position + 1;
        }

        return from;
    }
}
