using NodaTime;
using Qingshan.Record;
using Qingshan.Record.Reasons;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Observations;
using Qingshan.Signals.Exceedance;
using static Qingshan.Signals.Tests.Exceedance.Readings;

namespace Qingshan.Signals.Tests.Exceedance;

public sealed class ExceedanceRunnerTests : IDisposable
{
    private readonly RunnerScene scene = new();

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task ARecordThatCannotWriteForAWhile_IsWaitedFor()
    {
        var refusals = 2;
        scene.Obstacle = () => Task.FromResult(refusals-- > 0 ? RecordReasons.Unavailable.Refuse() : null);
        await scene.StartAsync();
        scene.Give(At(0, 1m), At(1, 1m), At(2, 1m));
        for (var left = 1; left >= 0; left--)
        {
            await RunnerScene.UntilAsync(() => refusals == left);
            await Task.Delay(50);
            Assert.Empty(scene.Rows);
            scene.Time.Advance(Duration.FromSeconds(1));
        }

        await RunnerScene.UntilAsync(() => scene.Rows.Count == 2);
        await scene.StopAsync();
    }

    [Fact]
    public async Task AStop_BetweenTwoFactorsOfAFrame_LosesNothing()
    {
        var appended = 0;
        var second = new TaskCompletionSource<Refusal?>();
        scene.Obstacle = () => ++appended == 2 ? second.Task : Task.FromResult<Refusal?>(null);
        await scene.StartAsync();
        scene.Give(At(0, 1m), At(1, 1m), At(2, 1m));
        await RunnerScene.UntilAsync(() => appended == 2);
        var stopping = scene.StopAsync();
        second.SetResult(RecordReasons.Unavailable.Refuse());
        await stopping;
        Assert.Equal((1, ArchivePosition.Start, 0), (scene.Rows.Count, scene.Checkpoints.Load<ExceedanceWatch>("exceedance").Position, scene.Checkpoints.Load<ExceedanceWatch>("exceedance").State.Count));

        await scene.StartAsync();
        await scene.FeedAsync(At(0, 1m), At(1, 1m), At(2, 1m), At(3, 1m));
        Assert.Equal(["w20117", "w20122"], scene.Rows.Select(row => row.Factor).Order());
        Assert.All(scene.Rows, row => Assert.Equal(1, row.Version));
        await scene.StopAsync();
    }

    [Theory]
    [InlineData(2051)]
    [InlineData(2061)]
    [InlineData(2031)]
    public async Task MinutesHoursAndDays_AreNotTakenForRealTimeReadings(int command)
    {
        await scene.StartAsync();
        await scene.FeedAsAsync(command, At(0, 9m), At(1, 9m), At(2, 9m), At(3, 9m));
        Assert.Empty(scene.Rows);
        await scene.FeedAsync(At(4, 9m), At(5, 9m));
        Assert.Empty(scene.Rows);
        await scene.FeedAsync(At(6, 9m));
        Assert.Equal(["w20117", "w20122"], scene.Rows.Select(row => row.Factor).Order());
        await scene.StopAsync();
    }

    [Fact]
    public async Task ARestart_GoesOnWhereItStopped_WithWhatItHadInMind()
    {
        await scene.StartAsync();
        await scene.FeedAsync(At(1, 2m), At(2, 2m), At(3, 2m));
        await scene.StopAsync();
        var (position, before) = scene.Checkpoints.Load<ExceedanceWatch>("exceedance");
        Assert.Equal(new ArchivePosition(1, 181), position);
        await scene.StartAsync();
        await scene.FeedAsync(At(4, 2.1m));
        await scene.StopAsync();
        var after = scene.Checkpoints.Load<ExceedanceWatch>("exceedance").State["330900DE0000000000000001 w20117"];
        Assert.Equal((4, 2m, before.Values.First().Signal), (after.Event!.Readings, after.StatedPeak, after.Signal));
        Assert.All(scene.Rows, row => Assert.Equal(1, row.Version));
    }

    [Fact]
    public async Task ABatchWithoutFrames_MovesTheCheckpoint()
    {
        await scene.StartAsync();
        scene.Give(new ObservedBatch([], new ArchivePosition(1, 999)));
        await RunnerScene.UntilAsync(() => scene.SeenUpTo == new ArchivePosition(1, 999));
        await scene.StopAsync();
        Assert.Equal(new ArchivePosition(1, 999), scene.Checkpoints.Load<ExceedanceWatch>("exceedance").Position);
    }

    [Fact]
    public async Task WhatComesLateInOneBatch_IsLookedAtOnceForEachObject()
    {
        await scene.StartAsync();
        await scene.FeedAsync([.. Enumerable.Range(0, 400).Where(minute => minute is < 100 or > 160).Select(minute => At(minute, 0.1m))]);
        Assert.Equal(0, scene.Stored.Asked);
        await scene.FeedAsync([.. Enumerable.Range(100, 61).Select(minute => At(minute, 1m) with { Frame = Frame(1000 + minute) })]);
        Assert.Equal(2, scene.Stored.Asked);
        Assert.All(scene.Rows, row => Assert.Equal((1L, true), (row.Version, row.Ended)));
        Assert.Equal(2, scene.Rows.Count);
        await scene.StopAsync();
    }

    [Fact]
    public async Task AStationThatFallsSilent_HasItsEventEnded_ButNotWhileMoreIsWaiting()
    {
        await scene.StartAsync();
        await scene.FeedAsync(At(0, 1m), At(1, 1m), At(2, 1m));
        scene.Time.Advance(Duration.FromMinutes(16));
        scene.StoredUpTo = new ArchivePosition(1, 500);
        scene.Give(new ObservedBatch([], new ArchivePosition(1, 400)));
        await RunnerScene.UntilAsync(() => scene.SeenUpTo == new ArchivePosition(1, 400));
        Assert.All(scene.Rows, row => Assert.False(row.Ended));
        scene.Give(new ObservedBatch([], new ArchivePosition(1, 500)));
        await RunnerScene.UntilAsync(() => scene.SeenUpTo == new ArchivePosition(1, 500));
        Assert.All(scene.Rows, row => Assert.Equal((2L, true), (row.Version, row.Ended)));

        await scene.FeedAsync(At(3, 1m) with { Frame = Frame(20) });
        Assert.All(scene.Rows, row => Assert.Equal((3L, false), (row.Version, row.Ended)));
        await scene.StopAsync();
    }
}
