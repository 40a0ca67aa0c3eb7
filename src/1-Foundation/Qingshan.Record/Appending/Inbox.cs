namespace Qingshan.Record.Appending;

/// <summary>What waits for the appender's thread: many put in, one takes out all there is at once.</summary>
internal sealed class Inbox<T>
{
    private readonly object gate = new();
    private List<T> waiting = [];
    private bool closed;

    /// <summary>False when closed.</summary>
    public bool TryAdd(T item)
    {
        lock (gate)
        {
            if (closed)
                return false;
            waiting.Add(item);
            if (waiting.Count == 1)
                Monitor.Pulse(gate);
            return true;
        }
    }

    /// <summary>Waits until something is there and swaps it for the given empty list; false when closed and empty.</summary>
    public bool Take(ref List<T> taken)
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !closed)
                Monitor.Wait(gate);
            (taken, waiting) = (waiting, taken);
            return taken.Count > 0;
        }
    }

    /// <summary>Takes nothing more in; what is there stays to be taken.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
    }
}
