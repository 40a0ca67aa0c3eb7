using Qingshan.Cases.Cases;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;

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

    private Task TaskRefusedAsync(string task) => scene.Bench.RefusedAsync(
        () => scene.Take.TakeTaskAsync(scene.Bench.By("inspector"), scene.Case.Key, new(task), default), CaseReasons.NotOfCase, "task");

    private Task ResultRefusedAsync(string factor, Reason reason, string? field = null) => scene.Bench.RefusedAsync(
        () => scene.Take.TakeResultAsync(scene.Bench.By("inspector"), scene.Case.Key, new("p1", factor), default), reason, field);
}
