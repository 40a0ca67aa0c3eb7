using NodaTime;
using Qingshan.Protocols.Hj212;

namespace Qingshan.Sensing.Replay;

/// <summary>Keeps the recorded distances between frames, divided by the speed. A step back in time waits for nothing.</summary>
internal sealed class Pace(double? speed, TimeProvider time)
{
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(2);

    private readonly long started = time.GetTimestamp();
    private Instant? first;
    private TimeSpan due;

    public void Note(ReadOnlySpan<byte> qn)
    {
        if (!Hj212LocalTime.TryRead(qn, out var read))
            return;
        Note(new LocalDateTime(read.Year, read.Month, read.Day, read.Hour, read.Minute, read.Second, read.Millisecond).InUtc().ToInstant());
    }

    /// <summary>The time of the next line; only distances count, so any zone will do.</summary>
    public void Note(Instant at)
    {
        if (speed is not { } factor)
            return;
        first ??= at;
        due = (at - first.Value).ToTimeSpan() / factor;
    }

    /// <summary>Waits until the last noted frame is due; true where that took a while.</summary>
    public async Task<bool> WaitAsync(CancellationToken cancellation)
    {
        var left = due - time.GetElapsedTime(started);
        if (left <= Unnoticed)
            return false;
        await Task.Delay(left, time, cancellation);
        return true;
    }
}
