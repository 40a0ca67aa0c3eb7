using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Listening;
using Qingshan.Sensing.Tests.Archive;

namespace Qingshan.Sensing.Tests.Listening;

public sealed class Hj212ListenerTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(150)]
    [InlineData(int.MaxValue)]
    public async Task Frames_AreStored_HoweverTheyAreCutIntoSegments(int step)
    {
        await using var site = Site.Open(folder.Path);
        var bytes = Frames.Join([.. Enumerable.Range(0, 5).Select(i => Minute(i))]);
        await site.SendAsync(bytes, step);
        await site.SettleAsync();

        var series = site.Observations.Series(
            TestRegistry.Plating.Mn, 2011, "w20117", Hj212Statistic.RealTime, TestClock.Noon - Duration.FromHours(1), TestClock.Noon);
        Assert.Equal(["2.60", "2.61", "2.62", "2.63", "2.64"], series.Select(p => p.Text));
        Assert.Equal(bytes, site.Archive.Read(ArchivePosition.Start).SelectMany(r => r.Bytes.ToArray()));
        Assert.Equal(5, site.Accounting.Stored);
    }

    [Fact]
    public async Task Device_IsAnsweredOnlyWhenItsFrameIsDurable()
    {
        using var disk = new SlowDisk();
        await using var site = Site.Open(folder.Path, flush: disk.Flush);
        using var socket = await site.ConnectAsync();
        disk.Hold();
        await socket.SendAsync(Minute(0));
        await disk.Reached;
        await Task.Delay(100);
        Assert.Equal(0, socket.Available);
        Assert.Equal(0, site.Archive.Records);

        disk.Release();
        socket.Shutdown(SocketShutdown.Send);
        var answer = Encoding.ASCII.GetString(await Site.ReadToEndAsync(socket));
        Assert.Contains("ST=91;CN=9014;", answer, StringComparison.Ordinal);
        Assert.Contains($"MN={TestRegistry.Plating.Mn};Flag=4;CP=&&&&", answer, StringComparison.Ordinal);
        Assert.Equal(1, site.Archive.Records);
    }

    [Fact]
    public async Task WrongChecksum_IsQuarantinedWithItsReason_AndNotAnswered()
    {
        await using var site = Site.Open(folder.Path);
        var damaged = Frames.Damaged(Minute(0));
        using var socket = await site.ConnectAsync();
        await socket.SendAsync(damaged);
        socket.Shutdown(SocketShutdown.Send);
        Assert.Empty(await Site.ReadToEndAsync(socket));
        await site.SettleAsync();

        var quarantined = Assert.Single(site.Observations.Quarantined(10));
        Assert.Equal((SensingReasons.ChecksumWrong, false, TestRegistry.Plating.Mn), (quarantined.Reason, quarantined.Decoded, quarantined.Mn));
        Assert.Equal(damaged, site.Observations.Raw(quarantined.Position)!.Bytes.ToArray());
        Assert.Contains("PW=******;", quarantined.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestRegistry.Password, quarantined.Text, StringComparison.Ordinal);
        Assert.Empty(site.Observations.Latest(TestRegistry.Plating.Mn));
    }

    [Fact]
    public async Task MistrustedSources_AreQuarantined_NotAnswered_NeverObserved()
    {
        await using var site = Site.Open(folder.Path);
        var now = site.Clock.Now;
        byte[][] frames =
        [
            Frames.RealTime(TestRegistry.Plating with { Mn = "Q33090100000000000000099" }, now, "9.9"),
            Frames.RealTime(TestRegistry.Plating, now, "9.9", password: "guess1"),
            Frames.RealTime(TestRegistry.Elsewhere, now, "9.9"),
            Frames.RealTime(TestRegistry.Plating with { Mn = "" }, now, "9.9"),
        ];
        using var socket = await site.ConnectAsync();
        await socket.SendAsync(Frames.Join(frames));
        socket.Shutdown(SocketShutdown.Send);
        Assert.Empty(await Site.ReadToEndAsync(socket));
        await site.SettleAsync();

        Assert.Equal(
            ["sensing.station-missing", "sensing.address-wrong", "sensing.password-wrong", "sensing.station-unknown"],
            site.Observations.Quarantined(10).Select(q => q.Reason.Code));
        Assert.Equal((4L, 4L, 0L), (site.Accounting.Received, site.Accounting.Decoded, site.Accounting.Stored));
    }

    [Fact]
    public async Task BoundStation_IsKnownByItsAddressToo()
    {
        await using var site = Site.Open(folder.Path);
        await site.SendAsync(Frames.Join(Frames.RealTime(TestRegistry.Bound, site.Clock.Now, "20.1", "w01018"), Minute(1)));
        await site.SettleAsync();
        Assert.Equal(
            [SourceAuthentication.PasswordAndAddress, SourceAuthentication.Password],
            site.Archive.Read(ArchivePosition.Start).Select(r => r.Authentication));
        Assert.Equal("mn+password+address", SourceAuthentication.PasswordAndAddress.Describe().Code);
    }

    [Fact]
    public async Task GarbageHalfFramesAndGoodFrames_AreEachCounted_AndNothingIsLost()
    {
        await using var site = Site.Open(folder.Path);
        var bytes = Frames.Join("GET / HTTP/1.1 "u8.ToArray(), Minute(0), Minute(1)[..60], Minute(2), "\r\n\r\n"u8.ToArray(), [0, 255, 1], Minute(3), Minute(4)[..30]);
        await site.SendAsync(bytes);
        await site.SettleAsync();

        Assert.Equal(3, site.Accounting.Stored);
        Assert.Equal(
            new Dictionary<string, long> { ["sensing.incomplete"] = 1, ["sensing.interrupted"] = 1, ["sensing.no-frame-start"] = 2 },
            site.Accounting.Rejected);
        Assert.True(site.Accounting.Balanced);
        var blanks = bytes.Length - site.Archive.Read(ArchivePosition.Start).Sum(r => r.Bytes.Length);
        Assert.Equal(4, blanks);
    }

    [Fact]
    public async Task TenMegabytesWithoutALineEnd_AreArchivedInChunks_AndOthersGoOn()
    {
        await using var site = Site.Open(folder.Path);
        var flood = Enumerable.Repeat((byte)'x', 10_000_000).ToArray();
        var flooding = site.SendAsync(flood);
        await site.SendAsync(Minute(0));
        await flooding;
        await site.SettleAsync();

        Assert.Equal(flood.Length, site.Archive.Read(ArchivePosition.Start).Where(r => r.Cut == StretchCut.NoFrameStart).Sum(r => (long)r.Bytes.Length));
        Assert.All(site.Archive.Read(ArchivePosition.Start), r => Assert.InRange(r.Bytes.Length, 1, 65536));
        Assert.Equal(1, site.Accounting.Stored);
        Assert.True(site.Accounting.Balanced);
    }

    [Fact]
    public async Task Connection_ThatNeverSendsAFrame_IsCutAtItsLimit_AfterItsBytesAreArchived()
    {
        await using var site = Site.Open(folder.Path, new ListenerOptions { UntrustedBytes = 100_000 });
        using var socket = await site.ConnectAsync();
        try
        {
            await socket.SendAsync(Enumerable.Repeat((byte)'x', 1_000_000).ToArray());
        }
        catch (SocketException)
        {
            // Cut while it was still sending.
        }

        await Site.UntilAsync(() => site.Listener.Status[0].Cut == 1);
        Assert.InRange(site.Archive.Read(ArchivePosition.Start).Sum(r => r.Bytes.Length), 100_000, 300_000);
    }

    [Theory]
    [InlineData("Q33090100000000000000099", TestRegistry.Password)]
    [InlineData("Q33090100000000000000001", "guess1")]
    public async Task FramesThatNoStationVouchesFor_CountAsForeignBytes_ThoughTheirChecksumIsRight(string mn, string password)
    {
        await using var site = Site.Open(folder.Path, new ListenerOptions { UntrustedBytes = 5_000 });
        await FloodAsync(site, Frames.RealTime(TestRegistry.Plating with { Mn = mn }, site.Clock.Now, "9.9", password: password), 10_000);
        await Site.UntilAsync(() => site.Listener.Status[0].Cut == 1);
        Assert.InRange(site.Archive.Read(ArchivePosition.Start).Sum(r => r.Bytes.Length), 5_000, 150_000);
    }

    [Fact]
    public async Task AnAddress_HasSoManyForeignBytesInAnHour_AndItsStationsAreStillHeard()
    {
        await using var site = Site.Open(folder.Path, new ListenerOptions { UntrustedBytesPerHour = 100_000 });
        var strange = Frames.RealTime(TestRegistry.Plating with { Mn = "Q33090100000000000000099" }, site.Clock.Now, "9.9");
        for (var i = 1; i <= 3; i++)
        {
            await FloodAsync(site, strange, 1_000);
            await Site.UntilAsync(() => site.Listener.Status[0].Cut == i);
        }

        var kept = site.Archive.Records;
        var cost = strange.Length + UntrustedBytes.Overhead;
        Assert.InRange(site.Archive.Read(ArchivePosition.Start).Sum(r => r.Bytes.Length + UntrustedBytes.Overhead), 100_000 - cost, 100_000);
        Assert.InRange(site.Listener.Status[0].Dropped["sensing.source-too-loud"], 3, 3_000 - kept);
        await site.SendAsync(Frames.Join(Minute(0), strange, Minute(2)));
        Assert.Equal(kept + 2, site.Archive.Records);

        site.Clock.Skip(Duration.FromHours(1));
        await site.SendAsync(strange);
        Assert.Equal(kept + 3, site.Archive.Records);
    }

    [Fact]
    public async Task ADiskThatIsNearlyFull_TakesTheStationsOnly()
    {
        await using var site = Site.Open(folder.Path, new ListenerOptions { KeptFree = 1000 });
        site.FreeBytes = 999;
        await site.SendAsync(Frames.Join(Minute(0), [0, 255, 1], Minute(1)));
        Assert.Equal(2, site.Archive.Records);
        Assert.Equal(new Dictionary<string, long> { ["sensing.disk-full"] = 1 }, site.Listener.Status[0].Dropped);
        site.FreeBytes = 1000;
        site.Clock.Skip(Duration.FromSeconds(1));
        await site.SendAsync([0, 255, 1]);
        Assert.Equal(3, site.Archive.Records);
    }

    [Fact]
    public async Task AThousandSilentConnections_StarveNobody()
    {
        await using var site = Site.Open(folder.Path, new ListenerOptions { ConnectionsPerAddress = 200, FirstByteTimeout = TimeSpan.FromSeconds(2) });
        var watch = Stopwatch.StartNew();
        using var device = await site.ConnectAsync();
        await device.SendAsync(Minute(0));
        await Site.UntilAsync(() => device.Available > 0);
        var silent = new List<Socket>();
        for (var i = 0; i < 1000; i++)
            silent.Add(await site.ConnectAsync());

        await site.SendAsync(Minute(1));
        await device.SendAsync(Minute(2));
        await Site.UntilAsync(() => site.Archive.Records == 3);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.InRange(site.Listener.Status[0].Open, 1, 200);
        Assert.Equal((1002L, 0L), (site.Listener.Status[0].Accepted, site.Listener.Status[0].Refused));
        Assert.InRange(site.Listener.Status[0].Displaced, 800, 1000);

        await Site.UntilAsync(() => site.Listener.Status[0].Open == 1);
        Assert.InRange(site.Listener.Status[0].TimedOut, 1, 200);
        silent.ForEach(s => s.Dispose());
    }

    [Fact]
    public async Task Stations_KeepTheirPlaces_WhenAllPlacesAreTaken()
    {
        await using var site = Site.Open(folder.Path, new ListenerOptions { Connections = 2 });
        using var first = await site.ConnectAsync();
        using var second = await site.ConnectAsync();
        await first.SendAsync(Minute(0));
        await second.SendAsync(Minute(1));
        await Site.UntilAsync(() => first.Available > 0 && second.Available > 0);

        using var third = await site.ConnectAsync();
        await Site.UntilAsync(() => site.Listener.Status[0].Refused == 1);
        Assert.Equal(2, site.Listener.Status[0].Open);
    }

    [Fact]
    public async Task UnfinishedFrame_IsGivenUpInTime_AndArchived()
    {
        await using var site = Site.Open(folder.Path, new ListenerOptions { FrameTimeout = TimeSpan.FromMilliseconds(200) });
        using var socket = await site.ConnectAsync();
        var half = Minute(0)[..50];
        await socket.SendAsync(half);
        await Site.UntilAsync(() => site.Listener.Status[0].TimedOut == 1);
        var record = Assert.Single(site.Archive.Read(ArchivePosition.Start));
        Assert.Equal(StretchCut.Incomplete, record.Cut);
        Assert.Equal(half, record.Bytes.ToArray());
    }

    [Fact]
    public async Task KnownStation_KeepsItsConnection_WhenItLeavesAFrameUnfinished()
    {
        await using var site = Site.Open(folder.Path, new ListenerOptions { FrameTimeout = TimeSpan.FromMilliseconds(200) });
        using var socket = await site.ConnectAsync();
        await socket.SendAsync(Frames.Join(Minute(0), Minute(1)[..50]));
        await Site.UntilAsync(() => site.Archive.Records == 2);
        await socket.SendAsync(Minute(2));
        await Site.UntilAsync(() => site.Archive.Records == 3);
        Assert.Equal(
            [StretchCut.Frame, StretchCut.Incomplete, StretchCut.Frame], site.Archive.Read(ArchivePosition.Start).Select(r => r.Cut));
        Assert.Equal((1, 0L), (site.Listener.Status[0].Open, site.Listener.Status[0].TimedOut));
    }

    [Fact]
    public void Password_MustBeRegistered_AndMatch()
    {
        var remote = System.Net.IPAddress.Loopback;
        SourceAuthentication Judge(Station station, string password) => SourceAuthenticator.Judge(
            new OneStation(station), remote, new SourceAuthenticationQuery(station.Mn, Encoding.ASCII.GetBytes(password)));

        Assert.Equal(SourceAuthentication.Password, Judge(TestRegistry.Plating, TestRegistry.Password));
        Assert.Equal(SourceAuthentication.WrongPassword, Judge(TestRegistry.Plating, ""));
        Assert.Equal(SourceAuthentication.WrongPassword, Judge(TestRegistry.Plating with { Password = "" }, ""));
        Assert.Equal(SourceAuthentication.PasswordAndAddress, Judge(TestRegistry.Bound with { Addresses = ["192.0.2.7", "::ffff:127.0.0.1"] }, TestRegistry.Password));
        Assert.Equal(SourceAuthentication.WrongAddress, Judge(TestRegistry.Bound with { Addresses = ["not an address", "192.0.2.7"] }, TestRegistry.Password));
    }

    [Fact]
    public async Task FloodingSource_LeavesRoomForOthers()
    {
        await using var site = Site.Open(folder.Path, follow: false);
        using var flooding = await site.ConnectAsync();
        var stop = false;
        var load = Frames.Join([.. Enumerable.Range(0, 500).Select(i => Minute(i % 50))]);
        var flood = Task.Run(async () =>
        {
            while (!Volatile.Read(ref stop))
                await flooding.SendAsync(load);
        });
        var reading = Task.Run(() => Site.ReadToEndAsync(flooding));
        await Site.UntilAsync(() => site.Archive.Records > 2000);

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 10; i++)
            await site.SendAsync(Frames.RealTime(TestRegistry.Bound, site.Clock.Now, "20.1", "w01018"));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Volatile.Write(ref stop, true);
        await flood;
        flooding.Shutdown(SocketShutdown.Send);
        await reading;
    }

    [Fact]
    public async Task Stop_ArchivesWhatWasSent_AndIsQuick()
    {
        var site = Site.Open(folder.Path);
        var idle = new List<Socket>();
        for (var i = 0; i < 50; i++)
            idle.Add(await site.ConnectAsync());
        await idle[0].SendAsync(Minute(0));
        await idle[1].SendAsync(Minute(1)[..40]);
        await Site.UntilAsync(() => site.Archive.Records == 1);
        await Task.Delay(50);
        var watch = Stopwatch.StartNew();
        await site.DisposeAsync();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        idle.ForEach(s => s.Dispose());

        await using var archive = SegmentArchive.Open(folder["archive"], new ArchiveOptions(), TimeProvider.System);
        Assert.Equal([StretchCut.Frame, StretchCut.Incomplete], archive.Read(ArchivePosition.Start).Select(r => r.Cut));
    }

    [Fact]
    public async Task ArchiveThatCannotWrite_LeavesTheDeviceUnanswered_SoThatItSendsAgain()
    {
        var broken = false;
        await using var site = Site.Open(folder.Path, flush: file =>
        {
            if (Volatile.Read(ref broken))
                throw new IOException("disk full");
            RandomAccess.FlushToDisk(file);
        });
        Volatile.Write(ref broken, true);
        using var first = await site.ConnectAsync();
        await first.SendAsync(Minute(0));
        Assert.Empty(await Site.ReadToEndAsync(first));
        Volatile.Write(ref broken, false);
        await site.SendAsync(Minute(0));
        await site.SettleAsync();
        Assert.Equal((1L, 1L), (site.Accounting.Received, site.Accounting.Stored));
        Assert.Equal(1, site.Listener.Status[0].FailedGroups);
    }

    private static async Task FloodAsync(Site site, byte[] frame, int times)
    {
        using var socket = await site.ConnectAsync();
        try
        {
            await socket.SendAsync(Frames.Join([.. Enumerable.Repeat(frame, times)]));
            await Site.ReadToEndAsync(socket);
        }
        catch (SocketException)
        {
            // Cut while it was still sending.
        }
    }

    private sealed class OneStation(Station station) : IRegistry
    {
        public IReadOnlyList<Enterprise> Enterprises => [];

        public IReadOnlyList<Station> Stations => [station];

        public Enterprise? FindEnterprise(string id) => null;

        public Station? FindStation(string mn) => mn == station.Mn ? station : null;
    }

    private static byte[] Minute(int i) =>
        Frames.RealTime(TestRegistry.Plating, TestClock.Noon - Duration.FromMinutes(59 - i), $"2.{60 + i}");
}
