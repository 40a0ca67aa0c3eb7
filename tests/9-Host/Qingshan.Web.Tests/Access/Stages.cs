using Qingshan.Directory.Access;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Web.Tests.Access;

/// <summary>Objects at each stage that the story passes through, made by the story's own steps.</summary>
internal static class Stages
{
    public static async Task<IReadOnlyList<Subject>> MakeAsync(StorySite site)
    {
        var open = await Proceeding.RaiseAsync(site);
        var administrative = await AtAsync(site, p => p.ToResultAsync("1.99 mg/L"));
        var reached = await AtAsync(site, p => p.ToResultAsync("2.00 mg/L"));
        var reported = await AtAsync(site, p => p.ToReportAsync());
        var sent = await AtAsync(site, p => p.ToSentAsync());
        var filed = await AtAsync(site, async p =>
        {
            await p.ToAcceptedAsync();
            await p.FileAsync();
        });
        var refused = await AtAsync(site, p => RefuseAndCloseAsync(site, p));
        var closed = await AtAsync(site, async p =>
        {
            await p.ToResultAsync("1.99 mg/L");
            (await p.DoAsync(Posts.Inspector, $"/api/case/{p.Case}/close", new { ending = "no-violation", reason = "未超过追诉标准" })).Ok();
        });
        Proceeding[] cases = [administrative, reached, reported, sent, filed, refused, closed];
        Proceeding[] transfers = [reported, sent, filed, refused];
        return
        [
            (await open.SignalAsync()).Subject, (await filed.SignalAsync()).Subject,
            (await sent.TaskAsync()).Subject, (await refused.TaskAsync()).Subject, (await sent.SampleAsync()).Subject,
            .. await Task.WhenAll(cases.Select(async p => (await p.CaseAsync()).Subject)),
            .. await Task.WhenAll(transfers.Select(async p => (await p.TransferAsync()).Subject)),
        ];
    }

    private static async Task<Proceeding> AtAsync(StorySite site, Func<Proceeding, Task> walk)
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await walk(proceeding);
        return proceeding;
    }

    private static async Task RefuseAndCloseAsync(StorySite site, Proceeding proceeding)
    {
        await proceeding.ToReportAsync();
        (await proceeding.DoAsync(Posts.Head, $"/api/transfer/{proceeding.Transfer}/refuse", new { reasons = "采样程序存疑" })).Ok();
        (await proceeding.DoAsync(Posts.Inspector, $"/api/task/{proceeding.Task}/finish", new { summary = "完成" })).Ok();
        (await proceeding.DoAsync(Posts.Inspector, $"/api/case/{proceeding.Case}/close", new { ending = "other", reason = "不移送，已结" })).Ok();
    }
}
