using Qingshan.Registry.Zones;
using Qingshan.Signals.Signals;

namespace Qingshan.Signals.Tests.Zones;

public sealed class ZoneRunnerTests : IDisposable
{
    private readonly ZoneScene scene = new();

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Trawler_OneSignal_WithVesselZoneAndGround()
    {
        await scene.StartAsync();
        await scene.FeedAsync(ZoneScene.Trawler, ZoneScene.Work(0, 40));
        await scene.StopAsync();
        var row = Assert.Single(scene.Rows);
        Assert.Equal(("zone", "Open", "ZN-01", "412999001", "v1", "示渔00001", "closed"), (row.Kind, row.State, row.Rule, row.Station, row.Vessel, row.Named, row.Zone));
        var raised = Assert.IsType<ZoneSignalRaised>((await scene.BodiesAsync(row))[0]);
        Assert.Equal(("bottom-trawl", "示范通告第一条", 15, 73_650_000), (raised.Gear, raised.ZoneSource, raised.Passage.Minutes, raised.Passage.Longitude));
        Assert.Contains("禁止捕捞", raised.Ground.Zh, StringComparison.Ordinal);
        Assert.Contains("forbids fishing", raised.Ground.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CargoShip_NoSignal_StrangerThatSaysNothing_Signal()
    {
        await scene.StartAsync();
        await scene.FeedAsync(ZoneScene.Cargo, ZoneScene.Work(0, 40));
        await scene.FeedAsync(ZoneScene.Stranger, ZoneScene.Work(0, 40));
        await scene.StopAsync();
        Assert.Equal(("412999003", "", ""), Assert.Single(scene.Rows) is var row ? (row.Station, row.Vessel, row.Named) : default);
    }

    [Fact]
    public async Task OutOfSeason_NoSignal()
    {
        // The scene's clock stands in another season.
        var day = scene.Start.InZone(Zone.TimeZone).Date;
        scene.Season = Season.TryParse($"{day.PlusDays(10):MM-dd}/{day.PlusDays(40):MM-dd}")!;
        await scene.StartAsync();
        await scene.FeedAsync(ZoneScene.Trawler, ZoneScene.Work(0, 40));
        await scene.StopAsync();
        Assert.Empty(scene.Rows);
    }

    [Fact]
    public async Task Restart_SameSignalGoesOn()
    {
        await scene.StartAsync();
        await scene.FeedAsync(ZoneScene.Trawler, ZoneScene.Work(0, 20));
        await scene.StopAsync();
        await scene.StartAsync();
        await scene.FeedAsync(ZoneScene.Trawler, [.. ZoneScene.Work(25, 40), (45, 80, false), (50, 80, false), (55, 80, false)]);
        await scene.StopAsync();
        var row = Assert.Single(scene.Rows);
        Assert.Equal((true, 40), (row.Ended, row.Minutes));
    }

    [Fact]
    public async Task LateFixesOutside_WithdrawTheSignal_Visibly()
    {
        await scene.StartAsync();
        await scene.FeedAsync(ZoneScene.Trawler, ZoneScene.Work(0, 20));
        Assert.Equal("Open", Assert.Single(scene.Rows).State);
        // It was outside in between, as another receiver heard: three times after ten minutes.
        await scene.FeedAsync(ZoneScene.Trawler, [(11, 90, false), (12, 90, false), (13, 90, false)]);
        await scene.StopAsync();
        var row = Assert.Single(scene.Rows);
        Assert.Equal("Withdrawn", row.State);
        Assert.Equal("late-data", Assert.IsType<SignalWithdrawn>((await scene.BodiesAsync(row))[^1]).Why);
    }

    [Fact]
    public async Task LateFixesInside_AmendTheSignal_AsLate()
    {
        await scene.StartAsync();
        await scene.FeedAsync(ZoneScene.Trawler, ZoneScene.Work(20, 40));
        var before = Assert.Single(scene.Rows);
        await scene.FeedAsync(ZoneScene.Trawler, ZoneScene.Work(0, 15));
        await scene.StopAsync();
        var row = Assert.Single(scene.Rows);
        Assert.Equal((before.Id, 40), (row.Id, row.Minutes));
        Assert.True(Assert.IsType<ZoneSignalAmended>((await scene.BodiesAsync(row))[^1]).Late);
    }
}
