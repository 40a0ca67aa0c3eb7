using NodaTime;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;

namespace Qingshan.Sensing.Tests.Observations;

public sealed class ObservationFeedTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Feed_GivesStoredFramesInOrder_AndGoesOnFromACheckpoint()
    {
        await using var site = Site.Open(folder.Path);
        var first = Frame(0, "2.60");
        await site.SendAsync(Frames.Join(first, Frames.Damaged(first), first, Frame(1, "2.61")));
        await site.SettleAsync();
        var seen = await TakeAsync(site, ArchivePosition.Start, 2);
        Assert.Equal(["2.60", "2.61"], seen.Select(f => f.Readings.Single().ValueText));
        Assert.Equal(TestRegistry.Plating, seen[0].Station);
        Assert.Equal(SourceAuthentication.Password, seen[0].Authentication);
        Assert.Equal(first, site.Observations.Raw(seen[0].Position)!.Bytes.ToArray());

        var waiting = TakeAsync(site, seen[1].Next, 1);
        await Task.Delay(50);
        Assert.False(waiting.IsCompleted);
        await site.SendAsync(Frame(2, "2.62"));
        Assert.Equal("2.62", (await waiting).Single().Readings.Single().ValueText);
        await site.SettleAsync();
        Assert.Equal(["2.61", "2.62"], (await TakeAsync(site, seen[0].Next, 2)).Select(f => f.Readings.Single().ValueText));
        Assert.Equal(site.Archive.End, site.Feed.StoredUpTo);
    }

    [Fact]
    public async Task Feed_ComesToTheEnd_ThoughTheLastStretchIsNoFrame()
    {
        await using var site = Site.Open(folder.Path);
        await site.SendAsync(Frames.Join(Frame(0, "2.60"), Frames.Damaged(Frame(1, "2.61"))));
        await site.SettleAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (var batch in site.Feed.FollowAsync(ArchivePosition.Start, patience.Token))
        {
            if (batch.Next < site.Feed.StoredUpTo)
                continue;
            Assert.Equal(site.Archive.End, batch.Next);
            break;
        }
    }

    private static byte[] Frame(int minute, string value) => Frames.RealTime(TestRegistry.Plating, TestClock.Noon - Duration.FromMinutes(5 - minute), value);

    private static async Task<List<ObservedFrame>> TakeAsync(Site site, ArchivePosition from, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var frames = new List<ObservedFrame>();
        await foreach (var batch in site.Feed.FollowAsync(from, patience.Token))
        {
            frames.AddRange(batch.Frames);
            if (frames.Count >= count)
                break;
        }

        Assert.Equal(count, frames.Count);
        return frames;
    }
}
