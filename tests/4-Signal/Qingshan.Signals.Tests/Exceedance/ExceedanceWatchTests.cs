using Qingshan.Signals.Exceedance;
using Qingshan.Signals.Signals;
using static Qingshan.Signals.Tests.Exceedance.Readings;

namespace Qingshan.Signals.Tests.Exceedance;

public sealed class ExceedanceWatchTests
{
    [Fact]
    public void TwoReadings_Above_AreNoEvent() => Assert.Empty(Run(0.51m, 0.60m, 0.20m, 0.20m, 0.20m).Findings);

    [Fact]
    public void ReadingsAtTheLimit_AreNotAbove() => Assert.Empty(Run(0.50m, 0.50m, 0.50m, 0.50m).Findings);

    [Fact]
    public void ThirdReading_Above_StatesTheEventFromItsFirst()
    {
        var finding = Assert.Single(Run(0.20m, 2.60m, 3.10m, 2.80m).Findings);
        Assert.True(finding.Begins);
        Assert.Equal(new Measured(Minute(1), Minute(3), new(2.60m, "mg/L"), new(3.10m, "mg/L"), 3, false, Frame(1), Frame(3)), finding.Measured);
    }

    [Fact]
    public void ThreeReadingsAtOrBelow_EndTheEvent()
    {
        var (watch, findings) = Run(1m, 1m, 1m, 0.50m, 0.40m, 0.30m);
        Assert.Equal([(true, false), (false, true)], findings.Select(finding => (finding.Begins, finding.Measured.Ended)));
        Assert.Equal(Minute(2), findings[1].Measured.LastAt);
        Assert.Null(watch.Event);
        Assert.Equal(Minute(5), watch.Newest);
    }

    [Fact]
    public void TwoReadingsBelow_DoNot_TheEventGoesOn()
    {
        var (watch, findings) = Run(1m, 1m, 1m, 0.1m, 0.1m, 1m, 0.1m, 0.1m, 1m);
        Assert.Single(findings);
        Assert.Equal((5, Minute(8)), (watch.Event!.Readings, watch.Event.LastAt));
    }

    [Theory]
    [InlineData(17, 0)]
    [InlineData(17.1, 1)]
    public void Silence_OfMoreThanFifteenMinutes_EndsTheEvent(double next, int ended)
    {
        var (watch, all) = Run([At(0, 1m), At(1, 1m), At(2, 1m), At(next, 1m)]);
        Assert.Equal(ended, all.Count(finding => finding.Measured.Ended));
        Assert.Equal(ended == 0 ? Minute(0) : Minute(next), watch.Event!.StartedAt);
    }

    [Fact]
    public void AfterASilence_OneStep_MayEndOneEventAndBeginAnother()
    {
        var rule = ExceedanceRule.Current with { MinReadings = 1 };
        var (watch, first) = Watch.Step(rule, Limit, At(0, 1m));
        var (_, second) = watch.Step(rule, Limit, At(60, 2m));
        Assert.Equal([(true, false)], first.Select(finding => (finding.Begins, finding.Measured.Ended)));
        Assert.Equal([(false, true, Minute(0)), (true, false, Minute(60))], second.Select(finding => (finding.Begins, finding.Measured.Ended, finding.Measured.StartedAt)));
    }

    [Theory]
    [InlineData("F")]
    [InlineData("D")]
    [InlineData("C")]
    [InlineData("T")]
    [InlineData("B")]
    [InlineData("S")]
    [InlineData("M")]
    public void Marks_OfFaultOrCalibration_AreNoMeasurement(string mark)
    {
        var (watch, _) = Run(1m, 1m);
        var (next, findings) = watch.Step(ExceedanceRule.Current, Limit, At(2, 9m, mark));
        Assert.Equal(watch, next);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("N")]
    [InlineData("")]
    public void Marks_OfANormalState_Count(string mark) => Assert.Single(Run([At(0, 1m, mark), At(1, 1m, mark), At(2, 1m, mark)]).Findings);

    [Fact]
    public void ALongEvent_IsStatedAnew_EveryTenMinutesAndAtEachNewPeak()
    {
        var values = Enumerable.Range(0, 26).Select(minute => At(minute, minute == 6 ? 2m : 1m));
        Assert.Equal([Minute(2), Minute(6), Minute(16)], Run(values).Findings.Select(finding => finding.Measured.LastAt));
    }

    [Fact]
    public void APeakThatCreepsUp_IsStatedAtEachTenthMore()
    {
        var values = Enumerable.Range(0, 10).Select(minute => At(minute, 1m + (0.05m * minute)));
        Assert.Equal([(Minute(2), 1.10m), (Minute(5), 1.25m), (Minute(8), 1.40m)], Run(values).Findings.Select(finding => (finding.Measured.LastAt, finding.Measured.Peak.Value)));
    }

    [Theory]
    [InlineData(15, 0)]
    [InlineData(15.1, 1)]
    public void NothingReceived_ForLongerThanTheGap_IsSaidOnce(double later, int said)
    {
        var watch = Run(1m, 2m, 3m, 0.1m).Watch with { Heard = Minute(100) };
        var (silent, findings) = watch.Silent(ExceedanceRule.Current, Minute(100 + later));
        Assert.Equal(said, findings.Count(finding => finding.Measured is { Ended: true, Readings: 3 }));
        Assert.Equal(watch.Event, silent.Event);
        Assert.Empty(silent.Silent(ExceedanceRule.Current, Minute(200)).Findings.Skip(1 - said));
    }

    [Fact]
    public void AReadingWithinTheGap_TakesUpAnEvent_ThatWasOverForSilence()
    {
        var (silent, _) = (Run(1m, 1m, 1m).Watch with { Heard = Minute(2) }).Silent(ExceedanceRule.Current, Minute(60));
        var (next, findings) = silent.Step(ExceedanceRule.Current, Limit, At(3, 1m));
        var finding = Assert.Single(findings);
        Assert.Equal((silent.Signal, false, 4), (finding.Signal, finding.Measured.Ended, finding.Measured.Readings));
        Assert.False(next.Over);
    }

    [Fact]
    public void AnEventThatWasNotStated_IsNotSaidToBeOver() =>
        Assert.Empty((Run(1m, 1m).Watch with { Heard = Minute(1) }).Silent(ExceedanceRule.Current, Minute(60)).Findings);

    [Fact]
    public void TheSameReadings_GiveTheSameFindings()
    {
        decimal[] values = [1m, 2m, 0.1m, 3m, 0.1m, 0.1m, 0.1m, 1m, 1m, 1m];
        Assert.Equal(Run(values).Findings, Run(values).Findings);
    }
}
