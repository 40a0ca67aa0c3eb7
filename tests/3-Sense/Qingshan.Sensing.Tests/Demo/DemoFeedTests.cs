using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Sensing.Demo;

namespace Qingshan.Sensing.Tests.Demo;

public sealed class DemoFeedTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task PastHour_ComesThroughTheListener_Once()
    {
        await using var site = Site.Open(folder.Path);
        await RunAsync(site, TestClock.Noon);
        await site.SettleAsync();

        // 2 stations with limits: 60 frames of a minute and one of the hour each; one damaged frame.
        Assert.Equal((123L, 122L, 0L), (site.Accounting.Received, site.Accounting.Stored, site.Accounting.Pending));
        Assert.Equal(new Dictionary<string, long> { ["sensing.crc"] = 1 }, site.Accounting.Rejected);
        var from = TestClock.Noon - Duration.FromHours(1);
        var chromium = site.Observations.Series(TestRegistry.Plating.Mn, 2011, "w20117", Hj212Statistic.RealTime, from, TestClock.Noon);
        Assert.Equal(60, chromium.Count);
        Assert.Equal(Enumerable.Range(0, 60).Select(m => from + Duration.FromMinutes(m)), chromium.Select(p => p.Time));
        Assert.All(chromium, p => Assert.InRange(p.Value!.Value, 2.60m, 3.10m));
        Assert.True(chromium.Select(p => p.Text).Distinct().Count() > 20);
        var hour = site.Observations.Series(TestRegistry.Plating.Mn, 2061, "w20117", Hj212Statistic.Average, from, TestClock.Noon).Single();
        Assert.Equal(decimal.Round(chromium.Average(p => p.Value!.Value), 2), decimal.Round(hour.Value!.Value, 2), 2);
        Assert.All(Values(site, TestRegistry.Plating.Mn, "w01001"), v => Assert.InRange(v, 6.5m, 8.5m));
        Assert.All(Values(site, TestRegistry.Bound.Mn, "w01018"), v => Assert.InRange(v, 15m, 25m));

        await RunAsync(site, TestClock.Noon + Duration.FromHours(3));
        Assert.Equal(123, site.Archive.Records);
    }

    [Fact]
    public async Task InterruptedHour_IsSentAgainAsTheSameHour_AndMerges()
    {
        await using var site = Site.Open(folder.Path);
        new DemoMarker(folder["demo-feed"]).Begin(TestClock.Noon, again: false);
        await RunAsync(site, TestClock.Noon + Duration.FromHours(1));
        File.WriteAllLines(folder["demo-feed"], [TestClock.Noon.ToString()]);
        await RunAsync(site, TestClock.Noon + Duration.FromHours(1));
        await site.SettleAsync();

        Assert.Equal((122L, 122L), (site.Accounting.Stored, site.Accounting.Withheld["sensing.duplicate"]));
    }

    [Fact]
    public void Hour_IsDeterministic_AndHasEverySegmentation()
    {
        var zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        var limits = new TestRegistry().FindEnterprise("plant")!.Outlets[0].Limits;
        var one = DemoHour.Of(TestRegistry.Plating, limits, "w20117", TestClock.Noon, zone);
        var two = DemoHour.Of(TestRegistry.Plating, limits, "w20117", TestClock.Noon + Duration.FromMinutes(59), zone);

        Assert.Equal(one.Select(f => Convert.ToHexString(f.Bytes)), two.Select(f => Convert.ToHexString(f.Bytes)));
        Assert.Equal(4, one.Select(f => f.Segmentation).Distinct().Count());
        Assert.Equal(1, one.Count(f => Hj212Frame.TryRead(f.Bytes, out var frame) && !frame.CrcOk));
        Assert.All(one, f => Assert.True(Hj212Frame.TryRead(f.Bytes, out var frame) && Hj212Inspection.Inspect(frame) is Hj212Problems.None or Hj212Problems.CrcWrong));
    }

    private static IEnumerable<decimal> Values(Site site, string mn, string factor) =>
        site.Observations.Series(mn, 2011, factor, Hj212Statistic.RealTime, Instant.MinValue + Duration.FromDays(1), Instant.MaxValue - Duration.FromDays(1)).Select(p => p.Value!.Value);

    private Task RunAsync(Site site, Instant now)
    {
        var options = new DemoFeedOptions { Duration = TimeSpan.Zero };
        var feed = new DemoFeed(
            site.Registry, options, new DemoMarker(folder["demo-feed"]), site.Rules.Zone, TimeProvider.System, NullLogger<DemoFeed>.Instance);
        return feed.RunAsync(now, site.Listener.Endpoint!, CancellationToken.None);
    }
}
