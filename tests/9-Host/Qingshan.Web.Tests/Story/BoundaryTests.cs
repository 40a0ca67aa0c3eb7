using Qingshan.Cases.Cases;

namespace Qingshan.Web.Tests.Story;

/// <summary>Three times over 0.5 mg/L is 2.00 mg/L: the line itself counts as reached (三倍以上).</summary>
[Collection("story site")]
public sealed class BoundaryTests(StorySite site)
{
    [Theory]
    [InlineData("1.99 mg/L", TransferDuty.None, CaseStage.Administrative)]
    [InlineData("2.00 mg/L", TransferDuty.Open, CaseStage.AdministrativeReached)]
    [InlineData("2.01 mg/L", TransferDuty.Open, CaseStage.AdministrativeReached)]
    public async Task Result_AtTheLine_DutyFromTwoMilligramsOn(string concentration, TransferDuty duty, CaseStage stage)
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToResultAsync(concentration);
        var state = await proceeding.CaseAsync();
        Assert.Equal((duty, stage), (state.Duty, state.Stage));
        Assert.Equal(duty == TransferDuty.Open ? ["PE-C03"] : [], state.DutyGround?.Rows ?? []);

        var fine = await proceeding.DoAsync(Posts.Head, $"/api/case/{proceeding.Case}/decide-fine", new { number = "舟环罚〔2026〕9号", amount = "100000 CNY" });
        var report = await proceeding.DoAsync(Posts.Inspector, $"/api/case/{proceeding.Case}/report-transfer", new { report = "建议移送" });
        if (duty == TransferDuty.None)
        {
            fine.Ok();
            report.Refused(422, "case.no-duty");
        }
        else
        {
            fine.Refused(422, "case.duty-open");
            report.Ok();
        }
    }

    [Fact]
    public async Task Result_Corrected_TheDutyStands_UntilTheHeadDecides()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToResultAsync("2.00 mg/L");
        var path = $"/api/case/{proceeding.Case}";
        var lower = new { name = "concentration_mg_l", item = "Cr6", value = "1.99", basis = "复核后的检测报告" };
        (await proceeding.DoAsync(Posts.Inspector, path + "/add-fact", lower)).RefusedField(422, "case.below-evidence", "value");
        (await proceeding.DoAsync(Posts.Inspector, path + "/withdraw-fact", new { name = "concentration_mg_l", item = "Cr6", reason = "样品编号有误" })).Ok();
        (await proceeding.DoAsync(Posts.Inspector, path + "/add-fact", lower)).Ok();
        var state = await proceeding.CaseAsync();
        Assert.Equal((TransferDuty.Open, CaseStage.AdministrativeReached), (state.Duty, state.Stage));
        Assert.Equal(["PE-C03"], state.DutyGround!.Rows);
        (await proceeding.DoAsync(Posts.Head, path + "/decide-fine", new { number = "舟环罚〔2026〕9号", amount = "100000 CNY" })).Refused(422, "case.duty-open");
        (await proceeding.DoAsync(Posts.Head, path + "/decide-non-transfer", new { reasons = "样品编号有误，复核未达标准" })).Ok();
        (await proceeding.DoAsync(Posts.Head, path + "/decide-fine", new { number = "舟环罚〔2026〕9号", amount = "100000 CNY" })).Ok();
    }
}
