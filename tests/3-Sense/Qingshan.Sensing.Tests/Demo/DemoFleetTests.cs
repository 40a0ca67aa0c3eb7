using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Qingshan.Geography.Areas;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;
using Qingshan.Sensing.Demo;
using Qingshan.Sensing.Vessels;

namespace Qingshan.Sensing.Tests.Demo;

public sealed class DemoFleetTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AShuttle_GoesToAndFro_AtItsSpeed()
    {
        var way = new DemoShuttle(123, 30, 0, Miles: 6, Knots: 6, Phase: 0);
        var start = NodaConstants.UnixEpoch;
        Assert.Equal([-3.0, -1.5, 0, 3, 0, -3], new[] { 0, 15, 30, 60, 90, 120 }.Select(minute => Math.Round((way.At(start + Duration.FromMinutes(minute)).Latitude - 30) * 60, 6)));
        Assert.Equal([0, 180], new[] { 10, 70 }.Select(minute => way.At(start + Duration.FromMinutes(minute)).Course));
    }

    [Fact]
    public void TheFirstFisher_WorksInTheClosedZone_TheOthersDoNot()
    {
        var fleet = DemoFleet.Of(Sea.Fleet, Sea.Areas);
        Assert.Equal([412999001, 412999002, 412999003], fleet.Select(vessel => vessel.Mmsi));
        var places = Enumerable.Range(0, 240).Select(minute => TestClock.Noon + Duration.FromMinutes(minute)).ToList();
        Assert.All(places, at => Assert.True(Inside(fleet[0], at)));
        Assert.DoesNotContain(places, at => Inside(fleet[1], at) || Inside(fleet[2], at));
    }

    [Fact]
    public async Task TheFeed_SendsThePastHourAtOnce_AndThenThePresent()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddSingleton<TimeProvider>(new TestClock());
        builder.Services.AddSingleton<IRegistry, TestRegistry>().AddSingleton<IVessels, Sea>().AddSingleton<IZones, Sea>();
        builder.Services.AddSensing(new SensingOptions
        {
            DataFolder = folder.Path,
            Hj212 = new(IPAddress.Loopback, 0),
            Ais = new(IPAddress.Loopback, 0),
            AisTrustTime = true,
            DemoFeed = new DemoFeedOptions { Duration = TimeSpan.Zero },
        });
        using var host = builder.Build();
        await host.StartAsync();
        var picture = host.Services.GetRequiredService<IVesselPicture>();
        await Site.UntilAsync(() => picture.Since(0).Count == 3 && picture.Since(0).All(fix => fix.At >= TestClock.Noon));
        await Site.UntilAsync(() => picture.Track(412999001, TestClock.Noon - Duration.FromHours(1), TestClock.Noon).Count == 60);
        Assert.Equal("DEMO 01", picture.Identity(412999001)!.Name);
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private static bool Inside(DemoVessel vessel, Instant at) => vessel.Way.At(at) is var place && Sea.Areas[0].Contains(place.Longitude, place.Latitude);

    private sealed class Sea : IVessels, IZones
    {
        public static IReadOnlyList<Vessel> Fleet { get; } = [Vessel("v1", "412999001", "fishing"), Vessel("v2", "412999002", "fishing"), Vessel("v3", "412999003", "cargo")];

        public static IReadOnlyList<Zone> Areas { get; } =
        [
            new("closed", "closed-fishing-area", "示范", "Demo", "", [], Area.FromOutline([new(122.6, 30.4), new(122.8, 30.4), new(122.8, 30.55), new(122.6, 30.55), new(122.6, 30.4)]).Require(), null, null, true)
            {
                Effect = ZoneEffect.Forbids,
            },
        ];

        public IReadOnlyList<Vessel> Vessels => Fleet;

        public IReadOnlyList<Zone> Zones => Areas;

        public Vessel? FindVessel(string id) => null;

        public Vessel? FindVesselByMmsi(string mmsi) => null;

        public IReadOnlyList<Vessel> FindVesselsByName(string name) => [];

        public Zone? FindZone(string id) => null;

        public IReadOnlyList<Zone> At(double longitude, double latitude, LocalDate date) => [];

        private static Vessel Vessel(string id, string mmsi, string type) => new(id, id, null, [], mmsi, null, [], type, "", "", null, 30, "", "", true);
    }
}
