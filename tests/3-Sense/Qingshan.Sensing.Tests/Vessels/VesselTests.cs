using System.Net.Sockets;
using NodaTime;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Replay;
using Qingshan.Sensing.Vessels;
using Qingshan.TestKit;

namespace Qingshan.Sensing.Tests.Vessels;

public sealed class VesselTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly TestClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Tcp_WindowsLineEnds_HalfAMultipartAtTheEnd_EverySentenceAccountedFor()
    {
        await using var site = await VesselSite.OpenAsync(folder.Path, clock);
        await site.SendAsync(Sentences.Lines(
            [
                "a line of a logger", Sentences.At(412000001, 122.5, 30.0), .. Sentences.Named(412000001, "DEMO <SCRIPT>"), Sentences.At(412000002, 122.6, 91),
                Sentences.At(0, 122.6, 30), Sentences.At(412000001, 122.5, 30.0)[..^1] + "X", Sentences.Named(412000003, "NEVER")[0],
            ]));
        var account = site.Account;
        Assert.True(account.Balanced);
        Assert.Equal((8L, 6L, 2L), (account.Received, account.Decoded, account.Stored));
        Assert.Equal(new Dictionary<string, long> { ["sensing.ais-checksum"] = 1, ["sensing.foreign-text"] = 1 }, account.Rejected);
        Assert.Equal(new Dictionary<string, long> { ["sensing.ais-mmsi"] = 1, ["sensing.ais-no-position"] = 1, ["sensing.ais-part"] = 2 }, account.Withheld);
        var fix = Assert.Single(site.Picture.Since(0));
        Assert.Equal((412000001, 73_500_000, 18_000_000), (fix.Mmsi, fix.Longitude, fix.Latitude));
        Assert.Equal(("DEMO <SCRIPT>", 30, 32, 7), site.Picture.Identity(412000001) is { } said ? (said.Name, said.ShipType, said.Length, said.Beam) : default);
        Assert.Null(site.Picture.Identity(412000003));
    }

    [Fact]
    public async Task Restart_ShowsTheSame_AndJoinsPartsAcrossIt()
    {
        long change;
        await using (var site = await VesselSite.OpenAsync(folder.Path, clock))
        {
            await site.SendAsync(Sentences.Lines([Sentences.At(412000001, 122.5, 30.0), Sentences.At(412000002, 122.6, 30.1)]));
            change = site.Picture.Change;
        }

        clock.Skip(Duration.FromSeconds(20));
        await using var again = await VesselSite.OpenAsync(folder.Path, clock);
        Assert.Equal([412000001, 412000002], again.Picture.Since(change).Select(f => f.Mmsi).Order());
        await again.SendAsync(Sentences.Lines([Sentences.At(412000001, 122.51, 30.0)]));
        Assert.Equal((3L, 3L), (again.Account.Received, again.Account.Stored));
        Assert.Equal(2, again.Picture.Track(412000001, TestClock.Noon, clock.Now).Count);
        clock.Skip(Duration.FromMinutes(31));
        Assert.Empty(again.Picture.Since(0));
    }

    [Fact]
    public async Task Udp_DatagramOfSeveralLines_IsKept()
    {
        await using var site = await VesselSite.OpenAsync(folder.Path, clock);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        await socket.SendToAsync(Sentences.Lines([Sentences.At(412000001, 122.5, 30.0), .. Sentences.Named(412000001, "DEMO")]), site.Udp);
        await Site.UntilAsync(() => site.Account is { Received: 3, Pending: 0 });
        Assert.Equal((2L, 1L), (site.Account.Stored, site.Account.Withheld["sensing.ais-part"]));
        Assert.Equal("DEMO", site.Picture.Identity(412000001)!.Name);
    }

    [Fact]
    public async Task TrustedTimes_GoBackInTime_PictureAtThatTime()
    {
        await using var site = await VesselSite.OpenAsync(folder.Path, clock, trustTime: true);
        var may = Instant.FromUtc(2026, 5, 2, 0, 0);
        await site.SendAsync(Sentences.Lines(Enumerable.Range(0, 90).Select(i => Sentences.At(412000001, 122.5 + (i * 0.001), 30.0, time: may + Duration.FromMinutes(i)))));
        Assert.Equal((90L, 90L, 0), (site.Account.ObservationsStored, site.Account.ObservationsLate, site.Picture.Since(0).Count));
        Assert.Equal(73_500_000 + (42 * 600), Assert.Single(site.Picture.At(may + Duration.FromMinutes(42.5))).Longitude);
        Assert.Empty(site.Picture.At(may - Duration.FromSeconds(1)));
        Assert.Equal(30, site.Picture.Track(412000001, may + Duration.FromMinutes(10), may + Duration.FromMinutes(40)).Count);
    }

    [Fact]
    public async Task Feed_GivesFixesInOrderOfReceipt_FromAnyPosition()
    {
        await using var site = await VesselSite.OpenAsync(folder.Path, clock);
        await site.SendAsync(Sentences.Lines([.. Enumerable.Range(0, 10).Select(i => Sentences.At(412000000 + i, 122.5, 30.0)), "text"]));
        var all = await FollowAsync(site.Feed, ArchivePosition.Start, 10);
        Assert.Equal(Enumerable.Range(412000000, 10), all.Select(f => f.Fix.Mmsi));
        Assert.All(all, f => Assert.Equal(SourceAuthentication.Receiver, f.Authentication));
        Assert.Equal([412000008, 412000009], (await FollowAsync(site.Feed, all[8].Position, 2)).Select(f => f.Fix.Mmsi));
        var slice = site.Feed.Slice(412000003, TestClock.Noon, clock.Now);
        Assert.Equal((all[3].Position, "ais-1", 64), (Assert.Single(slice.Fixes).Position, slice.DecoderVersion, slice.Hash.Length));
    }

    [SharedDataFact("ais/gpsd-ais-nmea.log")]
    public async Task Replay_OfAReceiversLog_SumsHold()
    {
        var path = SharedData.Path("ais/gpsd-ais-nmea.log");
        await using var site = await VesselSite.OpenAsync(folder.Path, clock);
        await using var file = File.OpenRead(path);
        var sent = await AisReplay.RunAsync(file, "127.0.0.1", site.Tcp.Port, new ReplayOptions(Connections: 3), null, clock, CancellationToken.None);
        await site.SettleAsync();
        var lines = (await File.ReadAllLinesAsync(path)).Count(line => line.Trim().Length > 0);
        Assert.Equal((lines, true), ((int)site.Account.Received, site.Account.Balanced));
        Assert.Equal(sent.Sent, File.ReadLines(path).LongCount());
        Assert.NotEmpty(site.Picture.Since(0));
    }

    private static async Task<List<ObservedFix>> FollowAsync(IVesselFeed feed, ArchivePosition from, int count)
    {
        var found = new List<ObservedFix>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (var batch in feed.FollowAsync(from, patience.Token))
        {
            found.AddRange(batch.Fixes);
            if (found.Count >= count)
                break;
        }

        return found;
    }
}
