using System.Globalization;
using Qingshan.Directory.Commands;
using Qingshan.Record;
using Qingshan.Record.Attachments;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;

namespace Qingshan.Cases.Cases;

/// <summary>Takes what the officers recorded in a task into the case file.</summary>
public sealed record TakeTask(string Task);

/// <summary>Takes a laboratory result into the case file, as evidence.</summary>
public sealed record TakeResult(string Sample, string Factor);

/// <summary>Work that was done outside the case comes into its file by an officer's decision, not by itself.</summary>
public sealed class TakeIntoFileCommands(CommandDesk desk, CaseScreening screening, IRecord record, IAttachmentStore files, Ids ids)
{
    public Task<Outcome<Done>> TakeTaskAsync(CommandContext context, string id, TakeTask command, CancellationToken cancel) =>
        desk.RunAsync<Case>(
            context, "case.take-task", CaseCommands.Stream(id), command,
            async (state, changes, stop) =>
            {
                var history = await record.ReadAsync(new StreamId(FieldTask.Kind, command.Task), cancel: stop);
                return Take(state, history.Fold<FieldTask>(), changes);
            },
            cancel);

    public Task<Outcome<Done>> TakeResultAsync(CommandContext context, string id, TakeResult command, CancellationToken cancel) =>
        desk.RunAsync<Case>(
            context, "case.take-result", CaseCommands.Stream(id), command,
            async (state, changes, stop) =>
            {
                var sample = (await record.ReadAsync(new StreamId(Sample.Kind, command.Sample), cancel: stop)).Fold<Sample>();
                var task = sample.Taken is null ? FieldTask.Empty : (await record.ReadAsync(sample.Taken.Task, cancel: stop)).Fold<FieldTask>();
                return Take(state, sample, task, command, changes);
            },
            cancel);

    private Refusal? Take(Case state, FieldTask task, Changes changes)
    {
        if (!IsOfCase(state, task))
            return CaseReasons.NotOfCase.RefuseField("task");
        var before = changes.NewVersion;
        foreach (var item in Items(task).Where(item => !InFile.Has(state, item)))
            changes.Add(item, item.MadeAt);
        foreach (var seizure in task.Seizures.Where(list => state.Objects.All(held => held.ListNumber != list.ListNumber)))
        {
            changes.Add(new ObjectsListed(
                seizure.ListNumber, task.Stream, [.. seizure.Items.Select(i => new HeldObject(i.Name, i.Amount, i.Features, i.StoredAt))]), seizure.SeizedAt);
        }

        return changes.NewVersion == before ? CaseReasons.AlreadyTaken.Refuse() : null;
    }

    private static bool IsOfCase(Case state, FieldTask task) => task.Sent is not null && task.Sent.Signal == state.Opened!.Signal;

    private IEnumerable<EvidenceAdded> Items(FieldTask task)
    {
        foreach (var check in task.Checks)
            yield return Recorded(task, "inspection_record", "现场检查（勘察）笔录", check.Findings, check.ArrivedAt, string.Join(' ', check.Officers));
        foreach (var sample in task.Samples)
            yield return Recorded(task, "sampling_record", $"采样记录单 {sample.Number}", sample.Number, sample.TakenAt, Signers(task, sample.TakenAt));
        foreach (var seizure in task.Seizures)
        {
            yield return Recorded(task, "coercive_measure_record", $"查封（扣押）现场笔录 {seizure.ListNumber}", seizure.ListNumber, seizure.SeizedAt, Signers(task, seizure.SeizedAt));
            yield return Recorded(task, "item_list", $"涉案物品清单 {seizure.ListNumber}", seizure.ListNumber, seizure.SeizedAt, Signers(task, seizure.SeizedAt));
            if (seizure.DecisionNumber.Length > 0)
                yield return Recorded(task, "coercive_measure_decision", $"查封（扣押）决定书 {seizure.DecisionNumber}", seizure.DecisionNumber, seizure.SeizedAt, Signers(task, seizure.SeizedAt));
        }

        if (task.Photos.Count > 0)
            yield return Recorded(task, "photo_list", "现场照片、录像清单", "photo_list", task.Photos[0].TakenAt, task.Photos[0].TakenBy);
        foreach (var photo in task.Photos)
        {
            yield return new(
                ids.New(), "site_photo", photo.FileName, photo.Sha256, photo.MediaType, photo.Length, photo.Proves, photo.TakenAt, photo.TakenBy, photo.Place, task.Stream);
        }
    }

    // Both sign: two officers with certificates (行政处罚法 42).
    private static string Signers(FieldTask task, NodaTime.Instant at) => string.Join(' ', task.OfficersAt(at));

    private EvidenceAdded Recorded(FieldTask task, string document, string title, string proves, NodaTime.Instant madeAt, string madeBy) =>
        new(ids.New(), document, title, "", "", 0, proves, madeAt, madeBy, "", task.Stream);

    private Refusal? Take(Case state, Sample sample, FieldTask task, TakeResult command, Changes changes)
    {
        if (sample.Taken is null || !IsOfCase(state, task))
            return CaseReasons.NotOfCase.RefuseField("sample");
        var results = sample.Results.Where(result => result.Factor == command.Factor).ToList();
        if (results.Count == 0)
            return CaseReasons.NoResult.RefuseField("factor");
        // A factor that was tested again has several results, and each comes into the file.
        if (results.Find(result => !InFile.Has(state, sample.Stream, result)) is not { } result)
            return CaseReasons.AlreadyTaken.Refuse();
        changes.Add(
            new EvidenceAdded(
                ids.New(), "test_report", InFile.Title(result), result.Sha256, result.MediaType, files.Find(result.Sha256)?.Length ?? 0,
                FactItems.Proven(result), result.TestedAt, "", sample.Taken.Laboratory, sample.Stream),
            result.TestedAt);
        return screening.AddFact(state, Measured(sample, result), changes);
    }

    // Whoever broke the seal may have changed the sample: what it shows is a lead, and cannot bear a decision.
    private static FactRecorded Measured(Sample sample, SampleResultRecorded result)
    {
        var intact = sample.Received is { SealIntact: true };
        return new(
            "concentration_mg_l", FactItems.Of(result.Factor), result.Concentration.Value.ToString(CultureInfo.InvariantCulture),
            intact ? FactStanding.Evidence : FactStanding.Lead, sample.Stream,
            intact
                ? new($"监测报告 {result.Report}（{result.Method}）", $"laboratory report {result.Report} ({result.Method})")
                : new(
                    $"监测报告 {result.Report}（{result.Method}）：收样时封条破损，仅作线索",
                    $"laboratory report {result.Report} ({result.Method}): the seal was broken on receipt, so only a lead"));
    }
}
