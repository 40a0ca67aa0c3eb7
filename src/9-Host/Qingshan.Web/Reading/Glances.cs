using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Record;
using Qingshan.Record.Entries;

namespace Qingshan.Web.Reading;

/// <summary>A related stream as far as the post may know of it.</summary>
public sealed record Glance<TState>(TState State, AccessLevel Level);

/// <summary>
/// Asks how far a stream beside the one on the page may be seen: whether a link leads anywhere, which clocks run. Shows no full content, so that
/// nothing is written to the access log.
/// </summary>
public sealed class Glances(IRecord record, IAccess access)
{
    /// <summary>The stream; null where the post may not know of it. Access is asked of the stream as it is today.</summary>
    public async Task<Glance<TState>?> AtAsync<TState>(Acting who, StreamId stream, Instant? knownAt = null, CancellationToken cancel = default)
        where TState : IFold<TState>, IHasSubject
    {
        var history = await record.ReadAsync(stream, cancel: cancel);
        if (!history.Exists)
            return null;
        var today = history.Fold<TState>();
        var level = access.Ask(who, today.Subject).Level;
        if (level == AccessLevel.None)
            return null;
        var state = knownAt is { } instant ? new StreamHistory(stream, [.. history.Entries.Where(entry => entry.RecordedAt <= instant)]).Fold<TState>() : today;
        return new(state, level);
    }
}
