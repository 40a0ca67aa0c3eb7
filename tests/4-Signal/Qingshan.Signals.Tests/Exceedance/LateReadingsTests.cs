using Qingshan.Record.Views;
using Qingshan.Signals.Exceedance;
using Qingshan.Signals.Signals;
using static Qingshan.Signals.Tests.Exceedance.Readings;

namespace Qingshan.Signals.Tests.Exceedance;

/// <summary>What comes late is held against what was said, which is amended or withdrawn, and said again when it comes back.</summary>
public sealed class LateReadingsTests
{
    private readonly LateScene scene = new();

    [Fact]
    public async Task AHigherReading_ThatComesLate_AmendsTheSignal()
    {
        await scene.ReadAsync(At(0, 1m), At(1, 1m), At(3, 1m), At(4, 1m));
        await scene.LateAsync(At(2, 3.10m));
        var signal = await scene.SignalAsync(0);
        Assert.Equal(
            ("3.10 mg/L", 5, Minute(4), true), (signal.Measured!.Peak.ToString(), signal.Measured.Readings, signal.Measured.LastAt, signal.AmendedLate));
        Assert.Equal(2, signal.Version);
    }

    [Fact]
    public async Task LowReadingsThatComeLate_TakeTheEventAway_AndTheSignalIsWithdrawn()
    {
        await scene.ReadAsync(At(0, 1m), At(1, 1m), At(2, 1m));
        await scene.LateAsync(At(0.2, 0.1m), At(0.4, 0.1m), At(0.6, 0.1m));
        var signal = await scene.SignalAsync(0);
        Assert.Equal((SignalState.Withdrawn, "late-data"), (signal.State, signal.DecisionNote));
    }

    [Fact]
    public async Task AnEventThatComesBack_OpensItsSignalAgain()
    {
        await scene.ReadAsync(At(0, 1m), At(1, 1m), At(2, 1m));
        await scene.LateAsync(At(0.2, 0.1m), At(0.4, 0.1m), At(0.6, 0.1m));
        scene.Forget(Minute(0.2), Minute(0.4), Minute(0.6));
        await scene.LateAsync(At(0.8, 1m));
        var signal = await scene.SignalAsync(0);
        Assert.Equal((SignalState.Open, 4), (signal.State, signal.Measured!.Readings));
        Assert.Single(scene.Rows);
    }

    [Fact]
    public async Task WhatWasSaidBefore_IsSaidAgain_WhenLateDataLeadsBackToIt()
    {
        await scene.ReadAsync(At(0, 1m), At(1, 1m), At(2, 1m));
        await scene.LateAsync(At(1.5, 2m));
        scene.Forget(Minute(1.5));
        await scene.LateAsync(At(1.6, 0.1m));
        Assert.Equal(["1 mg/L", "2 mg/L", "1 mg/L"], (await scene.MeasuredAsync(0)).Select(measured => measured.Peak.ToString()));
    }

    [Fact]
    public async Task AnEarlierStart_MovesTheEvent_NotItsName()
    {
        await scene.ReadAsync(At(1, 1m), At(2, 1m), At(3, 1m));
        await scene.LateAsync(At(0, 1m));
        var signal = await scene.SignalAsync(1);
        Assert.Equal((Minute(0), 4), (signal.Measured!.StartedAt, signal.Measured.Readings));
        Assert.Single(scene.Rows);
    }

    [Fact]
    public async Task AnEventWhoseStartWasMoved_KeepsItsSignal_WhenItGoesOn()
    {
        await scene.ReadAsync(At(1, 1m), At(2, 1m), At(3, 1m));
        await scene.LateAsync(At(0, 1m));
        await scene.ReadAsync(At(4, 5m));
        Assert.Single(scene.Rows);
        var signal = await scene.SignalAsync(1);
        Assert.Equal((Minute(0), 5, "5 mg/L"), (signal.Measured!.StartedAt, signal.Measured.Readings, signal.Measured.Peak.ToString()));
    }

    [Fact]
    public async Task AnEventThatFallsInTwo_IsTwoSignals()
    {
        await scene.ReadAsync(At(0, 1m), At(1, 1m), At(2, 1m), At(6, 1m), At(7, 1m), At(8, 2m));
        await scene.TogetherLateAsync(At(3, 0.1m), At(4, 0.1m), At(5, 0.1m));
        Assert.Equal((Minute(2), 3, true), await StandsAsync(0));
        Assert.Equal((Minute(8), 3, false), await StandsAsync(6));
        await scene.ReadAsync(At(9, 5m));
        Assert.Equal((Minute(9), 4, false), await StandsAsync(6));
        Assert.Equal(2, scene.Rows.Count);
    }

    [Fact]
    public async Task TwoEventsThatBecomeOne_AreOneSignal_AndTheSecondIsWithdrawn()
    {
        await scene.ReadAsync([.. new[] { 1m, 1m, 1m, 0.1m, 0.1m, 0.1m, 1m, 1m, 1m }.Select((value, minute) => At(minute, value))]);
        scene.Forget(Minute(4));
        await scene.LateAsync(At(4.5, 1m));
        Assert.Equal((Minute(8), 7, false), await StandsAsync(0));
        Assert.Equal(SignalState.Withdrawn, (await scene.SignalAsync(6)).State);
        await scene.ReadAsync(At(9, 5m));
        Assert.Equal((Minute(9), 8, false), await StandsAsync(0));
    }

    [Fact]
    public async Task LateReadings_AreHeldAgainstWhatLiesAroundThem_NotAgainstEverythingSince()
    {
        await scene.ReadAsync([.. Enumerable.Range(0, 10_000).Where(minute => minute is < 500 or > 502).Select(minute => At(minute, 0.1m))]);
        await scene.TogetherLateAsync(At(500, 1m), At(501, 1m), At(502, 1m));
        Assert.Equal((Minute(502), 3, true), await StandsAsync(500));
        Assert.Equal((1, 242), (scene.Stored.Asked, scene.Stored.Given));
    }

    [Fact]
    public async Task OnTime_AnOlderStatement_IsNotSaidAgain()
    {
        await scene.StateAsync(0, 5);
        await scene.StateAsync(0, 3);
        await scene.StateAsync(0, 5);
        await scene.StateAsync(0, 6);
        Assert.Equal([6, 7], (await scene.MeasuredAsync(0)).Select(measured => measured.Readings));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Readings_InWhateverOrderTheyCome_LeadToTheSameEvents(int seed)
    {
        var random = new Random(seed);
        var minute = 0.0;
        List<WatchedReading> readings = [];
        for (var i = 0; i < 300; i++)
            readings.Add(At(minute += random.Next(20) == 0 ? 16 : random.Next(1, 9), random.Next(5) < 2 ? 1m : 0.1m));
        WatchedReading[] end = [At(minute + 1, 0.1m), At(minute + 2, 0.1m), At(minute + 3, 0.1m)];
        List<WatchedReading> late = [];
        foreach (var reading in readings)
        {
            if (random.Next(6) == 0)
            {
                late.Add(reading);
                continue;
            }

            await scene.ReadAsync(reading);
            if (late.Count <= random.Next(12) || late[^1].At > reading.At)
                continue;
            await scene.TogetherLateAsync([.. late]);
            late.Clear();
        }

        await scene.ReadAsync(end);
        if (late.Count > 0)
            await scene.TogetherLateAsync([.. late]);
        var expected = Run([.. readings, .. end]).Findings.Where(finding => finding.Measured.Ended).Select(f => (f.Measured.StartedAt, f.Measured.LastAt));
        Assert.Equal(expected, scene.Rows.Where(row => row.State != "Withdrawn").Select(row => (ViewTime.Parse(row.StartedAt), ViewTime.Parse(row.LastAt))));
    }

    [Fact]
    public async Task AnEvent_OfLateReadingsAlone_IsRaised()
    {
        await scene.ReadAsync(At(0, 0.1m), At(60, 0.1m));
        await scene.LateAsync(At(20, 1m), At(21, 1m), At(22, 1m));
        Assert.Equal(3, (await scene.SignalAsync(20)).Measured!.Readings);
    }

    [Fact]
    public async Task TheWatch_GoesOnWhereEverythingKnownLeadsIt()
    {
        await scene.ReadAsync(At(0, 1m), At(2, 1m), At(3, 1m));
        await scene.LateAsync(At(1, 1m));
        await scene.ReadAsync(At(4, 5m));
        var signal = await scene.SignalAsync(0);
        Assert.Equal(("5 mg/L", 5), (signal.Measured!.Peak.ToString(), signal.Measured.Readings));
    }

    private async Task<(NodaTime.Instant LastAt, int Readings, bool Ended)> StandsAsync(double startMinute)
    {
        var signal = await scene.SignalAsync(startMinute);
        Assert.Equal(SignalState.Open, signal.State);
        return (signal.Measured!.LastAt, signal.Measured.Readings, signal.Measured.Ended);
    }

    [Fact]
    public async Task AFigureOfManyDigits_IsSaidAsItIs()
    {
        await scene.ReadAsync(At(0, 1.0000000000000000000000000001m), At(1, 7.1234567890123456789012345678m), At(2.0166, 1m));
        Assert.Equal("7.1234567890123456789012345678 mg/L", (await scene.SignalAsync(0)).Measured!.Peak.ToString());
    }
}
