using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.Tasking.Tests.Tasks;

namespace Qingshan.Tasking.Tests.Samples;

public sealed class SampleCommandsTests
{
    private readonly TaskScene scene = new();

    [Fact]
    public async Task Result_NeedsTheSampleInHand_AndWhatWasAsked()
    {
        var sample = await scene.SampledAsync();
        await RefusedAsync(sample, Result(), SampleReasons.NotReceived);
        (await scene.Samples.ReceiveAsync(scene.Bench.By("analyst"), sample.Key, new(true, " 完好 "), default)).Require();
        await RefusedAsync(sample, Result() with { Factor = "w01018" }, SampleReasons.NotAsked, "factor");
        await RefusedAsync(sample, Result() with { Concentration = new(-0.01m, "mg/L") }, SampleReasons.BadConcentration, "concentration");
        await RefusedAsync(sample, Result() with { Concentration = new(2.9m, "μg/L") }, SampleReasons.BadConcentration, "concentration");
        await RefusedAsync(sample, Result() with { TestedAt = scene.Now + Duration.FromSeconds(1) }, TaskReasons.InTheFuture, "testedAt");
        await RefusedAsync(sample, Result() with { TestedAt = scene.Now - Duration.FromMinutes(1) }, SampleReasons.TestedBeforeReceipt, "testedAt");
        await RefusedAsync(sample, Result() with { Report = " " }, TaskReasons.TextMissing, "report");
        await RefusedAsync(sample, Result() with { Method = "" }, TaskReasons.TextMissing, "method");
        await RefusedAsync(sample, Result() with { Sha256 = new string('0', 64) }, TaskReasons.UnknownFile, "sha256");
    }

    [Fact]
    public async Task Sample_IsReceivedOnce_AndTested()
    {
        var sample = await scene.SampledAsync();
        var receive = new ReceiveSample(false, "封条破损");
        (await scene.Samples.ReceiveAsync(scene.Bench.By("analyst"), sample.Key, receive, default)).Require();
        await scene.Bench.RefusedAsync(() => scene.Samples.ReceiveAsync(scene.Bench.By("analyst"), sample.Key, receive, default), SampleReasons.AlreadyReceived);
        var before = await scene.Bench.StateAsync<Sample>(sample);
        Assert.Equal((new SampleReceived(false, "封条破损"), "open"), (before.Received, before.Subject.Stage));
        var file = scene.Bench.Files.Put("%PDF-1.7"u8, "application/pdf");
        (await scene.Samples.RecordResultAsync(scene.Bench.By("analyst"), sample.Key, Result() with { Sha256 = file.Sha256 }, default)).Require();
        var after = await scene.Bench.StateAsync<Sample>(sample);
        Assert.Equal("tested", after.Subject.Stage);
        Assert.Equal(["inspector", "inspector-2"], after.Subject.Team);
        var result = Assert.Single(after.Results);
        Assert.Equal(("2.90 mg/L", file.Sha256, "application/pdf"), (result.Concentration.ToString(), result.Sha256, result.MediaType));
    }

    private RecordResult Result() => new("R-1", "w20117", new(2.90m, "mg/L"), "GB 7467-87", scene.Now);

    private Task RefusedAsync(StreamId sample, RecordResult result, Reason reason, string? field = null) =>
        scene.Bench.RefusedAsync(() => scene.Samples.RecordResultAsync(scene.Bench.By("analyst"), sample.Key, result, default), reason, field);
}
