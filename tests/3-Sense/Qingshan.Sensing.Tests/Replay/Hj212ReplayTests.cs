using System.Diagnostics;
using NodaTime;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Replay;

namespace Qingshan.Sensing.Tests.Replay;

public sealed class Hj212ReplayTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Segmentation.Whole, 1)]
    [InlineData(Segmentation.Split, 3)]
    [InlineData(Segmentation.Glued, 2)]
    [InlineData(Segmentation.OneByte, 1)]
    public async Task Recording_ArrivesWhole_AndIsAnswered(Segmentation segmentation, int connections)
    {
        await using var site = Site.Open(folder.Path);
        var frames = Enumerable.Range(0, 40).Select(i => Frames.RealTime(
            i % 2 == 0 ? TestRegistry.Plating : TestRegistry.Bound, TestClock.Noon - Duration.FromMinutes(40 - i), "1.5")).ToArray();
        using var file = new MemoryStream(Frames.Join([.. frames, "foreign"u8.ToArray()]));

        var done = await Hj212Replay.RunAsync(
            file, "127.0.0.1", site.Listener.Endpoint!.Port, new ReplayOptions(null, connections, segmentation), null, TimeProvider.System, CancellationToken.None);
        await site.SettleAsync();

        Assert.Equal(new ReplayProgress(41, file.Length, 40), done);
        Assert.Equal((41L, 40L), (site.Accounting.Received, site.Accounting.Stored));
        Assert.Equal(
            frames.Where((_, i) => i % 2 == 0).Select(Convert.ToHexString),
            site.Archive.Read(ArchivePosition.Start).Select(r => Convert.ToHexString(r.Bytes.Span)).Where(h => frames.Where((_, i) => i % 2 == 0).Any(f => Convert.ToHexString(f) == h)));
    }

    [Fact]
    public async Task Speed_KeepsTheRecordedDistances()
    {
        await using var site = Site.Open(folder.Path);
        using var file = new MemoryStream(Frames.Join(
            Frames.RealTime(TestRegistry.Plating, TestClock.Noon - Duration.FromMinutes(2), "1.5"), Frames.RealTime(TestRegistry.Plating, TestClock.Noon, "1.6")));
        var watch = Stopwatch.StartNew();
        await Hj212Replay.RunAsync(
            file, "127.0.0.1", site.Listener.Endpoint!.Port, new ReplayOptions(Speed: 240), null, TimeProvider.System, CancellationToken.None);
        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(480), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task NobodyListening_IsToldToTheCaller()
    {
        int port;
        await using (var site = Site.Open(folder.Path))
            port = site.Listener.Endpoint!.Port;
        using var file = new MemoryStream([1]);
        await Assert.ThrowsAsync<System.Net.Sockets.SocketException>(() =>
            Hj212Replay.RunAsync(file, "127.0.0.1", port, new ReplayOptions(), null, TimeProvider.System, CancellationToken.None));
    }
}
