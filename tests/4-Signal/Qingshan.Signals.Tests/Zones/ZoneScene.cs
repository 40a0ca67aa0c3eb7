using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Qingshan.Geography.Areas;
using Qingshan.Record.Entries;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Vessels;
using Qingshan.Signals.Detectors;
using Qingshan.Signals.Signals;
using Qingshan.Signals.Tests.Signals;
using Qingshan.Signals.Zones;
using Qingshan.TestKit.Rules;

namespace Qingshan.Signals.Tests.Zones;

/// <summary>The zone detector as it runs, over a feed that a test commands: a closed zone of half a degree, a registered trawler, a cargo ship, a stranger.</summary>
internal sealed class ZoneScene : IVesselFeed, IVesselPicture, IVessels, IZones, IDisposable
{
    public const int Trawler = 412999001;
    public const int Cargo = 412999002;
    public const int Stranger = 412999003;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("zones-").FullName;
    private readonly RulesBench bench = new();
    private readonly SignalRows rows;
    private readonly List<TrackedFix> tracks = [];
    private Channel<VesselBatch> batches = Channel.CreateUnbounded<VesselBatch>();
    private ZoneRunner? runner;
    private long offset = 64;

    public ZoneScene() => rows = new SignalRows(bench.Record);

    /// <summary>Season of the zone; null for the whole year.</summary>
    public Season? Season { get; set; }

    public Instant Start => bench.Time.Now;

    public IReadOnlyList<SignalRow> Rows => rows.All;

    public async Task<IReadOnlyList<EntryBody>> BodiesAsync(SignalRow row) => await bench.BodiesAsync(SignalCommands.Stream(row.Id));

    public async Task StartAsync()
    {
        batches = Channel.CreateUnbounded<VesselBatch>();
        var writer = new PassageWriter(new SignalAppender(bench.Record, bench.Time), bench.Directory, bench.Time);
        runner = new ZoneRunner(
            this, this, this, this, writer, new LatePassages(this, new SignalQueries(rows), writer), new DetectorStore(Path.Combine(folder, "detectors.db")), bench.Time,
            NullLogger<ZoneRunner>.Instance);
        await runner.StartAsync(CancellationToken.None);
    }

    public async Task StopAsync()
    {
        await runner!.StopAsync(CancellationToken.None);
        runner.Dispose();
    }

    /// <summary>Hands over fixes of one vessel, a tenth of a knot and a minute after <see cref="Start"/> each, and waits until they are seen.</summary>
    public async Task FeedAsync(int mmsi, params IEnumerable<(double Minute, int Speed, bool Inside)> fixes)
    {
        var observed = fixes.Select(f => Observed(mmsi, f.Minute, f.Speed, f.Inside)).ToList();
        tracks.AddRange(observed.Select(o => new TrackedFix(o.Fix, o.Position)));
        var next = new ArchivePosition(1, offset);
        batches.Writer.TryWrite(new VesselBatch(observed, next, IsLast: true));
        using var patience = new CancellationTokenSource(Patience);
        while (runner!.SeenUpTo < next)
            await Task.Delay(5, patience.Token);
    }

    /// <summary>Fixes at working speed inside, every five minutes.</summary>
    public static IEnumerable<(double Minute, int Speed, bool Inside)> Work(double from, double to)
    {
        for (var minute = from; minute <= to; minute += 5)
            yield return (minute, 30, true);
    }

    public async IAsyncEnumerable<VesselBatch> FollowAsync(ArchivePosition from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var batch in batches.Reader.ReadAllAsync(cancellation))
            yield return batch;
    }

    public Task WaitWrittenAsync(ArchivePosition position, CancellationToken cancellation) => Task.CompletedTask;

    IReadOnlyList<TrackedFix> IVesselFeed.Track(int mmsi, Instant from, Instant to) =>
        [.. tracks.Where(f => f.Fix.Mmsi == mmsi && f.Fix.At >= from && f.Fix.At < to).OrderBy(f => f.Fix.At)];

    public TrackSlice Slice(int mmsi, Instant from, Instant to) => throw new NotSupportedException();

    long IVesselPicture.Change => 0;

    IReadOnlyList<VesselFix> IVesselPicture.Since(long change) => [];

    IReadOnlyList<VesselFix> IVesselPicture.At(Instant at) => [];

    IReadOnlyList<VesselFix> IVesselPicture.Track(int mmsi, Instant from, Instant to) => [];

    public VesselIdentity? Identity(int mmsi) => mmsi == Cargo ? new(mmsi, "DEMO CARGO", "", 0, 70, 120, 20, "", default) : null;

    IReadOnlyList<Vessel> IVessels.Vessels => [];

    public Vessel? FindVessel(string id) => null;

    public Vessel? FindVesselByMmsi(string mmsi) => mmsi == "412999001"
        ? new("v1", "示渔00001", null, [], mmsi, null, [], "fishing", "沈家门", "330903", new("LIC", null, null, ["bottom-trawl"], []), 32, "", "", true)
        : null;

    public IReadOnlyList<Vessel> FindVesselsByName(string name) => [];

    IReadOnlyList<Zone> IZones.Zones => zones ??= [Closed];

    public Zone? FindZone(string id) => id == Closed.Id ? ((IZones)this).Zones[0] : null;

    public IReadOnlyList<Zone> At(double longitude, double latitude, LocalDate date) => [];

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private IReadOnlyList<Zone>? zones;

    private Zone Closed => new("closed", "closed-fishing-area", "示范禁渔区", "Demo closed area", "", [], Square, null, null, true)
    {
        Effect = ZoneEffect.Forbids,
        Seasons = Season is null ? [] : [Season],
        Source = "示范通告",
        Article = "第一条",
    };

    private static Area Square => Area.FromOutline([new(122.5, 30), new(123, 30), new(123, 30.5), new(122.5, 30.5), new(122.5, 30)]).Require();

    private ObservedFix Observed(int mmsi, double minute, int speed, bool inside)
    {
        var position = new ArchivePosition(1, offset);
        offset += 100;
        return new(
            new VesselFix(mmsi, Start + Duration.FromMinutes(minute), inside ? 73_650_000 : 73_000_000, 18_150_000, (ushort)speed, 900, 511, 0, 0), position,
            Start + Duration.FromMinutes(minute), SourceAuthentication.Receiver);
    }
}
