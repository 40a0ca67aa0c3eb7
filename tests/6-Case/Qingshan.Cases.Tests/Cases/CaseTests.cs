using Qingshan.Cases.Cases;
using Qingshan.Record.Entries;

namespace Qingshan.Cases.Tests.Cases;

/// <summary>Who owns the case and who sees it, through every turn a transfer can take.</summary>
public sealed class CaseTests
{
    private static readonly StreamId Transfer = new("transfer", "x");
    private readonly CaseScene scene = new();

    [Fact]
    public async Task Filed_TheCaseIsThePolices_AndTheAgencyIsFormerOwner()
    {
        await SentAsync();
        await scene.GivenAsync(new CaseOwnershipMoved("env", "police", "officer", "立字-1"));
        var state = await scene.StateAsync();
        Assert.Equal(("criminal", "police"), (state.Subject.Stage, state.Subject.LeadAgency));
        Assert.Equal(["officer"], state.Subject.Team);
        Assert.Equal(["env"], state.Subject.FormerOwners);
        Assert.Empty(state.Subject.Receiving);
    }

    [Fact]
    public async Task Forwarded_TheOtherPoliceReceiveIt()
    {
        await SentAsync();
        Assert.Equal(["police"], (await scene.StateAsync()).Subject.Receiving);
        await scene.GivenAsync(new TransferPassedOn(Transfer, "police-district"));
        Assert.Equal(["police-district"], (await scene.StateAsync()).Subject.Receiving);
    }

    [Fact]
    public async Task Returned_TheDutyIsOpenAgain()
    {
        await SentAsync();
        await scene.GivenAsync(new CaseReturned(Transfer, "不属公安管辖", NotFiled: false));
        var state = await scene.StateAsync();
        Assert.Equal((TransferDuty.Open, "administrative-reached", null, ""), (state.Duty, state.Subject.Stage, state.Transfer, state.Police));
        Assert.Empty(state.Subject.Receiving);
    }

    [Fact]
    public async Task NotFiled_TheAgencyHandlesIt_AndAFurtherRowIsADutyAgain()
    {
        await SentAsync();
        await scene.GivenAsync(new CaseReturned(Transfer, "证据不足", NotFiled: true));
        var state = await scene.StateAsync();
        Assert.Equal((TransferDuty.NotFiled, "administrative-reached", null), (state.Duty, state.Subject.Stage, state.Transfer));
        await scene.FactAsync("hazardous_waste_t", "", "3");
        Assert.Equal(TransferDuty.Open, (await scene.StateAsync()).Duty);
    }

    [Fact]
    public async Task Officers_AreNamedOnce()
    {
        await scene.OpenedAsync();
        await scene.GivenAsync(new OfficerNamed("head"), new OfficerNamed("inspector"));
        Assert.Equal(["inspector-2", "head", "inspector"], (await scene.StateAsync()).Team);
    }

    private async Task SentAsync()
    {
        await scene.OpenedAtAsync("2.90");
        await scene.GivenAsync(new TransferReported(Transfer), new TransferDutyDischarged(Transfer, "police", "proc"));
    }
}
