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

    [Fact]
    public async Task AFigureOfManyDigits_IsSaidAsItIs()
    {
        await scene.ReadAsync(At(0, 1.0000000000000000000000000001m), At(1, 7.1234567890123456789012345678m), At(2.0166, 1m));
        Assert.Equal("7.1234567890123456789012345678 mg/L", (await scene.SignalAsync(0)).Measured!.Peak.ToString());
    }
}
