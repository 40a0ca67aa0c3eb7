using NodaTime;
using NodaTime.Extensions;

namespace Qingshan.TestKit;

/// <summary>A clock that stands still until a test advances it; timers created on it fire when their time is passed.</summary>
public sealed class FakeTime(Instant start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private Instant now = start;

    /// <summary>Starts on Monday 2026-03-02, 09:00 in China: a plain working day.</summary>
    public FakeTime()
        : this(Instant.FromUtc(2026, 3, 2, 1, 0))
    {
    }

    public Instant Now
    {
        get
        {
            lock (gate)
                return now;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public override long GetTimestamp() => Now.ToUnixTimeTicks();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Moves the clock on and fires what falls due meanwhile, in order of due time, each at its own time.</summary>
    public void Advance(Duration by)
    {
        var end = Now + by;
        while (NextBefore(end) is { } alarm)
            alarm.Fire();
        Set(end);
    }

    /// <summary>Puts the clock on an instant, which may lie in the past, without firing timers.</summary>
    public void Set(Instant instant)
    {
        lock (gate)
            now = instant;
    }

    private Alarm? NextBefore(Instant end)
    {
        lock (gate)
        {
            var next = alarms.Where(alarm => alarm.Due <= end).MinBy(alarm => alarm.Due);
            if (next is not null && next.Due > now)
                now = next.Due;
            return next;
        }
    }

    private sealed class Alarm(FakeTime time, Action ring) : ITimer
    {
        private Duration? every;

        public Instant Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                time.alarms.Remove(this);
                every = period > TimeSpan.Zero ? period.ToDuration() : null;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time.now + dueTime.ToDuration();
                    time.alarms.Add(this);
                }
            }

            return true;
        }

        public void Fire()
        {
            lock (time.gate)
            {
                if (every is { } period)
                    Due += period;
                else
                    time.alarms.Remove(this);
            }

            ring();
        }

        public void Dispose()
        {
            lock (time.gate)
                time.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
