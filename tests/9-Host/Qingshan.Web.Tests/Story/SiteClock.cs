using NodaTime;

namespace Qingshan.Web.Tests.Story;

/// <summary>A wall clock that stands until it is moved. Timers and time spans are the machine's, so that a whole host lives on it.</summary>
internal sealed class SiteClock(Instant start) : TimeProvider
{
    private readonly Lock gate = new();
    private Instant now = start;

    public Instant Now
    {
        get
        {
            lock (gate)
                return now;
        }
    }

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    /// <summary>Moves the clock to a time of the site, <c>2026-09-24 10:00</c> in China; never back.</summary>
    public void MoveTo(string siteTime)
    {
        lock (gate)
            now = Instant.Max(now, SiteTimes.At(siteTime));
    }

    public void Advance(Duration by)
    {
        lock (gate)
            now += by;
    }
}
