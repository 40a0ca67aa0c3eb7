using Qingshan.Cases.Cases;
using Qingshan.Law.Thresholds;

namespace Qingshan.Cases.Tests.Cases;

/// <summary>The duty to transfer follows the evidence: it begins, changes its ground, and ends with the transfer or the head's decision; no fact ends it.</summary>
public sealed class CaseScreeningTests
{
    private readonly CaseScene scene = new();

    [Theory]
    [InlineData("1.99", false)]
    [InlineData("2.00", true)]
    [InlineData("2.01", true)]
    public async Task Evidence_FromThreeTimesOverOn_IsReached(string concentration, bool reached)
    {
        await scene.OpenedAtAsync(concentration);
        var state = await scene.StateAsync();
        Assert.Equal(reached ? TransferDuty.Open : TransferDuty.None, state.Duty);
        Assert.Equal(reached ? scene.Bench.Now : null, state.DutySince);
        var results = scene.Screening.Screen(state).Results;
        Assert.Equal(reached, results.Any(result => result.Reached == Reached.Yes));
    }

    [Fact]
    public async Task ALowerFigure_DoesNotDisplaceEvidence()
    {
        await scene.OpenedAtAsync("2.00");
        await scene.Bench.RefusedAsync(
            () => scene.Commands.RecordFactAsync(scene.Bench.By("inspector"), scene.Case.Key, new("concentration_mg_l", "Cr6", "1.99", "复测"), default),
            CaseReasons.BelowEvidence, "value");
        await scene.FactAsync("concentration_mg_l", "Cr6", "2.10");
        Assert.Equal("2.10", (await ConcentrationAsync()).Value);
    }

    [Fact]
    public async Task AWithdrawnFact_LeavesTheDuty_AndTheHeadDecides()
    {
        await scene.OpenedAtAsync("2.00");
        var since = (await scene.StateAsync()).DutySince;
        (await scene.Commands.WithdrawFactAsync(scene.Bench.By("inspector"), scene.Case.Key, new("concentration_mg_l", "Cr6", "样品编号有误"), default)).Require();
        await scene.FactAsync("concentration_mg_l", "Cr6", "1.99");
        var state = await scene.StateAsync();
        Assert.DoesNotContain(scene.Screening.Screen(state).Results, result => result.Reached == Reached.Yes);
        Assert.Equal((TransferDuty.Open, CaseStage.AdministrativeReached, since), (state.Duty, state.Stage, state.DutySince));
        Assert.Equal(["PE-C03"], state.DutyGround!.Rows);
        await scene.Bench.RefusedAsync(() => scene.Commands.CloseAsync(scene.Bench.By("inspector"), scene.Case.Key, new(CaseEnding.Other, "不足"), default), CaseReasons.DutyOpen);
        (await scene.Commands.DecideNonTransferAsync(scene.Bench.By("head"), scene.Case.Key, new("样品编号有误，复测未达标准"), default)).Require();
        Assert.Equal(TransferDuty.Declined, (await scene.StateAsync()).Duty);
    }

    [Fact]
    public async Task ALowerResult_WaitsBehindTheHigher_AndStepsUpWhenThatIsWithdrawn()
    {
        await scene.OpenedAsync();
        await scene.FieldWorkAsync();
        await scene.ResultAsync("2.90 mg/L");
        await scene.TakeResultAsync();
        await scene.ResultAsync("0.40 mg/L", "R-2");
        await scene.TakeResultAsync();
        Assert.Equal(("2.90", "监测报告 R-1（GB 7467-87）"), ((await ConcentrationAsync()).Value, (await ConcentrationAsync()).Basis.Zh));
        Assert.Equal(TransferDuty.Open, (await scene.StateAsync()).Duty);
        (await scene.Commands.WithdrawFactAsync(scene.Bench.By("inspector"), scene.Case.Key, new("concentration_mg_l", "Cr6", "R-1 编号有误"), default)).Require();
        Assert.Equal("0.40", (await ConcentrationAsync()).Value);
        Assert.Equal(TransferDuty.Open, (await scene.StateAsync()).Duty);
    }

    [Fact]
    public async Task AnEarlierLowerResult_DoesNotHideALaterHigherOne()
    {
        await scene.OpenedAtAsync("0.40");
        await scene.FieldWorkAsync();
        await scene.ResultAsync("2.90 mg/L");
        await scene.TakeResultAsync();
        Assert.Equal(("2.90", TransferDuty.Open), ((await ConcentrationAsync()).Value, (await scene.StateAsync()).Duty));
    }

    [Fact]
    public async Task AFurtherRow_RestatesTheDuty_SinceItFirstArose()
    {
        await scene.OpenedAtAsync("2.00");
        var since = scene.Bench.Now;
        scene.Bench.Time.Advance(NodaTime.Duration.FromHours(1));
        await scene.FactAsync("hazardous_waste_t", "", "2.9");
        Assert.Equal(["PE-C03"], await ArisenAsync());
        await scene.FactAsync("hazardous_waste_t", "", "3");
        Assert.Equal(["PE-C03", "PE-C02 PE-C03"], await ArisenAsync());
        Assert.Equal(since, (await scene.StateAsync()).DutySince);
    }

    [Fact]
    public async Task AfterTheTransfer_NewFacts_DoNotBringTheDutyBack()
    {
        await scene.OpenedAtAsync("2.00");
        await scene.GivenAsync(new TransferDutyDischarged(new("transfer", "x"), "police", "proc"));
        await scene.FactAsync("hazardous_waste_t", "", "3");
        var state = await scene.StateAsync();
        Assert.Equal((TransferDuty.Discharged, CaseStage.Transferred), (state.Duty, state.Stage));
    }

    [Fact]
    public async Task AfterANonTransfer_TheSameGroundIsDecided_AFurtherOneIsNot()
    {
        await scene.OpenedAtAsync("2.00");
        await scene.GivenAsync(new NonTransferDecided("理由"));
        await scene.FactAsync("concentration_mg_l", "Cr6", "2.90");
        Assert.Equal(TransferDuty.Declined, (await scene.StateAsync()).Duty);
        await scene.FactAsync("hazardous_waste_t", "", "3");
        Assert.Equal(TransferDuty.Open, (await scene.StateAsync()).Duty);
        await scene.GivenAsync(new NonTransferDecided("理由"));
        await scene.FactAsync("hazardous_waste_t", "", "2.9");
        Assert.Equal(TransferDuty.Declined, (await scene.StateAsync()).Duty);
    }

    private async Task<FactRecorded> ConcentrationAsync() => (await scene.StateAsync()).Facts.Single(fact => fact.Name == "concentration_mg_l");

    private async Task<IReadOnlyList<string>> ArisenAsync() =>
        [.. (await scene.Bench.BodiesAsync(scene.Case)).OfType<TransferDutyArose>().Select(duty => string.Join(' ', duty.Rows.Order(StringComparer.Ordinal)))];
}
