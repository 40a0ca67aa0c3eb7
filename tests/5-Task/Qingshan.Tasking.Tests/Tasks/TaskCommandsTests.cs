using NodaTime;
using Qingshan.Directory.Commands;
using Qingshan.Record.Reasons;
using Qingshan.Signals.Signals;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;

namespace Qingshan.Tasking.Tests.Tasks;

public sealed class TaskCommandsTests
{
    private static readonly Duration Soon = Duration.FromSeconds(1);
    private readonly TaskScene scene = new();

    [Fact]
    public async Task Send_WritesSignalAndTaskTogether()
    {
        await scene.SignalAsync(new SignalConfirmed(""));
        var due = scene.Now + Duration.FromDays(1);
        (await scene.Commands.SendAsync(scene.Bench.By("duty"), "s1", new("env", " 现场检查 ", due), default)).Require();
        var (task, agency) = Assert.Single((await scene.Bench.StateAsync<Signal>(TaskScene.Signal)).Tasks);
        var sent = (await scene.Bench.StateAsync<FieldTask>(task)).Sent!;
        Assert.Equal(("env", "centre", "env", "现场检查", due), (agency, sent.From, sent.To, sent.What, sent.DueAt));
        Assert.Equal(TaskScene.Signal, sent.Signal);
    }

    [Fact]
    public async Task Send_Refusals()
    {
        await scene.SignalAsync();
        await SendRefusedAsync("env", "检查", SignalReasons.NotConfirmed);
        await scene.Bench.Record.GivenAsync(TaskScene.Signal, new SignalConfirmed(""));
        await SendRefusedAsync("nobody", "检查", TaskReasons.UnknownAgency, "agency");
        await SendRefusedAsync("env", " ", TaskReasons.TextMissing, "what");
        await scene.Bench.Record.GivenAsync(TaskScene.Signal, new SignalWithdrawn("late-data"));
        await SendRefusedAsync("env", "检查", SignalReasons.NotConfirmed);
    }

    [Fact]
    public async Task Accept_NamesOfficerAndCertificate_OnceEach()
    {
        await scene.SentAsync(officers: 1);
        await AcceptRefusedAsync("inspector", TaskReasons.AlreadyAccepted);
        await AcceptRefusedAsync("trainee", TaskReasons.NoCertificate);
        var state = await scene.StateAsync();
        Assert.Equal([new TaskOfficer("inspector", "证-inspector", scene.Now)], state.Officers);
        Assert.Equal((TaskState.Accepted, "open"), (state.State, state.Subject.Stage));
    }

    [Fact]
    public async Task OneOfficer_IsNotEnoughForAnything()
    {
        await scene.SentAsync(officers: 1);
        await RefusedAsync(by => scene.Commands.RecordCheckAsync(by, "t1", scene.Check(), default), TaskReasons.TwoOfficers);
        await RefusedAsync(by => scene.Commands.TakeSampleAsync(by, "t1", scene.Sample(), default), TaskReasons.TwoOfficers);
        await RefusedAsync(by => scene.Commands.SeizeItemsAsync(by, "t1", scene.Seizure(TaskScene.Drum()), default), TaskReasons.TwoOfficers);
    }

    [Fact]
    public async Task WhoCameLater_HasNotSigned()
    {
        await scene.SentAsync();
        var (first, later) = (scene.Now, scene.Now + Duration.FromHours(2));
        var check = scene.Check();
        scene.Bench.Time.Advance(Duration.FromHours(2));
        (await scene.Commands.AcceptAsync(scene.Bench.By("head"), "t1", new AcceptTask(), default)).Require();
        (await scene.Commands.RecordCheckAsync(scene.Bench.By("inspector"), "t1", check, default)).Require();
        (await scene.Commands.RecordCheckAsync(scene.Bench.By("inspector"), "t1", check with { LeftAt = later }, default)).Require();
        (await scene.Commands.TakeSampleAsync(scene.Bench.By("inspector"), "t1", scene.Sample() with { TakenAt = first }, default)).Require();
        var state = await scene.StateAsync();
        Assert.Equal(["inspector inspector-2", "inspector inspector-2 head"], state.Checks.Select(made => string.Join(' ', made.Officers)));
        Assert.Equal(["inspector", "inspector-2"], (await scene.Bench.StateAsync<Sample>(state.Samples[0].Sample)).Taken!.Officers);
    }

    [Fact]
    public async Task AnActBeforeTwoHadAccepted_IsNotSignedAfterwards()
    {
        await scene.SentAsync(officers: 1);
        var ended = scene.Now;
        scene.Bench.Time.Advance(Duration.FromHours(1));
        (await scene.Commands.AcceptAsync(scene.Bench.By("inspector-2"), "t1", new AcceptTask(), default)).Require();
        var check = scene.Check();
        await RefusedAsync(by => scene.Commands.RecordCheckAsync(by, "t1", check with { LeftAt = ended }, default), TaskReasons.TwoOfficers);
        await RefusedAsync(by => scene.Commands.TakeSampleAsync(by, "t1", scene.Sample() with { TakenAt = ended }, default), TaskReasons.TwoOfficers);
        await RefusedAsync(by => scene.Commands.SeizeItemsAsync(by, "t1", scene.Seizure(TaskScene.Drum()) with { SeizedAt = ended }, default), TaskReasons.TwoOfficers);
        (await scene.Commands.RecordCheckAsync(scene.Bench.By("inspector"), "t1", check, default)).Require();
    }

    [Fact]
    public async Task Check_Refusals()
    {
        await scene.SentAsync();
        var check = scene.Check();
        await CheckRefusedAsync(check with { LeftAt = scene.Now + Soon }, TaskReasons.InTheFuture, "leftAt");
        await CheckRefusedAsync(check with { ArrivedAt = check.LeftAt + Soon }, TaskReasons.EndBeforeStart, "leftAt");
        await CheckRefusedAsync(check with { Findings = "\t" }, TaskReasons.TextMissing, "findings");
        (await scene.Commands.RecordCheckAsync(scene.Bench.By("inspector"), "t1", check, default)).Require();
        var recorded = Assert.Single((await scene.StateAsync()).Checks);
        Assert.Equal(["inspector", "inspector-2"], recorded.Officers);
    }

    [Fact]
    public async Task Sample_Refusals()
    {
        await scene.SentAsync();
        var sample = scene.Sample();
        await SampleRefusedAsync(sample with { TakenAt = scene.Now + Soon }, TaskReasons.InTheFuture, "takenAt");
        await SampleRefusedAsync(sample with { Number = "" }, TaskReasons.TextMissing, "number");
        await SampleRefusedAsync(sample with { Seal = " " }, TaskReasons.TextMissing, "seal");
        await SampleRefusedAsync(sample with { Factors = [] }, TaskReasons.TextMissing, "factors");
        await SampleRefusedAsync(sample with { Volume = new(0, "mL") }, TaskReasons.BadAmount, "volume");
    }

    [Fact]
    public async Task Sample_OfACounty_GoesToTheCitysLaboratory_AndNamesNoFirm()
    {
        await scene.Bench.Record.GivenAsync(TaskScene.Task, TaskScene.Sent with { Division = "330921" });
        foreach (var officer in new[] { "inspector", "inspector-2" })
            (await scene.Commands.AcceptAsync(scene.Bench.By(officer), "t1", new AcceptTask(), default)).Require();
        var takenAt = scene.Now;
        scene.Bench.Time.Advance(Duration.FromHours(2));
        (await scene.Commands.TakeSampleAsync(scene.Bench.By("inspector"), "t1", scene.Sample() with { TakenAt = takenAt }, default)).Require();
        var task = Assert.Single((await scene.StateAsync()).Samples);
        var sample = await scene.Bench.StateAsync<Sample>(task.Sample);
        Assert.Equal(("lab", "DW001", takenAt, takenAt), (sample.Taken!.Laboratory, sample.Taken.Outlet, sample.Taken.TakenAt, task.TakenAt));
        Assert.DoesNotContain("firm", sample.Taken.ToString(), StringComparison.Ordinal);
        Assert.Equal(["lab"], sample.Subject.Receiving);
    }

    [Fact]
    public async Task Seizure_Refusals()
    {
        await scene.SentAsync();
        await SeizureRefusedAsync(scene.Seizure(TaskScene.Drum()) with { SeizedAt = scene.Now + Soon }, TaskReasons.InTheFuture, "seizedAt");
        await SeizureRefusedAsync(scene.Seizure(TaskScene.Drum()) with { ListNumber = " " }, TaskReasons.TextMissing, "listNumber");
        await SeizureRefusedAsync(scene.Seizure(), TaskReasons.NothingSeized, "items");
        await SeizureRefusedAsync(scene.Seizure(TaskScene.Drum(), TaskScene.Drum(0)), TaskReasons.NothingSeized, "items");
        await SeizureRefusedAsync(scene.Seizure(TaskScene.Drum() with { Name = " " }), TaskReasons.NothingSeized, "items");
    }

    [Fact]
    public async Task Photo_Refusals()
    {
        await scene.SentAsync();
        var photo = scene.Photo();
        await PhotoRefusedAsync(photo with { Sha256 = new string('0', 64) }, TaskReasons.UnknownFile, "sha256");
        await PhotoRefusedAsync(photo with { TakenAt = scene.Now + Soon }, TaskReasons.InTheFuture, "takenAt");
        await PhotoRefusedAsync(photo with { Proves = " " }, TaskReasons.TextMissing, "proves");
        (await scene.Commands.AttachPhotoAsync(scene.Bench.By("inspector"), "t1", photo, default)).Require();
        await PhotoRefusedAsync(photo with { FileName = "again.png" }, TaskReasons.AlreadyAttached);
        var attached = Assert.Single((await scene.StateAsync()).Photos);
        Assert.Equal(("image/png", 1L, "inspector"), (attached.MediaType, attached.Length, attached.TakenBy));
    }

    [Fact]
    public async Task Finish_NeedsACheck_AndEndsTheTask()
    {
        await scene.SentAsync();
        await RefusedAsync(by => scene.Commands.FinishAsync(by, "t1", new("完成"), default), TaskReasons.NoCheck);
        (await scene.Commands.RecordCheckAsync(scene.Bench.By("inspector"), "t1", scene.Check(), default)).Require();
        (await scene.Commands.FinishAsync(scene.Bench.By("inspector"), "t1", new(" 完成 "), default)).Require();
        var state = await scene.StateAsync();
        Assert.Equal((TaskState.Done, "完成", "done"), (state.State, state.Summary, state.Subject.Stage));
        await RefusedAsync(by => scene.Commands.AcceptAsync(by, "t1", new AcceptTask(), default), TaskReasons.Finished);
        await RefusedAsync(by => scene.Commands.RecordCheckAsync(by, "t1", scene.Check(), default), TaskReasons.Finished);
        await RefusedAsync(by => scene.Commands.TakeSampleAsync(by, "t1", scene.Sample(), default), TaskReasons.Finished);
        await RefusedAsync(by => scene.Commands.SeizeItemsAsync(by, "t1", scene.Seizure(TaskScene.Drum()), default), TaskReasons.Finished);
        await RefusedAsync(by => scene.Commands.AttachPhotoAsync(by, "t1", scene.Photo(), default), TaskReasons.Finished);
        await RefusedAsync(by => scene.Commands.FinishAsync(by, "t1", new(""), default), TaskReasons.Finished);
    }

    private Task SendRefusedAsync(string agency, string what, Reason reason, string? field = null) =>
        scene.Bench.RefusedAsync(() => scene.Commands.SendAsync(scene.Bench.By("duty"), "s1", new(agency, what), default), reason, field);

    private Task AcceptRefusedAsync(string officer, Reason reason) =>
        scene.Bench.RefusedAsync(() => scene.Commands.AcceptAsync(scene.Bench.By(officer), "t1", new AcceptTask(), default), reason);

    private Task CheckRefusedAsync(RecordCheck check, Reason reason, string field) =>
        RefusedAsync(by => scene.Commands.RecordCheckAsync(by, "t1", check, default), reason, field);

    private Task SampleRefusedAsync(TakeSample sample, Reason reason, string field) =>
        RefusedAsync(by => scene.Commands.TakeSampleAsync(by, "t1", sample, default), reason, field);

    private Task SeizureRefusedAsync(SeizeItems seizure, Reason reason, string field) =>
        RefusedAsync(by => scene.Commands.SeizeItemsAsync(by, "t1", seizure, default), reason, field);

    private Task PhotoRefusedAsync(AttachPhoto photo, Reason reason, string? field = null) =>
        RefusedAsync(by => scene.Commands.AttachPhotoAsync(by, "t1", photo, default), reason, field);

    private Task RefusedAsync(Func<CommandContext, Task<Outcome<Done>>> command, Reason reason, string? field = null) =>
        scene.Bench.RefusedAsync(() => command(scene.Bench.By("inspector")), reason, field);
}
