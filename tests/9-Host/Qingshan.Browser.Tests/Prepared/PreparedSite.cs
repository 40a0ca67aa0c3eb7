using Qingshan.Web.Tests.Story;

namespace Qingshan.Browser.Tests.Prepared;

/// <summary>A site with a case at every step of its way, made through the API; it is 30 September 2026, so that some clocks have run out.</summary>
public sealed class PreparedSite : IAsyncLifetime
{
    internal StorySite Site { get; } = new();

    internal Proceeding Raised { get; private set; } = null!;

    internal Proceeding OnSite { get; private set; } = null!;

    /// <summary>The laboratory found 1.99 mg/L: no duty to transfer.</summary>
    internal Proceeding Below { get; private set; } = null!;

    /// <summary>Reached a week ago, and nobody transferred it.</summary>
    internal Proceeding Forgotten { get; private set; } = null!;

    internal Proceeding Reported { get; private set; } = null!;

    /// <summary>Sent a week ago, and the police did nothing.</summary>
    internal Proceeding Late { get; private set; } = null!;

    internal Proceeding Accepted { get; private set; } = null!;

    /// <summary>At the end of its way.</summary>
    internal Proceeding Ended { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Site.InitializeAsync();
        Forgotten = await Proceeding.RaiseAsync(Site);
        await Forgotten.ToResultAsync("2.90 mg/L");
        Late = await Proceeding.RaiseAsync(Site);
        await Late.ToSentAsync();
        Ended = await Proceeding.RaiseAsync(Site);
        await EndAsync();
        Raised = await Proceeding.RaiseAsync(Site);
        OnSite = await Proceeding.RaiseAsync(Site);
        await OnSite.ToSampleAsync();
        Below = await Proceeding.RaiseAsync(Site);
        await Below.ToResultAsync("1.99 mg/L");
        Reported = await Proceeding.RaiseAsync(Site);
        await Reported.ToReportAsync();
        Accepted = await Proceeding.RaiseAsync(Site);
        await Accepted.ToAcceptedAsync();
        (await Accepted.DoAsync(Posts.Police, $"/api/transfer/{Accepted.Transfer}/find-incomplete", new { missing = new[] { "site_sketch" }, note = "缺现场勘验图" })).Ok();
    }

    public Task DisposeAsync() => Site.DisposeAsync();

    private async Task EndAsync()
    {
        await Ended.ToTaskAsync();
        var now = SiteTimes.Iso(Site.Clock.Now);
        await Ended.CheckAsync(now, now);
        await Ended.TakeSampleAsync("SF-2026-001", now);
        await Ended.SeizeAsync(now);
        await Ended.PhotoAsync(1, now);
        await Ended.PhotoAsync(2, now);
        (await Ended.DoAsync(Posts.Inspector, $"/api/task/{Ended.Task}/finish", new { summary = "现场工作完成" })).Ok();
        await Ended.ReceiveSampleAsync();
        await Ended.OpenCaseAsync("舟环立〔2026〕3号");
        await Ended.TakeTaskAsync();
        await Ended.AddInquiryAsync(now);
        await Ended.RecordResultAsync("2.90 mg/L", now);
        await Ended.TakeResultAsync();
        await Ended.ReportAsync();
        Site.Clock.MoveTo("2026-09-24 08:30");
        await Ended.ApproveAsync();
        await Ended.MakeLetterAsync();
        await Ended.SendAsync();
        await Ended.SignReceiptAsync();
        await Ended.AcceptAsync();
        Site.Clock.MoveTo("2026-09-28 09:00");
        await Ended.FileAsync();
        await TransferAsync(Posts.Police, "notify-agency", new { number = "舟公通〔2026〕1号" });
        await TransferAsync(Posts.Inspector, "confirm-notice-received", new { });
        Site.Clock.MoveTo("2026-09-30 08:30");
        await TransferAsync(Posts.Inspector, "hand-over-items", new { place = "市局暂存库", condition = "封条完好" });
        await TransferAsync(Posts.Police, "acknowledge-items", new { remarks = "数量相符" });
    }

    private async Task TransferAsync(string post, string verb, object body) => (await Ended.DoAsync(post, $"/api/transfer/{Ended.Transfer}/{verb}", body)).Ok();
}
