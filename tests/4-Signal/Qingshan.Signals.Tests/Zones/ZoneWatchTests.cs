using NodaTime;
using Qingshan.Signals.Zones;

namespace Qingshan.Signals.Tests.Zones;

public sealed class ZoneWatchTests
{
    private static readonly ZoneRule Rule = ZoneRule.Current;
    private static readonly Instant Start = Instant.FromUtc(2026, 6, 1, 0, 0);

    [Theory]
    [InlineData(14.9, false)]
    [InlineData(15.0, true)]
    public void Dwell_RaisesAtFifteenMinutes(double minutes, bool raises)
    {
        var findings = Run(Every(5, minutes, speed: 32));
        Assert.Equal(raises ? 1 : 0, findings.Count);
        if (raises)
            Assert.Equal((Start, 15, 4, true), (findings[0].Passage.StartedAt, findings[0].Passage.Minutes, findings[0].Passage.Fixes, findings[0].Begins));
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(60, 1)]
    [InlineData(61, 0)]
    [InlineData(1023, 0)]
    public void Speed_OnlyWorkCounts(int speed, int findings) => Assert.Equal(findings, Run(Every(5, 15, speed)).Count);

    [Fact]
    public void FewFixes_NoEvent() => Assert.Empty(Run([Fix(0), Fix(10), Fix(20)]));

    [Fact]
    public void OneEvent_AmendedEveryTenMinutes_EndsAfterThreeFixesOutside()
    {
        var findings = Run([.. Every(5, 60, 30), Fix(65, closed: false), Fix(70, closed: false), Fix(75, closed: false)]);
        Assert.Equal(Enumerable.Repeat(findings[0].Signal, findings.Count), findings.Select(f => f.Signal));
        Assert.Equal([15, 25, 35, 45, 55, 60], findings.Select(f => f.Passage.Minutes));
        Assert.Equal([true, false, false, false, false, false], findings.Select(f => f.Begins));
        Assert.Equal([false, false, false, false, false, true], findings.Select(f => f.Passage.Ended));
    }

    [Fact]
    public void TwoFixesOutside_SameEvent()
    {
        var findings = Run([.. Every(5, 20, 30), Fix(25, closed: false), Fix(30, closed: false), Fix(35), Fix(40)]);
        Assert.Single(findings.Select(f => f.Signal).Distinct());
    }

    [Fact]
    public void Pause_IsNotWork_AndEndsTheEventAfterHalfAnHour()
    {
        // Ten minutes of work, twenty of hauling at rest, then work again: one event, raised once work alone makes a quarter of an hour.
        var findings = Run([Fix(0), Fix(5), Fix(10), Fix(15, speed: 0), Fix(20, speed: 0), Fix(25, speed: 0), Fix(30), Fix(35), Fix(40)]);
        Assert.Equal((Start, 15, 5), Assert.Single(findings) is var f ? (f.Passage.StartedAt, f.Passage.Minutes, f.Passage.Fixes) : default);
        // Work again after 31 minutes is another event.
        findings = Run([.. Every(5, 15, 30), Fix(46), Fix(51), Fix(56), Fix(61)]);
        Assert.Equal([Start, Start, Start + Duration.FromMinutes(46)], findings.Select(f => f.Passage.StartedAt));
        Assert.Equal([false, true, false], findings.Select(f => f.Passage.Ended));
    }

    [Fact]
    public void Silence_EndsAStatedEvent_AndAFixTakesItUpAgain()
    {
        var watch = Every(5, 15, 30).Aggregate(New(), (w, fix) => w.Step(Rule, fix).Next) with { Heard = Start + Duration.FromMinutes(15) };
        Assert.Empty(watch.Silent(Rule, Start + Duration.FromMinutes(45)).Findings);
        var (over, findings) = watch.Silent(Rule, Start + Duration.FromMinutes(46));
        Assert.True(Assert.Single(findings).Passage.Ended);
        Assert.Empty(over.Silent(Rule, Start + Duration.FromMinutes(90)).Findings);
        var again = over.Step(Rule, Fix(20)).Findings;
        Assert.Equal((findings[0].Signal, false), (Assert.Single(again).Signal, again[0].Passage.Ended));
    }

    [Fact]
    public void SameFixesAgain_SameKey_AndFixesTooCloseChangeNothing()
    {
        var (first, again) = (Run(Every(5, 30, 30)), Run(Every(5, 30, 30).SelectMany(f => new[] { f, f with { At = f.At + Duration.FromSeconds(3) } })));
        Assert.Equal(first, again);
    }

    private static ZoneWatch New() => new(412999001, "zone-1");

    private static List<ZoneFinding> Run(IEnumerable<WatchedFix> fixes)
    {
        var (watch, all) = (New(), new List<ZoneFinding>());
        foreach (var fix in fixes)
        {
            (watch, var findings) = watch.Step(Rule, fix);
            all.AddRange(findings);
        }

        return all;
    }

    private static IEnumerable<WatchedFix> Every(double step, double until, int speed)
    {
        for (var minute = 0.0; minute < until; minute += step)
            yield return Fix(minute, speed);
        yield return Fix(until, speed);
    }

    private static WatchedFix Fix(double minute, int speed = 30, bool closed = true) =>
        new(Start + Duration.FromMinutes(minute), closed, speed, 73_500_000, 18_000_000, $"000001:{64 + (long)(minute * 1000)}");
}
