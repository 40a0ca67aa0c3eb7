using NodaTime;
using Qingshan.Cases.Cases;
using Qingshan.Law.Thresholds;
using Qingshan.Record.Reasons;
using Qingshan.Signals.Signals;

namespace Qingshan.Cases.Tests.Cases;

public sealed class OpenCaseTests
{
    [Fact]
    public async Task Open_TakesReadingsAsALead_AndTheRegistryAsEvidence()
    {
        var scene = new CaseScene();
        await scene.OpenedAsync();
        var state = await scene.StateAsync();
        Assert.Equal(
            [
                ("limit_mg_l", "Cr6", "0.5", FactStanding.Evidence), ("concentration_mg_l", "Cr6", "3.10", FactStanding.Lead),
                ("key_discharger", "", "true", FactStanding.Evidence), ("key_permit_holder", "", "false", FactStanding.Evidence),
            ],
            state.Facts.Select(fact => (fact.Name, fact.Item, fact.Value, fact.Standing)));
        Assert.Equal((new LocalDate(2026, 2, 28), new LocalDate(2026, 3, 1)), (state.Opened!.ActFrom, state.Opened.ActTo));
        Assert.Equal(("env", "330900", "涉嫌超过许可排放浓度排放水污染物"), (state.Lead, state.Opened.Division, state.Opened.Cause.Zh));
        Assert.Equal(["inspector", "inspector-2"], state.Team);
        Assert.Equal((TransferDuty.None, CaseStage.Administrative), (state.Duty, state.Stage));
        Assert.Equal(Reached.Undetermined, Assert.Single(scene.Screening.Screen(state).Results).Reached);
        Assert.Equal(["env"], (await scene.Bench.StateAsync<Signal>(CaseScene.Signal)).Involved);
    }

    [Fact]
    public async Task Open_OfAReviewedMonitor_CarriesTheDutyAtOnce()
    {
        var scene = new CaseScene(reviewed: true);
        await scene.OpenedAsync();
        var state = await scene.StateAsync();
        Assert.Equal((TransferDuty.Open, CaseStage.AdministrativeReached), (state.Duty, state.Stage));
        Assert.Equal(["PE-C03"], state.DutyGround!.Rows);
    }

    [Fact]
    public async Task Open_Refusals()
    {
        var scene = new CaseScene();
        await scene.SignalAsync();
        await RefusedAsync(scene, new("立-1", "inspector-2"), SignalReasons.NotConfirmed);
        await scene.Bench.Record.GivenAsync(CaseScene.Signal, new SignalConfirmed(""));
        await RefusedAsync(scene, new(" ", "inspector-2"), CaseReasons.NumberMissing, "number");
        await RefusedAsync(scene, new("立-1", "inspector"), CaseReasons.TwoOfficers, "secondOfficer");
        await RefusedAsync(scene, new("立-1", "trainee"), CaseReasons.TwoOfficers, "secondOfficer");
        await RefusedAsync(scene, new("立-1", "nobody"), CaseReasons.TwoOfficers, "secondOfficer");
        await RefusedAsync(scene, new("立-1", "inspector-2"), CaseReasons.TwoOfficers, "secondOfficer", "trainee");
        (await scene.Open.RunAsync(scene.Bench.By("inspector"), "s1", new("立-1", "inspector-2", "涉嫌直排"), default)).Require();
        await RefusedAsync(scene, new("立-2", "inspector-2"), SignalReasons.HasCase);
    }

    private static Task RefusedAsync(CaseScene scene, OpenCase command, Reason reason, string? field = null, string by = "inspector") =>
        scene.Bench.RefusedAsync(() => scene.Open.RunAsync(scene.Bench.By(by), "s1", command, default), reason, field);
}
