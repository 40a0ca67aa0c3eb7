using Qingshan.Cases.Cases;
using Qingshan.Law.Thresholds;

namespace Qingshan.Cases.Tests.Cases;

/// <summary>The duty to transfer follows the evidence: it begins, changes its ground, lapses, and ends with the transfer.</summary>
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
    public async Task ACorrectedFact_TakesTheGround_AndTheDutyLapses()
    {
        await scene.OpenedAtAsync("2.00");
        await scene.FactAsync("concentration_mg_l", "Cr6", "1.99");
        Assert.IsType<TransferDutyLapsed>((await scene.Bench.BodiesAsync(scene.Case))[^1]);
        var state = await scene.StateAsync();
        Assert.Equal((TransferDuty.None, CaseStage.Administrative, null), (state.Duty, state.Stage, state.DutySince));
        Assert.Null(state.DutyGround);
    }

    [Fact]
    public async Task AWithdrawnFact_TakesTheGround()
    {
        await scene.OpenedAtAsync("2.00");
        (await scene.Commands.WithdrawFactAsync(scene.Bench.By("inspector"), scene.Case.Key, new("concentration_mg_l", "Cr6", "样品编号有误"), default)).Require();
        Assert.Equal(TransferDuty.None, (await scene.StateAsync()).Duty);
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
    }

    private async Task<IReadOnlyList<string>> ArisenAsync() =>
        [.. (await scene.Bench.BodiesAsync(scene.Case)).OfType<TransferDutyArose>().Select(duty => string.Join(' ', duty.Rows.Order(StringComparer.Ordinal)))];
}
