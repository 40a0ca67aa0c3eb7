using Qingshan.Cases.Cases;
using Qingshan.Directory.Commands;
using Qingshan.Record.Reasons;
using Qingshan.Transfers.Supervision;
using Qingshan.Transfers.Tests.Letters;
using Qingshan.Transfers.Transfers;

namespace Qingshan.Transfers.Tests.Transfers;

public sealed class TransferCommandsTests
{
    private readonly TransferScene scene = new();

    [Fact]
    public async Task Report_Refusals()
    {
        await scene.Bench.Record.GivenAsync(TransferScene.Case, Opened("330900"));
        await ReportRefusedAsync("建议移送", CaseReasons.NoDuty);
        await scene.Bench.Record.GivenAsync(TransferScene.Case, Duty());
        await ReportRefusedAsync(" ", TransferReasons.TextMissing, "report");
        (await scene.Report.RunAsync(scene.Bench.By("inspector"), "c1", new("建议移送"), default)).Require();
        await ReportRefusedAsync("再报", TransferReasons.AlreadyUnderWay);
    }

    [Fact]
    public async Task Report_WherePoliceOrProcuratorateOfTheLevelAreMissing_IsRefused()
    {
        await scene.Bench.Record.GivenAsync(TransferScene.Case, Opened("330921"), Duty());
        await ReportRefusedAsync("建议移送", TransferReasons.NoReceiver);
    }

    [Fact]
    public async Task Nobody_DecidesOnHisOwnReport()
    {
        await scene.DutyAsync();
        (await scene.Report.RunAsync(scene.Bench.By("head"), "c1", new("建议移送"), default)).Require();
        var transfer = (await scene.CaseAsync()).Transfer!.Value.Key;
        await scene.Bench.RefusedAsync(() => scene.Agency.ApproveAsync(scene.Bench.By("head"), transfer, new(), default), TransferReasons.OwnAct);
        await scene.Bench.RefusedAsync(() => scene.Agency.RefuseAsync(scene.Bench.By("head"), transfer, new("理由"), default), TransferReasons.OwnAct);
        (await scene.Agency.ApproveAsync(scene.Bench.By("inspector-2"), transfer, new(), default)).Require();
    }

    [Fact]
    public async Task Refuse_WritesTransferCaseAndSupervisionTogether()
    {
        await scene.AtAsync(TransferStep.Reported);
        await RefusedAsync(by => scene.Agency.RefuseAsync(by, "x1", new(" "), default), TransferReasons.TextMissing, "reasons");
        (await scene.Agency.RefuseAsync(scene.Bench.By("head"), "x1", new(" 采样程序存疑 "), default)).Require();
        Assert.Equal((TransferStep.Refused, TransferDuty.Declined), ((await scene.StateAsync()).Step, (await scene.CaseAsync()).Duty));
        Assert.Equal([new NonTransferReported(TransferScene.Case, "proc", "330900", "采样程序存疑")], await scene.Bench.BodiesAsync(TransferScene.Supervision));
    }

    [Fact]
    public async Task Send_NeedsALetter_AndCopiesTheProcuratorate()
    {
        await scene.AtAsync(TransferStep.Reported, new TransferApproved(""));
        await RefusedAsync(by => scene.Agency.MakeLetterAsync(by, "x1", new(" ", "0580-1"), default), TransferReasons.TextMissing, "number");
        await RefusedAsync(by => scene.Agency.MakeLetterAsync(by, "x1", new("移-1", " "), default), TransferReasons.TextMissing, "phone");
        await RefusedAsync(by => scene.Agency.SendAsync(by, "x1", new(), default), TransferReasons.NoLetter);
        (await scene.Agency.MakeLetterAsync(scene.Bench.By("inspector"), "x1", new("移-1", "0580-1"), default)).Require();
        var letter = (await scene.StateAsync()).Letter!;
        Assert.Equal(letter.Length, scene.Bench.Files.Find(letter.Sha256)!.Length);
        (await scene.Agency.SendAsync(scene.Bench.By("inspector"), "x1", new(), default)).Require();
        var state = await scene.StateAsync();
        Assert.Equal(["transfer_letter", "transfer_material_list", "investigation_report"], state.Documents.Select(document => document.Document));
        Assert.Equal(["police"], state.Subject.Receiving);
        Assert.Equal(CaseStage.Transferred, (await scene.CaseAsync()).Stage);
        Assert.Equal([new CopyReceived(TransferScene.Transfer, TransferScene.Case, "proc", "330900", letter.Sha256)], await scene.Bench.BodiesAsync(TransferScene.Supervision));
    }

    [Fact]
    public async Task Send_WhenTheFileChangedSinceTheLetter_NeedsANewOne_WhichDoesNotNameTheOld()
    {
        await scene.AtAsync(TransferStep.Reported, new TransferApproved(""));
        await LetterAsync("移-1");
        await scene.Bench.Record.GivenAsync(TransferScene.Case, Evidence("询问笔录"));
        await RefusedAsync(by => scene.Agency.SendAsync(by, "x1", new(), default), TransferReasons.FileChanged);
        await LetterAsync("移-2");
        (await scene.Agency.SendAsync(scene.Bench.By("inspector"), "x1", new(), default)).Require();

        var state = await scene.StateAsync();
        Assert.Equal(["案件移送书 移-2", "移送材料清单（附于移送书）", "案件调查报告", "询问笔录"], state.Documents.Select(document => document.Title));
        using var stored = new MemoryStream();
        await scene.Bench.Files.Open(state.Letter!.Sha256).CopyToAsync(stored);
        using var letter = new PrintedLetter(stored.ToArray());
        var text = letter.Main.Document.Body!.InnerText;
        Assert.Equal(
            ["案件移送书 移-2", "移送材料清单（附于移送书）", "案件调查报告", "询问笔录"],
            letter.Tables.Select(PrintedLetter.Cells).Single(rows => rows[0].Contains("材料名称")).Skip(1).Select(row => row[2]));
        Assert.Contains("移送案件材料4份", text, StringComparison.Ordinal);
        Assert.Contains("的案件材料4份", text, StringComparison.Ordinal);
        Assert.Contains("联系电话：0580-1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("移-1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyAcknowledges_WhatHeHandedOver()
    {
        await scene.AtAsync(TransferStep.Filed, new AgencyNotified("通-1", true), new ItemsHandedOver("officer", [], "暂存库"));
        await RefusedAsync(by => scene.Police.AcknowledgeItemsAsync(by, "x1", new(), default), TransferReasons.OwnHandOver);
        (await scene.Police.AcknowledgeItemsAsync(scene.Bench.By("officer-2"), "x1", new(), default)).Require();
    }

    [Fact]
    public async Task Supplement_ASecondRequestAddsToTheFirst_AndOnlyTheLastDocumentCompletes()
    {
        await scene.AtAsync(TransferStep.Accepted);
        await RefusedAsync(by => scene.Police.RequestSupplementAsync(by, "x1", new(["site_sketch", "no_such_thing"]), default), TransferReasons.UnknownDocument, "missing");
        (await scene.Police.RequestSupplementAsync(scene.Bench.By("officer"), "x1", new(["site_sketch", "site_sketch"]), default)).Require();
        (await scene.Police.RequestSupplementAsync(scene.Bench.By("officer"), "x1", new(["photo_list", "site_sketch"]), default)).Require();
        Assert.Equal(["site_sketch", "photo_list"], (await scene.StateAsync()).Missing);
        var photo = scene.Bench.Files.Photo(1);
        await RefusedAsync(by => scene.Agency.SupplementAsync(by, "x1", new("inquiry_record", "笔录", photo), default), TransferReasons.NotAsked, "document");
        (await scene.Agency.SupplementAsync(scene.Bench.By("inspector"), "x1", new("photo_list", "清单", photo), default)).Require();
        (await scene.Agency.SupplementAsync(scene.Bench.By("inspector"), "x1", new("site_sketch", "勘验图", photo), default)).Require();
        Assert.Equal([false, true], (await scene.Bench.BodiesAsync(TransferScene.Transfer)).OfType<TransferSupplemented>().Select(part => part.Complete));
    }

    [Fact]
    public async Task Supplement_Refusals_AndWhatIsStillMissing()
    {
        await scene.AtAsync(TransferStep.Accepted);
        await RefusedAsync(by => scene.Police.RequestSupplementAsync(by, "x1", new([]), default), TransferReasons.NothingMissing, "missing");
        (await scene.Police.RequestSupplementAsync(scene.Bench.By("officer"), "x1", new(["site_sketch", "photo_list"]), default)).Require();
        var sketch = new SupplementTransfer("site_sketch", "勘验图", scene.Bench.Files.Photo(1));
        await RefusedAsync(by => scene.Agency.SupplementAsync(by, "x1", sketch with { Sha256 = new string('0', 64) }, default), TransferReasons.UnknownFile, "sha256");
        await RefusedAsync(by => scene.Agency.SupplementAsync(by, "x1", sketch with { Title = " " }, default), TransferReasons.TextMissing, "title");
        (await scene.Agency.SupplementAsync(scene.Bench.By("inspector"), "x1", sketch, default)).Require();
        Assert.Equal(["photo_list"], (await scene.StateAsync()).Missing);
        (await scene.Agency.SupplementAsync(scene.Bench.By("inspector"), "x1", sketch with { Document = "photo_list" }, default)).Require();
        await RefusedAsync(by => scene.Agency.SupplementAsync(by, "x1", sketch, default), TransferReasons.WrongStep);
        Assert.Equal(["transfer_letter", "site_sketch", "photo_list"], (await scene.StateAsync()).Documents.Select(document => document.Document));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(-7)]
    public async Task Extend_OnlyToSevenOrThirtyDays(int days)
    {
        await scene.AtAsync(TransferStep.Accepted);
        await RefusedAsync(by => scene.Police.ExtendFilingClockAsync(by, "x1", new(days, "理由"), default), TransferReasons.BadDays, "days");
    }

    [Fact]
    public async Task Extend_ToThirtyDays_IsForTheHead()
    {
        await scene.AtAsync(TransferStep.Accepted);
        await RefusedAsync(by => scene.Police.ExtendFilingClockAsync(by, "x1", new(30, "重大复杂"), default), TransferReasons.HeadNeeded);
        await RefusedAsync(by => scene.Police.ExtendFilingClockAsync(by, "x1", new(7, " "), default), TransferReasons.TextMissing, "reason");
        (await scene.Police.ExtendFilingClockAsync(scene.Bench.By("police-head"), "x1", new(30, "重大复杂"), default)).Require();
    }

    [Fact]
    public async Task Filing_Refusals()
    {
        await scene.AtAsync(TransferStep.Accepted);
        await RefusedAsync(by => scene.Police.DecideFilingAsync(by, "x1", new(" "), default), TransferReasons.TextMissing, "number");
        await RefusedAsync(by => scene.Police.RefuseFilingAsync(by, "x1", new(" ", "理由"), default), TransferReasons.TextMissing, "number");
        await RefusedAsync(by => scene.Police.RefuseFilingAsync(by, "x1", new("不立-1", " "), default), TransferReasons.TextMissing, "reasons");
    }

    [Fact]
    public async Task Accept_ASecondTime_NamesWhoDid()
    {
        await scene.AtAsync(TransferStep.Accepted);
        var refusal = (await scene.Police.AcceptAsync(scene.Bench.By("officer-2"), "x1", new(), default)).Refusal!;
        Assert.Equal(("transfer.already-accepted", "该移送已由officer（示范）受案。"), (refusal.Reason.Code, refusal.Zh));
    }

    [Fact]
    public async Task Filed_MovesTheCase_ToWhoeverAccepted()
    {
        await scene.AtAsync(TransferStep.Accepted);
        (await scene.Police.DecideFilingAsync(scene.Bench.By("police-head"), "x1", new(" 立字-1 "), default)).Require();
        var file = await scene.CaseAsync();
        Assert.Equal(("police", "立字-1"), (file.Lead, file.FilingNumber));
        Assert.Equal(["officer"], file.Team);
        Assert.Equal("police-head", (await scene.StateAsync()).Filed!.Officer);
    }

    [Fact]
    public async Task NotFiled_And_Returned_GiveTheCaseBack()
    {
        await scene.AtAsync(TransferStep.Accepted);
        (await scene.Police.RefuseFilingAsync(scene.Bench.By("officer"), "x1", new("不立-1", "证据不足"), default)).Require();
        Assert.True(Assert.IsType<CaseReturned>((await scene.Bench.BodiesAsync(TransferScene.Case))[^1]).NotFiled);
        var returned = new TransferScene();
        await returned.AtAsync(TransferStep.Received);
        await returned.Bench.RefusedAsync(() => returned.Police.ReturnAsync(returned.Bench.By("officer"), "x1", new(" "), default), TransferReasons.TextMissing, "reasons");
        (await returned.Police.ReturnAsync(returned.Bench.By("officer"), "x1", new("不属公安管辖"), default)).Require();
        Assert.False(Assert.IsType<CaseReturned>((await returned.Bench.BodiesAsync(TransferScene.Case))[^1]).NotFiled);
        Assert.Equal("closed", (await returned.StateAsync()).Subject.Stage);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("env")]
    [InlineData("police")]
    public async Task Forward_ToWhatIsNoOtherPolice_IsRefused(string agency)
    {
        await scene.AtAsync(TransferStep.Received);
        await RefusedAsync(by => scene.Police.ForwardAsync(by, "x1", new(agency, "管辖"), default), TransferReasons.UnknownAgency, "police");
    }

    [Fact]
    public async Task Forward_TheOtherPolice_BeginWithTheReceipt()
    {
        await scene.AtAsync(TransferStep.Received);
        await RefusedAsync(by => scene.Police.ForwardAsync(by, "x1", new("police-district", " "), default), TransferReasons.TextMissing, "reasons");
        (await scene.Police.ForwardAsync(scene.Bench.By("officer"), "x1", new("police-district", "犯罪地在区"), default)).Require();
        var state = await scene.StateAsync();
        Assert.Equal((TransferStep.Sent, "police-district", null), (state.Step, state.Police, state.Receipt));
        Assert.Equal(["police-district"], state.Subject.Receiving);
        Assert.Equal("police-district", (await scene.CaseAsync()).Police);
    }

    [Fact]
    public async Task Notice_And_HandOver_OnceEach_WithBothSides()
    {
        await scene.AtAsync(TransferStep.Filed);
        await RefusedAsync(by => scene.Agency.ConfirmNoticeAsync(by, "x1", new(), default), TransferReasons.WrongStep);
        await RefusedAsync(by => scene.Agency.HandOverAsync(by, "x1", new("暂存库"), default), TransferReasons.WrongStep);
        (await scene.Police.NotifyAgencyAsync(scene.Bench.By("officer"), "x1", new("通-1"), default)).Require();
        await RefusedAsync(by => scene.Police.NotifyAgencyAsync(by, "x1", new("通-2"), default), TransferReasons.WrongStep);
        (await scene.Agency.ConfirmNoticeAsync(scene.Bench.By("inspector"), "x1", new(), default)).Require();
        await RefusedAsync(by => scene.Agency.ConfirmNoticeAsync(by, "x1", new(), default), TransferReasons.WrongStep);
        (await scene.Agency.HandOverAsync(scene.Bench.By("inspector"), "x1", new("暂存库", "封条完好"), default)).Require();
        await RefusedAsync(by => scene.Agency.HandOverAsync(by, "x1", new("暂存库"), default), TransferReasons.WrongStep);
        (await scene.Police.AcknowledgeItemsAsync(scene.Bench.By("officer"), "x1", new("相符"), default)).Require();
        await RefusedAsync(by => scene.Police.AcknowledgeItemsAsync(by, "x1", new(), default), TransferReasons.WrongStep);
        var state = await scene.StateAsync();
        Assert.Equal(("inspector", "officer", "2 桶"), (state.HandedOver!.Officer, state.Acknowledged!.Officer, state.HandedOver.Items[0].Amount.ToString()));
    }

    [Fact]
    public async Task HandOver_OfACaseWithoutObjects_IsRefused()
    {
        await scene.Bench.Record.GivenAsync(TransferScene.Case, Opened("330900"), Duty());
        await scene.GivenAsync(
            new TransferReportSubmitted(TransferScene.Case, "立-1", "env", "police", "proc", "330900", "污染环境罪", "338", [], "2026", "建议移送", []), new FilingDecided("立字-1", "officer"),
            new AgencyNotified("通-1", false));
        await RefusedAsync(by => scene.Agency.HandOverAsync(by, "x1", new("暂存库"), default), TransferReasons.NoItems);
    }

    private async Task LetterAsync(string number) =>
        (await scene.Agency.MakeLetterAsync(scene.Bench.By("inspector"), "x1", new(number, "0580-1"), default)).Require();

    private EvidenceAdded Evidence(string title) =>
        new("i1", "inquiry_record", title, new string('b', 64), "application/pdf", 9, "排放经过", scene.Bench.Now, "inspector", "", null);

    private static CaseOpened Opened(string division) => new(
        "立-1", "env", division, new("signal", "s1"), "firm", "DW001", new("超标排放", "excess"), new(2026, 3, 1), new(2026, 3, 1), ["inspector", "inspector-2"]);

    private static TransferDutyArose Duty() => new("污染环境罪", "338", ["PE-C03"], "2026", new("达到", "reached"));

    private Task ReportRefusedAsync(string report, Reason reason, string? field = null) =>
        scene.Bench.RefusedAsync(() => scene.Report.RunAsync(scene.Bench.By("inspector"), "c1", new(report), default), reason, field);

    private Task RefusedAsync(Func<CommandContext, Task<Outcome<Done>>> command, Reason reason, string? field = null) =>
        scene.Bench.RefusedAsync(() => command(scene.Bench.By("officer")), reason, field);
}
