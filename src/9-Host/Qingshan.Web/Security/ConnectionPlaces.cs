namespace Qingshan.Web.Security;

/// <summary>How many connections the web port holds.</summary>
/// <param name="Total">Of all sources together.</param>
/// <param name="PerSource">Of one source: an agency with a few hundred desks may sit behind it.</param>
internal sealed record ConnectionLimits(int Total = 5000, int PerSource = 2000);

/// <summary>
/// Who holds a connection, within the limits. A newcomer that finds no place takes that of the oldest connection that has said nothing yet, at first among those
/// of its own source; where every one has spoken, it is refused. So silent connections keep nobody out, and one source never holds more than its share.
/// </summary>
internal sealed class ConnectionPlaces(ConnectionLimits limits)
{
    private readonly Lock gate = new();
    private readonly LinkedList<ConnectionPlace> silent = [];
    private readonly Dictionary<string, Held> sources = new(StringComparer.Ordinal);
    private int open;
    private long refused;
    private long displaced;

    /// <summary>Open now, refused and displaced since the start.</summary>
    public (int Open, long Refused, long Displaced) Counts
    {
        get
        {
            lock (gate)
                return (open, refused, displaced);
        }
    }

    /// <summary>A place for the newcomer; null when there is none.</summary>
    /// <param name="abort">Closes the connection when its place goes to another.</param>
    public ConnectionPlace? Enter(string source, Action abort)
    {
        ConnectionPlace? victim = null;
        ConnectionPlace place;
        lock (gate)
        {
            var held = sources.GetValueOrDefault(source);
            var full = held?.Count >= limits.PerSource;
            if (full || open >= limits.Total)
            {
                victim = full ? held!.Silent.First?.Value : silent.First?.Value;
                if (victim is null)
                {
                    refused++;
                    return null;
                }

                displaced++;
                Forget(victim);
            }

            place = new ConnectionPlace(source, abort);
            Add(place);
        }

        victim?.Abort();
        return place;
    }

    /// <summary>The connection has said something: it keeps its place.</summary>
    public void Speak(ConnectionPlace place)
    {
        lock (gate)
            Hear(place);
    }

    public void Leave(ConnectionPlace place)
    {
        lock (gate)
            Forget(place);
    }

    private void Add(ConnectionPlace place)
    {
        if (!sources.TryGetValue(place.Source, out var held))
            sources[place.Source] = held = new Held();
        held.Count++;
        open++;
        (place.InSource, place.InAll) = (held.Silent.AddLast(place), silent.AddLast(place));
    }

    private void Hear(ConnectionPlace place)
    {
        if (place.InAll is null || place.InSource is null)
            return;
        sources[place.Source].Silent.Remove(place.InSource);
        silent.Remove(place.InAll);
        (place.InSource, place.InAll) = (null, null);
    }

    private void Forget(ConnectionPlace place)
    {
        if (place.IsGone)
            return;
        place.IsGone = true;
        Hear(place);
        open--;
        var held = sources[place.Source];
        if (--held.Count == 0)
            sources.Remove(place.Source);
    }

    private sealed class Held
    {
        public int Count { get; set; }

        public LinkedList<ConnectionPlace> Silent { get; } = [];
    }
}

/// <summary>The place of one connection.</summary>
internal sealed class ConnectionPlace(string source, Action abort)
{
    public string Source { get; } = source;

    public Action Abort { get; } = abort;

    internal LinkedListNode<ConnectionPlace>? InSource { get; set; }

    internal LinkedListNode<ConnectionPlace>? InAll { get; set; }

    internal bool IsGone { get; set; }
}
