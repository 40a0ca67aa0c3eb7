using NodaTime;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Commands;
using Qingshan.Record.Reasons;

namespace Qingshan.Cases.Tests.Cases;

public sealed class CaseCommandsTests
{
    private readonly CaseScene scene = new();

    private string Id => scene.Case.Key;

    [Fact]
    public async Task Officer_And_Party_Refusals()
    {
        await scene.OpenedAsync();
        await RefusedAsync(by => scene.Commands.NameOfficerAsync(by, Id, new("nobody"), default), CaseReasons.UnknownPerson, "officer");
        await RefusedAsync(by => scene.Commands.NamePartyAsync(by, Id, new(PartyRole.Suspect), default), CaseReasons.TextMissing, "name");
        await RefusedAsync(by => scene.Commands.NamePartyAsync(by, Id, new(PartyRole.Suspect, "示范厂", "示范人"), default), CaseReasons.TextMissing, "organisation");
    }

    [Fact]
    public async Task Person_IsSealed_Firm_IsNot()
    {
        await scene.OpenedAsync();
        (await scene.Commands.NamePartyAsync(scene.Bench.By("inspector"), Id, new(PartyRole.ResponsiblePerson, Name: " 示范人 ", IdNumber: "11010519491231002X"), default)).Require();
        (await scene.Commands.NamePartyAsync(scene.Bench.By("inspector"), Id, new(PartyRole.Suspect, "示范厂"), default)).Require();
        var parties = (await scene.StateAsync()).Parties;
        Assert.Equal(("示范人", "11010519491231002X", ""), (scene.Bench.Sealer.Open(parties[0].Name!), scene.Bench.Sealer.Open(parties[0].IdNumber!), parties[0].Organisation));
        Assert.Equal((null, null, "示范厂"), (parties[1].Name, parties[1].IdNumber, parties[1].Organisation));
        Assert.NotEqual(parties[0].Party, parties[1].Party);
    }

    [Theory]
    [InlineData("no_such_fact", "", "1", "case.unknown-fact", "name")]
    [InlineData("illegal_gains_yuan", "", "many", "case.bad-value", "value")]
    [InlineData("illegal_gains_yuan", "", "-1", "case.bad-value", "value")]
    [InlineData("concentration_mg_l", "", "1", "case.bad-value", "value")]
    [InlineData("key_discharger", "", "yes", "case.bad-value", "value")]
    public async Task Fact_Refusals(string name, string item, string value, string reason, string field)
    {
        await scene.OpenedAsync();
        var outcome = await scene.Commands.RecordFactAsync(scene.Bench.By("inspector"), Id, new(name, item, value, "账册"), default);
        Assert.Equal((reason, field), (outcome.Refusal?.Reason.Code, outcome.Refusal?.Field));
        await RefusedAsync(by => scene.Commands.RecordFactAsync(by, Id, new("illegal_gains_yuan", "", "1", " "), default), CaseReasons.TextMissing, "basis");
    }

    [Fact]
    public async Task WithdrawFact_Refusals()
    {
        await scene.OpenedAsync();
        await RefusedAsync(by => scene.Commands.WithdrawFactAsync(by, Id, new("key_discharger", "", " "), default), CaseReasons.TextMissing, "reason");
        await RefusedAsync(by => scene.Commands.WithdrawFactAsync(by, Id, new("illegal_gains_yuan", "", "误登"), default), CaseReasons.UnknownFact, "name");
    }

    [Fact]
    public async Task Evidence_Refusals()
    {
        await scene.OpenedAsync();
        var evidence = new AddEvidence("inquiry_record", "询问笔录", scene.Bench.Files.Photo(1), "排放经过", scene.Bench.Now);
        await EvidenceRefusedAsync(evidence with { Sha256 = new string('0', 64) }, CaseReasons.UnknownFile, "sha256");
        await EvidenceRefusedAsync(evidence with { Title = " " }, CaseReasons.TextMissing, "title");
        await EvidenceRefusedAsync(evidence with { Proves = " " }, CaseReasons.TextMissing, "proves");
        await EvidenceRefusedAsync(evidence with { MadeAt = scene.Bench.Now + Duration.FromSeconds(1) }, CaseReasons.InTheFuture, "madeAt");
        (await scene.Commands.AddEvidenceAsync(scene.Bench.By("inspector"), Id, evidence, default)).Require();
        await EvidenceRefusedAsync(evidence with { Title = "又一份" }, CaseReasons.AlreadyTaken);
    }

    [Fact]
    public async Task WithoutADuty_FineAndClose_AreTheAgencys()
    {
        await scene.OpenedAtAsync("1.99");
        await RefusedAsync(by => scene.Commands.DecideNonTransferAsync(by, Id, new("理由"), default), CaseReasons.NoDuty);
        await RefusedAsync(by => scene.Commands.DecideFineAsync(by, Id, new(" ", new(1, "CNY")), default), CaseReasons.NumberMissing, "number");
        await RefusedAsync(by => scene.Commands.DecideFineAsync(by, Id, new("罚-1", new(0, "CNY")), default), CaseReasons.BadValue, "amount");
        await RefusedAsync(by => scene.Commands.DecideFineAsync(by, Id, new("罚-1", new(1, "桶")), default), CaseReasons.BadValue, "amount");
        await RefusedAsync(by => scene.Commands.CloseAsync(by, Id, new(CaseEnding.Fine, "已缴款"), default), CaseReasons.NoFine, "ending");
        (await scene.Commands.DecideFineAsync(scene.Bench.By("head"), Id, new("罚-1", new(100000, "CNY")), default)).Require();
        await RefusedAsync(by => scene.Commands.CloseAsync(by, Id, new(CaseEnding.Fine, " "), default), CaseReasons.TextMissing, "reason");
        (await scene.Commands.CloseAsync(scene.Bench.By("inspector"), Id, new(CaseEnding.Fine, "已缴款"), default)).Require();
        Assert.Equal("closed", (await scene.StateAsync()).Subject.Stage);
    }

    [Fact]
    public async Task Closed_NothingMoreIsDone()
    {
        await scene.OpenedAsync();
        await scene.GivenAsync(new CaseClosed(CaseEnding.NoViolation, "未发现违法"));
        await RefusedAsync(by => scene.Commands.NameOfficerAsync(by, Id, new("head"), default), CaseReasons.Closed);
        await RefusedAsync(by => scene.Commands.NamePartyAsync(by, Id, new(PartyRole.Suspect, "示范厂"), default), CaseReasons.Closed);
        await RefusedAsync(by => scene.Commands.RecordFactAsync(by, Id, new("illegal_gains_yuan", "", "1", "账册"), default), CaseReasons.Closed);
        await RefusedAsync(by => scene.Commands.WithdrawFactAsync(by, Id, new("key_discharger", "", "误登"), default), CaseReasons.Closed);
        await RefusedAsync(by => scene.Commands.DecideNonTransferAsync(by, Id, new("理由"), default), CaseReasons.Closed);
        await RefusedAsync(by => scene.Commands.DecideFineAsync(by, Id, new("罚-1", new(1, "CNY")), default), CaseReasons.Closed);
        await RefusedAsync(by => scene.Commands.CloseAsync(by, Id, new(CaseEnding.Other, "再结"), default), CaseReasons.Closed);
        await EvidenceRefusedAsync(new("x", "x", scene.Bench.Files.Photo(1), "x", scene.Bench.Now), CaseReasons.Closed);
    }

    [Fact]
    public async Task UnderDuty_NoFineAndNoEnd_UnlessTheHeadDeclines()
    {
        await scene.OpenedAtAsync("2.90");
        await RefusedAsync(by => scene.Commands.DecideFineAsync(by, Id, new("罚-1", new(1, "CNY")), default), CaseReasons.DutyOpen);
        await RefusedAsync(by => scene.Commands.CloseAsync(by, Id, new(CaseEnding.Fine, "已罚"), default), CaseReasons.DutyOpen);
        await RefusedAsync(by => scene.Commands.DecideNonTransferAsync(by, Id, new(" "), default), CaseReasons.TextMissing, "reasons");
        await scene.GivenAsync(new TransferReported(new("transfer", "x")));
        await RefusedAsync(by => scene.Commands.DecideNonTransferAsync(by, Id, new("理由"), default), CaseReasons.TransferUnderWay);
        await scene.GivenAsync(new NonTransferDecided("不批准"));
        (await scene.Commands.DecideNonTransferAsync(scene.Bench.By("head"), Id, new(" 采样程序有误 "), default)).Require();
        var state = await scene.StateAsync();
        Assert.Equal((TransferDuty.Declined, "采样程序有误", "administrative-reached"), (state.Duty, state.NonTransferReasons, state.Subject.Stage));
        (await scene.Commands.CloseAsync(scene.Bench.By("inspector"), Id, new(CaseEnding.Other, "已结"), default)).Require();
        Assert.Equal("closed-reached", (await scene.StateAsync()).Subject.Stage);
    }

    [Fact]
    public async Task AfterTheTransfer_ThePoliceDecide()
    {
        await scene.OpenedAtAsync("2.90");
        await scene.GivenAsync(new TransferDutyDischarged(new("transfer", "x"), "police", "proc"));
        await RefusedAsync(by => scene.Commands.DecideFineAsync(by, Id, new("罚-1", new(1, "CNY")), default), CaseReasons.AlreadyTransferred);
        await RefusedAsync(by => scene.Commands.CloseAsync(by, Id, new(CaseEnding.Fine, "已罚"), default), CaseReasons.AlreadyTransferred);
        await RefusedAsync(by => scene.Commands.DecideNonTransferAsync(by, Id, new("理由"), default), CaseReasons.AlreadyTransferred);
    }

    [Fact]
    public async Task ATransferUnderWay_IsNotOvertaken_EvenAfterAnEarlierNonTransfer()
    {
        await scene.OpenedAtAsync("2.90");
        await scene.GivenAsync(new NonTransferDecided("证据不足"), new TransferReported(new("transfer", "x")));
        await RefusedAsync(by => scene.Commands.DecideFineAsync(by, Id, new("罚-1", new(1, "CNY")), default), CaseReasons.TransferUnderWay);
        await RefusedAsync(by => scene.Commands.CloseAsync(by, Id, new(CaseEnding.Other, "已结"), default), CaseReasons.TransferUnderWay);
    }

    [Fact]
    public async Task AfterThePoliceDidNotFile_TheAgencyFines_WithoutAnotherDecisionOfTheHead()
    {
        await scene.OpenedAtAsync("2.90");
        await scene.GivenAsync(new TransferDutyDischarged(new("transfer", "x"), "police", "proc"), new CaseReturned(new("transfer", "x"), "证据不足", NotFiled: true));
        (await scene.Commands.DecideFineAsync(scene.Bench.By("head"), Id, new("罚-1", new(100000, "CNY")), default)).Require();
        (await scene.Commands.CloseAsync(scene.Bench.By("inspector"), Id, new(CaseEnding.Fine, "已缴款"), default)).Require();
        Assert.Equal("closed-reached", (await scene.StateAsync()).Subject.Stage);
    }

    [Fact]
    public async Task AfterAReturn_TheDutyStands()
    {
        await scene.OpenedAtAsync("2.90");
        await scene.GivenAsync(new TransferDutyDischarged(new("transfer", "x"), "police", "proc"), new CaseReturned(new("transfer", "x"), "不属公安管辖", NotFiled: false));
        await RefusedAsync(by => scene.Commands.DecideFineAsync(by, Id, new("罚-1", new(1, "CNY")), default), CaseReasons.DutyOpen);
    }

    [Fact]
    public async Task ASampleThatIsNotRead_HoldsFineAndEndBack()
    {
        await scene.OpenedAsync();
        await scene.FieldWorkAsync(factors: ["w20117", "w21003"]);
        await SampleHoldsBackAsync();
        await scene.ResultAsync("0.40 mg/L");
        await scene.TakeResultAsync();
        await SampleHoldsBackAsync();
        await scene.ResultAsync("0.30 mg/L", factor: "w21003");
        await SampleHoldsBackAsync();
        await scene.TakeResultAsync("w21003");
        (await scene.Commands.DecideFineAsync(scene.Bench.By("head"), Id, new("罚-1", new(1, "CNY")), default)).Require();
        (await scene.Commands.CloseAsync(scene.Bench.By("inspector"), Id, new(CaseEnding.Fine, "已缴款"), default)).Require();
    }

    private async Task SampleHoldsBackAsync()
    {
        var refusal = (await scene.Commands.DecideFineAsync(scene.Bench.By("head"), Id, new("罚-1", new(1, "CNY")), default)).Refusal!;
        Assert.Equal(("case.sample-open", true), (refusal.Reason.Code, refusal.Zh.Contains("SF-1", StringComparison.Ordinal)));
        await RefusedAsync(by => scene.Commands.CloseAsync(by, Id, new(CaseEnding.NoViolation, "未发现违法"), default), CaseReasons.SampleOpen);
    }

    private Task EvidenceRefusedAsync(AddEvidence evidence, Reason reason, string? field = null) =>
        RefusedAsync(by => scene.Commands.AddEvidenceAsync(by, Id, evidence, default), reason, field);

    private Task RefusedAsync(Func<CommandContext, Task<Outcome<Done>>> command, Reason reason, string? field = null) =>
        scene.Bench.RefusedAsync(() => command(scene.Bench.By("inspector")), reason, field);
}
