namespace Qingshan.Web.Tests.Story;

/// <summary>Times to come and figures that cannot be: each is refused at its member, and nothing is written.</summary>
[Collection("story site")]
public sealed class BadFigureTests(StorySite site)
{
    [Fact]
    public async Task TimesToCome_AreRefusedEverywhere()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToSampleAsync();
        await proceeding.OpenCaseAsync("舟环立〔2026〕4号");
        var (now, later) = (SiteTimes.Iso(site.Clock.Now), SiteTimes.Iso(site.Clock.Now + NodaTime.Duration.FromSeconds(1)));
        var sha256 = await site.As(Posts.Inspector).UploadAsync("图.png", "image/png", [.. Proceeding.Png, 9]);
        var task = $"/api/task/{proceeding.Task}";
        await RefusedAsync(task + "/record-check", new { arrivedAt = now, leftAt = later, findings = "直排" }, "task.in-the-future", "leftAt");
        await RefusedAsync(task + "/record-check", new { arrivedAt = later, leftAt = now, findings = "直排" }, "task.end-before-start", "leftAt");
        await RefusedAsync(task + "/take-sample", Sample(later, "500 mL"), "task.in-the-future", "takenAt");
        await RefusedAsync(task + "/seize-items", Seizure(later, "2 桶"), "task.in-the-future", "seizedAt");
        await RefusedAsync(task + "/attach-photo", new { sha256, fileName = "图.png", takenAt = later, place = "", proves = "直排" }, "task.in-the-future", "takenAt");
        await RefusedAsync(
            $"/api/case/{proceeding.Case}/add-evidence", new { document = "site_sketch", title = "勘验图", sha256, proves = "现场", madeAt = later }, "case.in-the-future", "madeAt");
        await RefusedAsync($"/api/sample/{proceeding.Sample}/record-result", Result("2.90 mg/L", later), "task.in-the-future", "testedAt", Posts.Laboratory);
        await RefusedAsync(task + "/take-sample", Sample("2026-13-40T00:00:00Z", "500 mL"), "web.malformed", "takenAt");
        await RefusedAsync(task + "/take-sample", Sample("yesterday", "500 mL"), "web.malformed", "takenAt");
    }

    [Theory]
    [InlineData("-500 mL", "task.bad-amount")]
    [InlineData("0 mL", "task.bad-amount")]
    [InlineData("500", "web.malformed")]
    [InlineData("much water", "web.malformed")]
    [InlineData("1e5 mL", "web.malformed")]
    [InlineData("99999999999999999999999999999999 mL", "web.malformed")]
    public async Task SampleVolume_ThatCannotBe_IsRefused(string volume, string code)
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToTaskAsync();
        await RefusedAsync($"/api/task/{proceeding.Task}/take-sample", Sample(SiteTimes.Iso(site.Clock.Now), volume), code, "volume");
    }

    [Fact]
    public async Task Amounts_BelowZeroOrInAnotherUnit_AreRefused()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToSampleAsync();
        await proceeding.OpenCaseAsync("舟环立〔2026〕5号");
        var now = SiteTimes.Iso(site.Clock.Now);
        await RefusedAsync($"/api/task/{proceeding.Task}/seize-items", Seizure(now, "-2 桶"), "task.nothing-seized", "items");
        await RefusedAsync($"/api/sample/{proceeding.Sample}/record-result", Result("-1 mg/L", now), "sample.bad-concentration", "concentration", Posts.Laboratory);
        await RefusedAsync($"/api/sample/{proceeding.Sample}/record-result", Result("2.90 g/L", now), "sample.bad-concentration", "concentration", Posts.Laboratory);
        var fine = $"/api/case/{proceeding.Case}/decide-fine";
        await RefusedAsync(fine, new { number = "舟环罚〔2026〕5号", amount = "-5 CNY" }, "case.bad-value", "amount", Posts.Head);
        await RefusedAsync(fine, new { number = "舟环罚〔2026〕5号", amount = "5 桶" }, "case.bad-value", "amount", Posts.Head);
        await RefusedAsync($"/api/case/{proceeding.Case}/add-fact", new { name = "illegal_gains_yuan", item = "", value = "-1", basis = "账册" }, "case.bad-value", "value");
        await RefusedAsync($"/api/case/{proceeding.Case}/add-fact", new { name = "illegal_gains_yuan", item = "", value = "许多", basis = "账册" }, "case.bad-value", "value");
        await RefusedAsync($"/api/case/{proceeding.Case}/add-fact", new { name = "no_such_fact", item = "", value = "1", basis = "账册" }, "case.unknown-fact", "name");
    }

    private static object Sample(string takenAt, string volume) =>
        new { number = "SF-9", point = "DW001", takenAt, volume, seal = "F-9", factors = new[] { "w20117" } };

    private static object Seizure(string seizedAt, string amount) =>
        new { listNumber = "L-9", decisionNumber = "", seizedAt, items = new[] { new { name = "桶", amount, features = "", storedAt = "" } } };

    private static object Result(string concentration, string testedAt) =>
        new { report = "SFJC-9", factor = "w20117", concentration, method = "GB 7467-87", testedAt };

    private async Task RefusedAsync(string path, object body, string code, string field, string post = Posts.Inspector) =>
        (await site.As(post).DoAsync(path, body)).RefusedField(400, code, field);
}
