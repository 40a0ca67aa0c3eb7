using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Transfers.Supervision;
using Qingshan.Transfers.Transfers;

namespace Qingshan.Web.Tests.Story;

/// <summary>The ways a transfer can go other than to a filing.</summary>
[Collection("story site")]
public sealed class OtherWaysTests(StorySite site)
{
    [Fact]
    public async Task Head_RefusesWithReasons_ProcuratorSeesTheNonTransfer()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToReportAsync();
        (await proceeding.DoAsync(Posts.Head, $"/api/transfer/{proceeding.Transfer}/refuse", new { reasons = " " })).RefusedField(400, "transfer.text-missing", "reasons");
        (await proceeding.DoAsync(Posts.Head, $"/api/transfer/{proceeding.Transfer}/refuse", new { reasons = "采样程序存疑，补充后再议" })).Ok();

        var state = await proceeding.CaseAsync();
        Assert.Equal((TransferDuty.Declined, "采样程序存疑，补充后再议"), (state.Duty, state.NonTransferReasons));
        var reported = Assert.IsType<NonTransferReported>(Assert.Single((await proceeding.SupervisionAsync()).Entries).Body);
        Assert.Equal(("proc-zs", proceeding.Case, "采样程序存疑，补充后再议"), (reported.Procuratorate, reported.Case.Key, reported.Reasons));
        var row = Seen(Posts.Procurator).Single(row => row.Row.Id == proceeding.Case);
        Assert.Equal((AccessLevel.Summary, "Declined", "采样程序存疑，补充后再议"), (row.Level, row.Row.Duty, row.Row.NonTransferReasons));
        (await proceeding.DoAsync(Posts.Head, $"/api/transfer/{proceeding.Transfer}/approve", new { })).Refused(403, "access.forbidden");
    }

    [Fact]
    public async Task Head_DecidesNonTransferOnTheCase_OnlyWhileNoTransferIsUnderWay()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToReportAsync();
        var path = $"/api/case/{proceeding.Case}/decide-non-transfer";
        (await proceeding.DoAsync(Posts.Head, path, new { reasons = "不移送" })).Refused(409, "case.transfer-under-way");
        (await proceeding.DoAsync(Posts.Head, $"/api/transfer/{proceeding.Transfer}/refuse", new { reasons = "补充后再议" })).Ok();
        (await proceeding.DoAsync(Posts.Head, path, new { reasons = "经复核不移送" })).Ok();
        (await proceeding.DoAsync(Posts.Head, $"/api/case/{proceeding.Case}/decide-fine", new { number = "舟环罚〔2026〕2号", amount = "100000 CNY" })).Ok();
        (await proceeding.DoAsync(Posts.Inspector, $"/api/case/{proceeding.Case}/close", new { ending = "fine", reason = "处罚已执行" })).Ok();
        Assert.Equal("closed-reached", Seen(Posts.Procurator).Single(row => row.Row.Id == proceeding.Case).Row.Stage);
    }

    [Fact]
    public async Task Police_DoNotFile_CaseIsTheAgencysAgain()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToAcceptedAsync();
        (await proceeding.DoAsync(Posts.Police, $"/api/transfer/{proceeding.Transfer}/refuse-filing", new { number = "舟公不立〔2026〕1号", reasons = "" }))
            .RefusedField(400, "transfer.text-missing", "reasons");
        (await proceeding.DoAsync(Posts.Police, $"/api/transfer/{proceeding.Transfer}/refuse-filing", new { number = "舟公不立〔2026〕1号", reasons = "证据不足" })).Ok();

        var state = await proceeding.CaseAsync();
        Assert.Equal((CaseStage.AdministrativeReached, TransferDuty.NotFiled, "env-zs", null), (state.Stage, state.Duty, state.Lead, state.Transfer));
        Assert.Equal("NotFiled", Seen(Posts.Inspector).Single(row => row.Row.Id == proceeding.Case).Row.Duty);
        Assert.Equal(TransferStep.NotFiled, (await proceeding.TransferAsync()).Step);
        (await proceeding.DoAsync(Posts.Police, $"/api/transfer/{proceeding.Transfer}/notify-agency", new { number = "舟公通〔2026〕2号" })).Ok();
        Assert.DoesNotContain(Seen(Posts.Police), row => row.Row.Id == proceeding.Case);
        var first = proceeding.Transfer;
        await proceeding.ReportAsync();
        Assert.NotEqual(first, proceeding.Transfer);
    }

    [Fact]
    public async Task Police_ForwardAndReturn_TheRightOrganSeesTheCase()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToSentAsync();
        var path = $"/api/transfer/{proceeding.Transfer}";
        (await proceeding.DoAsync(Posts.DistrictPolice, path + "/sign-receipt", new { })).Refused(404, "access.not-found");
        (await proceeding.DoAsync(Posts.Police, path + "/forward", new { police = "env-zs", reasons = "管辖" })).RefusedField(400, "transfer.unknown-agency", "police");
        (await proceeding.DoAsync(Posts.Police, path + "/forward", new { police = "psb-dh", reasons = "犯罪地在定海区" })).Ok();

        var state = await proceeding.CaseAsync();
        Assert.Equal((CaseStage.Transferred, "psb-dh"), (state.Stage, state.Police));
        Assert.Equal(AccessLevel.Full, Seen(Posts.DistrictPolice).Single(row => row.Row.Id == proceeding.Case).Level);
        Assert.DoesNotContain(Seen(Posts.Police), row => row.Row.Id == proceeding.Case);
        (await proceeding.DoAsync(Posts.Police, path + "/sign-receipt", new { })).Refused(404, "access.not-found");

        (await proceeding.DoAsync(Posts.DistrictPolice, path + "/sign-receipt", new { })).Ok();
        (await proceeding.DoAsync(Posts.DistrictPolice, path + "/return", new { reasons = "不属于公安机关管辖" })).Ok();
        state = await proceeding.CaseAsync();
        Assert.Equal((CaseStage.AdministrativeReached, TransferDuty.Open, "", null), (state.Stage, state.Duty, state.Police, state.Transfer));
        (await proceeding.DoAsync(Posts.DistrictPolice, path + "/accept", new { })).Refused(403, "access.forbidden");
    }

    [Fact]
    public async Task Agency_RecordsMoreFactsAfterTheTransfer_TransferStaysMade()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToSentAsync();
        (await proceeding.DoAsync(
            Posts.Inspector, $"/api/case/{proceeding.Case}/add-fact", new { name = "hazardous_waste_t", item = "", value = "3", basis = "补充勘查发现废渣" })).Ok();
        var state = await proceeding.CaseAsync();
        Assert.Equal((TransferDuty.Discharged, CaseStage.Transferred), (state.Duty, state.Stage));
        Assert.Equal("transferred", Seen(Posts.Inspector).Single(row => row.Row.Id == proceeding.Case).Row.Stage);
    }

    private IReadOnlyList<SeenRow<CaseRow>> Seen(string post) =>
        site.Service<ReadDesk>().Filter(site.Acting(post), site.Service<CaseQueries>().List(), row => row.Subject);
}
