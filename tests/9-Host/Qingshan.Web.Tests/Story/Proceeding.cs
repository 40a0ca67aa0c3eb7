using Qingshan.Cases.Cases;
using Qingshan.Record.Entries;
using Qingshan.Signals.Signals;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.Transfers.Transfers;

namespace Qingshan.Web.Tests.Story;

/// <summary>One case from its signal on: each step is what the officers do over HTTP, and must succeed. What a test is about, it does itself.</summary>
internal sealed class Proceeding(StorySite site, string signal, Func<string, Officer> officer)
{
    private const string Drum = "含铬废液桶";

    public static byte[] Png { get; } = Convert.FromHexString(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082");

    public static byte[] Pdf { get; } = [.. "%PDF-1.4 "u8, .. "示范询问笔录"u8];

    public string Signal => signal;

    public string Task { get; private set; } = "";

    public string Sample { get; private set; } = "";

    public string Case { get; private set; } = "";

    public string Transfer { get; private set; } = "";

    /// <summary>Raises a signal of its own and begins there.</summary>
    public static async Task<Proceeding> RaiseAsync(StorySite site) => new(site, await site.ExceedAsync("2.60", "3.10", "2.80"), site.As);

    public Officer Officer(string post) => officer(post);

    public Task<Answer> DoAsync(string post, string path, object body) => officer(post).DoAsync(path, body);

    public Task<Signal> SignalAsync() => site.StateAsync<Signal>("signal", signal);

    public Task<FieldTask> TaskAsync() => site.StateAsync<FieldTask>("task", Task);

    public Task<Sample> SampleAsync() => site.StateAsync<Sample>("sample", Sample);

    public Task<Case> CaseAsync() => site.StateAsync<Case>("case", Case);

    public Task<Transfer> TransferAsync() => site.StateAsync<Transfer>("transfer", Transfer);

    public Task<StreamHistory> SupervisionAsync() => site.Record.ReadAsync(new StreamId("supervision", Transfer)).AsTask();

    public async Task ConfirmAsync() =>
        (await DoAsync(Posts.Duty, $"/api/signal/{signal}/confirm", new { note = "数据标记正常，需现场核查" })).Ok();

    public async Task SendTaskAsync()
    {
        (await DoAsync(Posts.Duty, $"/api/signal/{signal}/send-task", new { agency = "env-zs", what = "到 DW001 现场检查并采样" })).Ok();
        Task = (await SignalAsync()).Tasks[^1].Task.Key;
    }

    public async Task AcceptTaskAsync()
    {
        (await DoAsync(Posts.Inspector, $"/api/task/{Task}/accept", new { })).Ok();
        (await DoAsync(Posts.SecondInspector, $"/api/task/{Task}/accept", new { })).Ok();
    }

    public async Task CheckAsync(string arrivedAt, string leftAt) => (await DoAsync(
        Posts.Inspector, $"/api/task/{Task}/record-check",
        new { arrivedAt, leftAt, findings = "车间含铬废水处理设施未运行，废水经排口直接外排", firmPresent = true })).Ok();

    public async Task TakeSampleAsync(string number, string takenAt)
    {
        (await DoAsync(
            Posts.Inspector, $"/api/task/{Task}/take-sample",
            new { number, point = "DW001 车间排口", takenAt, volume = "500 mL", seal = "SF-0001", factors = new[] { "w20117" } })).Ok();
        Sample = (await TaskAsync()).Samples[^1].Sample.Key;
    }

    public async Task SeizeAsync(string seizedAt) => (await DoAsync(
        Posts.SecondInspector, $"/api/task/{Task}/seize-items",
        new
        {
            listNumber = "舟环物清〔2026〕1号",
            decisionNumber = "舟环封〔2026〕1号",
            seizedAt,
            items = new[] { new { name = Drum, amount = "2 桶", features = "200 L 蓝色塑料桶，有封条", storedAt = "市局暂存库" } },
        })).Ok();

    public async Task PhotoAsync(int number, string takenAt)
    {
        var sha256 = await officer(Posts.Inspector).UploadAsync($"DW001-{number}.png", "image/png", [.. Png, (byte)number]);
        (await DoAsync(
            Posts.Inspector, $"/api/task/{Task}/attach-photo",
            new { sha256, fileName = $"DW001-{number}.png", takenAt, place = "DW001", proves = "处理设施未运行，废水外排" })).Ok();
    }

    public async Task OpenCaseAsync(string number)
    {
        (await DoAsync(Posts.Inspector, $"/api/signal/{signal}/open-case", new { number, secondOfficer = "zhou-hengzhou" })).Ok();
        Case = (await SignalAsync()).Case!.Value.Key;
    }

    public async Task TakeTaskAsync() => (await DoAsync(Posts.Inspector, $"/api/case/{Case}/take-task", new { task = Task })).Ok();

    public async Task ReceiveSampleAsync() =>
        (await DoAsync(Posts.Laboratory, $"/api/sample/{Sample}/receive", new { sealIntact = true, condition = "完好" })).Ok();

    public async Task RecordResultAsync(string concentration, string testedAt) => (await DoAsync(
        Posts.Laboratory, $"/api/sample/{Sample}/record-result",
        new { report = "SFJC-2026-001", factor = "w20117", concentration, method = "GB 7467-87", testedAt })).Ok();

    public async Task TakeResultAsync() => (await DoAsync(Posts.Inspector, $"/api/case/{Case}/take-result", new { sample = Sample, factor = "w20117" })).Ok();

    public async Task AddInquiryAsync(string madeAt)
    {
        var sha256 = await officer(Posts.Inspector).UploadAsync("询问笔录.pdf", "application/pdf", Pdf);
        (await DoAsync(
            Posts.Inspector, $"/api/case/{Case}/add-evidence", new { document = "inquiry_record", title = "调查询问笔录", sha256, proves = "排放经过", madeAt })).Ok();
    }

    public async Task ReportAsync()
    {
        (await DoAsync(Posts.Inspector, $"/api/case/{Case}/report-transfer", new { report = "经查，该公司超标排放含铬废水，建议移送公安机关。" })).Ok();
        Transfer = (await CaseAsync()).Transfer!.Value.Key;
    }

    public async Task ApproveAsync() => (await DoAsync(Posts.Head, $"/api/transfer/{Transfer}/approve", new { note = "同意移送" })).Ok();

    public async Task MakeLetterAsync() => (await DoAsync(Posts.Inspector, $"/api/transfer/{Transfer}/make-letter", new { number = "舟环移〔2026〕1号", phone = "0580-0000000（示范）" })).Ok();

    public async Task SendAsync() => (await DoAsync(Posts.Inspector, $"/api/transfer/{Transfer}/send", new { })).Ok();

    public async Task SignReceiptAsync() => (await DoAsync(Posts.Police, $"/api/transfer/{Transfer}/sign-receipt", new { number = "舟公回〔2026〕1号" })).Ok();

    public async Task AcceptAsync() => (await DoAsync(Posts.Police, $"/api/transfer/{Transfer}/accept", new { number = "舟公受〔2026〕1号" })).Ok();

    public async Task FileAsync() => (await DoAsync(Posts.Police, $"/api/transfer/{Transfer}/decide-filing", new { number = "舟公（环）立字〔2026〕1号" })).Ok();

    // The stretches of the way, for tests that begin further on.

    public async Task ToTaskAsync()
    {
        await ConfirmAsync();
        await SendTaskAsync();
        await AcceptTaskAsync();
    }

    public async Task ToSampleAsync()
    {
        await ToTaskAsync();
        var now = SiteTimes.Iso(site.Clock.Now);
        await CheckAsync(now, now);
        await TakeSampleAsync("SF-2026-001", now);
        await ReceiveSampleAsync();
    }

    public async Task ToResultAsync(string concentration)
    {
        await ToSampleAsync();
        await OpenCaseAsync("舟环立〔2026〕1号");
        await RecordResultAsync(concentration, SiteTimes.Iso(site.Clock.Now));
        await TakeResultAsync();
    }

    public async Task ToReportAsync()
    {
        await ToResultAsync("2.90 mg/L");
        await ReportAsync();
    }

    public async Task ToSentAsync()
    {
        await ToReportAsync();
        await ApproveAsync();
        await MakeLetterAsync();
        await SendAsync();
    }

    public async Task ToAcceptedAsync()
    {
        await ToSentAsync();
        await SignReceiptAsync();
        await AcceptAsync();
    }
}
