namespace Qingshan.Record.Entries;

/// <summary>The entries of one stream in order, as of the asked recording time.</summary>
public sealed record StreamHistory(StreamId Stream, IReadOnlyList<Entry> Entries)
{
    /// <summary>Version of the last entry; 0 when the stream does not exist.</summary>
    public long Version => Entries.Count == 0 ? 0 : Entries[^1].Version;

    public bool Exists => Entries.Count > 0;

    /// <summary>Folds the entries into a state.</summary>
    public TState Fold<TState>()
        where TState : IFold<TState> => Entries.Aggregate(TState.Empty, (state, entry) => state.Apply(entry));
}

/// <summary>State that is the fold of a stream's entries: pure, no clock, no input or output; unknown entry types leave it unchanged.</summary>
public interface IFold<TState>
    where TState : IFold<TState>
{
    static abstract TState Empty { get; }

    TState Apply(Entry entry);
}
