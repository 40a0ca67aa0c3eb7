using System.Net;

namespace Qingshan.Sensing.Listening;

/// <summary>A listener as it is now. Connections leave no bytes, so these counts begin with the process; frames are counted by the accounting.</summary>
/// <param name="Endpoint">Where it listens; null while it does not.</param>
/// <param name="Open">Connections now.</param>
/// <param name="Accepted">Connections taken since the start.</param>
/// <param name="Refused">Turned away since the start because all places were taken by stations.</param>
/// <param name="Displaced">Closed since the start to make room: they had named no station.</param>
/// <param name="TimedOut">Closed since the start because they were silent, unfinished or did not read.</param>
/// <param name="Cut">Closed since the start because they sent too much that no station vouches for.</param>
/// <param name="Dropped">Stretches of strangers that were not archived since the start, by reason code.</param>
/// <param name="FailedGroups">Groups the archive could not write since the start.</param>
public sealed record ListenerStatus(
    string Name, IPEndPoint? Endpoint, int Open, long Accepted, long Refused, long Displaced, long TimedOut, long Cut,
    IReadOnlyDictionary<string, long> Dropped, long FailedGroups);

/// <summary>The listeners of this process.</summary>
public interface IListeners
{
    IReadOnlyList<ListenerStatus> Status { get; }
}

/// <summary>Several as one, in their order.</summary>
internal sealed class AllListeners(IReadOnlyList<IListeners> listeners) : IListeners
{
    public IReadOnlyList<ListenerStatus> Status => [.. listeners.SelectMany(l => l.Status)];
}
