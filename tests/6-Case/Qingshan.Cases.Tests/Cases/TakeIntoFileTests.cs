using Qingshan.Cases.Cases;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Tasking.Tasks;

namespace Qingshan.Cases.Tests.Cases;

/// <summary>What was done outside comes into the file by decision, once, and only where it belongs.</summary>
public sealed class TakeIntoFileTests
{
    private readonly CaseScene scene = new();

    [Fact]
    public async Task TakeTask_TakesEveryDocument_Once()
    {
        await scene.OpenedAsync();
        await scene.FieldWorkAsync();
        (await scene.Take.TakeTaskAsync(scene.Bench.By("inspector"), scene.Case.Key, new("t1"), default)).Require();
        var state = await scene.StateAsync();
        Assert.Equal(
            ["inspection_record", "sampling_record", "coercive_measure_record", "item_list", "coercive_measure_decision", "photo_list", "site_photo"],
            state.Evidence.Select(item => item.Document));
        Assert.Equal(("含铬废液桶", "2 桶"), (state.Objects[0].Objects[0].Name, state.Objects[0].Objects[0].Amount.ToString()));
        await scene.Bench.RefusedAsync(() => scene.Take.TakeTaskAsync(scene.Bench.By("inspector"), scene.Case.Key, new("t1"), default), CaseReasons.AlreadyTaken);
    }

    [Fact]
    public async Task TakeTask_OfAnotherSignal_IsRefused()
    {
        await scene.OpenedAsync();
        await TaskRefusedAsync("unknown");
        await scene.FieldWorkAsync(signal: new StreamId("signal", "other"));
        await TaskRefusedAsync("t1");
        await ResultRefusedAsync("w20117", CaseReasons.NotOfCase, "sample");
    }

    [Fact]
    public async Task TakeResult_TurnsTheLeadIntoEvidence_AndTheDutyArises()
    {
        await scene.OpenedAsync();
        await scene.FieldWorkAsync();
        await ResultRefusedAsync("w20117", CaseReasons.NoResult, "factor");
        await scene.ResultAsync("2.90 mg/L");
        await ResultRefusedAsync("w01018", CaseReasons.NoResult, "factor");
        (await scene.Take.TakeResultAsync(scene.Bench.By("inspector"), scene.Case.Key, new("p1", "w20117"), default)).Require();
        var state = await scene.StateAsync();
        var fact = state.Facts.Single(fact => fact.Name == "concentration_mg_l");
        Assert.Equal(("Cr6", "2.90", FactStanding.Evidence, CaseScene.Sample), (fact.Item, fact.Value, fact.Standing, fact.Source));
        Assert.Equal((TransferDuty.Open, "test_report"), (state.Duty, state.Evidence[^1].Document));
        await ResultRefusedAsync("w20117", CaseReasons.AlreadyTaken);
    }

    [Fact]
    public async Task TakeTask_ASecondCheckOfTheSameTask_ComesInToo()
    {
        await scene.OpenedAsync();
        await scene.FieldWorkAsync();
        (await scene.Take.TakeTaskAsync(scene.Bench.By("inspector"), scene.Case.Key, new("t1"), default)).Require();
        scene.Bench.Time.Advance(NodaTime.Duration.FromHours(1));
        await scene.Bench.Record.GivenAsync(CaseScene.Task, new CheckRecorded(scene.Bench.Now, scene.Bench.Now, ["inspector", "inspector-2"], "直排", true));
        (await scene.Take.TakeTaskAsync(scene.Bench.By("inspector"), scene.Case.Key, new("t1"), default)).Require();
        var checks = (await scene.StateAsync()).Evidence.Where(item => item.Document == "inspection_record").ToList();
        Assert.Equal([scene.Bench.Now - NodaTime.Duration.FromHours(1), scene.Bench.Now], checks.Select(item => item.MadeAt));
    }

    [Fact]
    public async Task TakeResult_EveryFactorOfOneReport_WithTheLengthOfItsFile()
    {
        await scene.OpenedAsync();
        await scene.FieldWorkAsync(factors: ["w20117", "w21003"]);
        var file = scene.Bench.Files.Put("%PDF-1.7"u8, "application/pdf");
        await scene.ResultAsync("2.90 mg/L", sha256: file.Sha256);
        await scene.ResultAsync("2.90 mg/L", factor: "w21003", sha256: file.Sha256);
        await scene.TakeResultAsync();
        await scene.TakeResultAsync("w21003");
        var reports = (await scene.StateAsync()).Evidence;
        Assert.Equal([("监测报告 R-1", 8L, "application/pdf"), ("监测报告 R-1", 8L, "application/pdf")], reports.Select(item => (item.Title, item.Length, item.MediaType)));
        Assert.Equal(2, reports.Select(item => item.Proves).Distinct().Count());
    }

    [Fact]
    public async Task TakeResult_OfASampleWithABrokenSeal_IsALead()
    {
        await scene.OpenedAsync();
        await scene.FieldWorkAsync(sealIntact: false);
        await scene.ResultAsync("2.90 mg/L");
        await scene.TakeResultAsync();
        var state = await scene.StateAsync();
        Assert.Equal((FactStanding.Lead, TransferDuty.None), (state.Facts.Single(fact => fact.Name == "concentration_mg_l").Standing, state.Duty));
        Assert.Equal(
            ("2.90", "监测报告 R-1（GB 7467-87）：收样时封条破损，仅作线索"),
            (await scene.Bench.BodiesAsync(scene.Case)).OfType<FactRecorded>().Select(fact => (fact.Value, fact.Basis.Zh)).Last());
    }

    private Task TaskRefusedAsync(string task) => scene.Bench.RefusedAsync(
        () => scene.Take.TakeTaskAsync(scene.Bench.By("inspector"), scene.Case.Key, new(task), default), CaseReasons.NotOfCase, "task");

    private Task ResultRefusedAsync(string factor, Reason reason, string? field = null) => scene.Bench.RefusedAsync(
        () => scene.Take.TakeResultAsync(scene.Bench.By("inspector"), scene.Case.Key, new("p1", factor), default), reason, field);
}
