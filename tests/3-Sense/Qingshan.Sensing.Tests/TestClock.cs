using NodaTime;

namespace Qingshan.Sensing.Tests;

/// <summary>A clock that starts at a chosen moment and runs with real time, so that tests with sockets pass on any date.</summary>
internal sealed class TestClock(Instant start) : TimeProvider
{
    public static readonly Instant Noon = Instant.FromUtc(2026, 5, 11, 4, 0);

    private readonly long began = System.GetTimestamp();
    private Duration skipped = Duration.Zero;

    public TestClock()
        : this(Noon)
    {
    }

    public Instant Now => Instant.FromDateTimeOffset(GetUtcNow());

    public override DateTimeOffset GetUtcNow() => (start + skipped).ToDateTimeOffset() + System.GetElapsedTime(began);

    public void Skip(Duration duration) => skipped += duration;
}
