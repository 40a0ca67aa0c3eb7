using System.Threading.Channels;
using Qingshan.Record.Entries;

namespace Qingshan.Web.Live;

/// <summary>
/// Tells browsers which topics changed, never what. Keeps the last changes so that a browser which reconnects misses none; a browser that was
/// away longer, or that knew an earlier run of the server, is told to look at everything again.
/// </summary>
public sealed class LiveHub
{
    private const int Kept = 4096;
    private const int Waiting = 256;

    // A browser needs one, and one more while it moves on to other topics; the rest is room for several browsers of one session.
    private const int PerSession = 16;

    private readonly Lock gate = new();
    private readonly Queue<(long Number, string Topic)> recent = new();
    private readonly HashSet<LiveListener> listeners = [];
    private long last;

    /// <summary>Number of the newest change; 0 before the first of this run.</summary>
    internal long Last
    {
        get
        {
            lock (gate)
                return last;
        }
    }

    /// <summary>Takes the entries of a commit. Quick: it only hands out names.</summary>
    public void Publish(IReadOnlyList<Entry> entries) => Publish(entries.SelectMany(LiveTopics.Of).Distinct());

    /// <summary>Says that topics changed.</summary>
    public void Publish(IEnumerable<string> topics)
    {
        lock (gate)
        {
            foreach (var topic in topics)
            {
                recent.Enqueue((++last, topic));
                if (recent.Count > Kept)
                    recent.Dequeue();
                foreach (var listener in listeners)
                    listener.Offer(last, topic);
            }
        }
    }

    /// <summary>Begins to listen; null when the session listens too often already.</summary>
    /// <param name="since">Number of the last change the browser knows; null when it begins afresh.</param>
    internal LiveListener? Listen(string session, IReadOnlySet<string> topics, long? since)
    {
        lock (gate)
        {
            if (listeners.Count(other => other.Session == session) >= PerSession)
                return null;
            var listener = new LiveListener(session, topics, Waiting, last);
            if (since is { } known && (known > last || (recent.Count > 0 && known < recent.Peek().Number - 1)))
                listener.Lose();
            else if (since is not null)
                foreach (var (number, topic) in recent.Where(change => change.Number > since))
                    listener.Offer(number, topic);
            listeners.Add(listener);
            return listener;
        }
    }

    internal void Leave(LiveListener listener)
    {
        lock (gate)
            listeners.Remove(listener);
    }
}

/// <summary>One browser's connection.</summary>
internal sealed class LiveListener(string session, IReadOnlySet<string> topics, int waiting, long start)
{
    private readonly Channel<(long Number, string Topic)> changes = Channel.CreateBounded<(long, string)>(waiting);

    public string Session => session;

    /// <summary>Number of the last change when the connection began.</summary>
    public long Start => start;

    /// <summary>True when changes were lost: the browser must look at everything again.</summary>
    public bool Lost { get; private set; }

    public ChannelReader<(long Number, string Topic)> Changes => changes.Reader;

    public void Offer(long number, string topic)
    {
        if (topics.Contains(topic) && !changes.Writer.TryWrite((number, topic)))
            Lose();
    }

    public void Lose()
    {
        Lost = true;
        changes.Writer.TryComplete();
    }
}
