namespace Qingshan.Sensing.Archive;

/// <summary>Wakes everybody who waits for the next change. Take <see cref="Next"/> before looking at the state, then no change is missed.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => Volatile.Read(ref source).Task;

    public void Signal() =>
        Interlocked.Exchange(ref source, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
