using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;

namespace Qingshan.Record;

/// <summary>The one record. Everything that counts as a decision is appended here, and nothing is ever changed.</summary>
public interface IRecord
{
    /// <summary>Appends a decision. When it returns a receipt, the entries are on disk. Refusals: <see cref="RecordReasons"/>.</summary>
    Task<Outcome<Receipt>> AppendAsync(Decision decision, CancellationToken cancel = default);

    /// <summary>The receipt of an earlier decision with this key; null when there is none or its fingerprint differs.</summary>
    ValueTask<Receipt?> FindReceiptAsync(string key, string fingerprint, CancellationToken cancel = default);

    /// <summary>Reads a stream, whole or as it was known at a recording time (inclusive). A stream that does not exist has no entries.</summary>
    ValueTask<StreamHistory> ReadAsync(StreamId stream, Instant? knownAt = null, CancellationToken cancel = default);

    /// <summary>Reads all entries in order of position, for followers and rebuilds; ends at the present head.</summary>
    IAsyncEnumerable<Entry> ReadAllAsync(long fromPosition = 0, CancellationToken cancel = default);

    /// <summary>Number of entries; the next position.</summary>
    long Count { get; }

    /// <summary>Raised after each commit, with the entries of the group in order. Handlers must be quick and must not throw.</summary>
    event Action<IReadOnlyList<Entry>>? Committed;
}
