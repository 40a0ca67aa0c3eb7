using NodaTime;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Commands;
using Qingshan.Record;
using Qingshan.Record.Attachments;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Signals.Signals;
using Qingshan.Tasking.Samples;

namespace Qingshan.Tasking.Tasks;

/// <summary>Sends a task because of a confirmed signal.</summary>
public sealed record SendTask(string Agency, string What, Instant? DueAt = null);

/// <summary>Takes a task.</summary>
public sealed record AcceptTask;

/// <summary>Records the check on site.</summary>
public sealed record RecordCheck(Instant ArrivedAt, Instant LeftAt, string Findings, bool FirmPresent = false);

/// <summary>Records a sample.</summary>
/// <param name="Factors">Factor codes to be tested.</param>
public sealed record TakeSample(string Number, string Point, Instant TakenAt, Quantity Volume, string Seal, IReadOnlyList<string> Factors, bool FirmKeepsPart = false);

/// <summary>Records objects that were seized.</summary>
public sealed record SeizeItems(string ListNumber, string DecisionNumber, Instant SeizedAt, IReadOnlyList<SeizedItem> Items);

/// <summary>Attaches an uploaded photo or recording.</summary>
public sealed record AttachPhoto(string Sha256, string FileName, Instant TakenAt, string Place, string Proves);

/// <summary>Ends the task.</summary>
public sealed record FinishTask(string Summary);

/// <summary>What can be done with tasks.</summary>
public sealed class TaskCommands(CommandDesk desk, IDirectory directory, IAttachmentStore files, Ids ids)
{
    /// <summary>Sends a task; the signal and the task are written in one commit.</summary>
    public Task<Outcome<Done>> SendAsync(CommandContext context, string signalId, SendTask command, CancellationToken cancel) =>
        desk.RunAsync<Signal>(context, "signal.send-task", SignalCommands.Stream(signalId), command, (signal, changes) => Send(context, signal, command, changes), cancel);

    public Task<Outcome<Done>> AcceptAsync(CommandContext context, string id, AcceptTask command, CancellationToken cancel) =>
        RunAsync(context, "task.accept", id, command, (task, changes) => Accept(context, task, changes), cancel);

    public Task<Outcome<Done>> RecordCheckAsync(CommandContext context, string id, RecordCheck command, CancellationToken cancel) =>
        RunAsync(context, "task.record-check", id, command, (task, changes) => RecordCheck(task, command, changes), cancel);

    public Task<Outcome<Done>> TakeSampleAsync(CommandContext context, string id, TakeSample command, CancellationToken cancel) =>
        RunAsync(context, "task.take-sample", id, command, (task, changes) => TakeSample(task, command, changes), cancel);

    public Task<Outcome<Done>> SeizeItemsAsync(CommandContext context, string id, SeizeItems command, CancellationToken cancel) =>
        RunAsync(context, "task.seize-items", id, command, (task, changes) => SeizeItems(task, command, changes), cancel);

    public Task<Outcome<Done>> AttachPhotoAsync(CommandContext context, string id, AttachPhoto command, CancellationToken cancel) =>
        RunAsync(context, "task.attach-photo", id, command, (task, changes) => AttachPhoto(context, task, command, changes), cancel);

    public Task<Outcome<Done>> FinishAsync(CommandContext context, string id, FinishTask command, CancellationToken cancel) =>
        RunAsync(context, "task.finish", id, command, (task, changes) => Finish(task, command, changes), cancel);

    private Task<Outcome<Done>> RunAsync(CommandContext context, string verb, string id, object command, Func<FieldTask, Changes, Refusal?> rules, CancellationToken cancel) =>
        desk.RunAsync<FieldTask>(
            context, verb, new StreamId(FieldTask.Kind, id), command,
            (task, changes) => task.State == TaskState.Done ? TaskReasons.Finished.Refuse() : rules(task, changes), cancel);

    private Refusal? Send(CommandContext context, Signal signal, SendTask command, Changes changes)
    {
        if (signal.State != SignalState.Confirmed)
            return SignalReasons.NotConfirmed.Refuse();
        if (directory.FindAgency(command.Agency) is null)
            return TaskReasons.UnknownAgency.RefuseField("agency", ("agency", command.Agency));
        if (string.IsNullOrWhiteSpace(command.What))
            return TaskReasons.TextMissing.RefuseField("what");
        if (command.DueAt <= changes.Now)
            return TaskReasons.DueInThePast.RefuseField("dueAt");
        var task = new StreamId(FieldTask.Kind, ids.New());
        changes.Add(new SignalTaskSent(task, command.Agency));
        changes.AddTo(task, 0, new TaskSent(
            context.Who.Agency.Id, command.Agency, signal.Stream, signal.Raised?.Enterprise ?? "", signal.Raised?.Outlet ?? "", signal.Head!.Division, command.What.Trim(), command.DueAt));
        return null;
    }

    private Refusal? Accept(CommandContext context, FieldTask task, Changes changes)
    {
        var person = directory.FindPerson(context.Who.Person);
        if (person is null || person.Certificates.Count == 0)
            return TaskReasons.NoCertificate.Refuse();
        if (task.Officers.Any(officer => officer.Officer == person.Id))
            return TaskReasons.AlreadyAccepted.Refuse();
        changes.Add(new TaskAccepted(person.Id, person.Certificates[0]));
        return null;
    }

    private static Refusal? RecordCheck(FieldTask task, RecordCheck command, Changes changes)
    {
        if (command.LeftAt > changes.Now)
            return TaskReasons.InTheFuture.RefuseField("leftAt");
        if (command.LeftAt < command.ArrivedAt)
            return TaskReasons.EndBeforeStart.RefuseField("leftAt");
        var officers = task.OfficersAt(command.LeftAt);
        if (officers.Count < 2)
            return TaskReasons.TwoOfficers.Refuse();
        if (string.IsNullOrWhiteSpace(command.Findings))
            return TaskReasons.TextMissing.RefuseField("findings");
        changes.Add(
            new CheckRecorded(command.ArrivedAt, command.LeftAt, officers, command.Findings.Trim(), command.FirmPresent), command.ArrivedAt);
        return null;
    }

    private Refusal? TakeSample(FieldTask task, TakeSample command, Changes changes)
    {
        if (command.TakenAt > changes.Now)
            return TaskReasons.InTheFuture.RefuseField("takenAt");
        var officers = task.OfficersAt(command.TakenAt);
        if (officers.Count < 2)
            return TaskReasons.TwoOfficers.Refuse();
        if (string.IsNullOrWhiteSpace(command.Number) || string.IsNullOrWhiteSpace(command.Seal))
            return TaskReasons.TextMissing.RefuseField(string.IsNullOrWhiteSpace(command.Number) ? "number" : "seal");
        if (command.Factors.Count == 0)
            return TaskReasons.TextMissing.RefuseField("factors");
        if (command.Volume.Value <= 0)
            return TaskReasons.BadAmount.RefuseField("volume");
        var sample = new StreamId(Sample.Kind, ids.New());
        var laboratory = directory.FindSameLevel(CityOf(task.Sent!.Division), AgencyKind.Laboratory)?.Id ?? "";
        changes.Add(new TaskSampleTaken(sample, command.Number.Trim()), command.TakenAt);
        changes.AddTo(sample, 0, new SampleTaken(
            command.Number.Trim(), task.Stream, task.Sent.To, laboratory, task.Sent.Division, task.Sent.Outlet, command.Point.Trim(), command.TakenAt,
            command.Volume, command.Seal.Trim(), command.Factors, officers, command.FirmKeepsPart));
        return null;
    }

    // The laboratory serves the city; a county's sample goes there too.
    private static string CityOf(string division) => division.Length == 6 ? division[..4] + "00" : division;

    private static Refusal? SeizeItems(FieldTask task, SeizeItems command, Changes changes)
    {
        if (command.SeizedAt > changes.Now)
            return TaskReasons.InTheFuture.RefuseField("seizedAt");
        if (task.OfficersAt(command.SeizedAt).Count < 2)
            return TaskReasons.TwoOfficers.Refuse();
        if (string.IsNullOrWhiteSpace(command.ListNumber))
            return TaskReasons.TextMissing.RefuseField("listNumber");
        if (command.Items.Count == 0 || command.Items.Any(item => item.Amount.Value <= 0 || string.IsNullOrWhiteSpace(item.Name)))
            return TaskReasons.NothingSeized.RefuseField("items");
        changes.Add(new ItemsSeized(command.ListNumber.Trim(), command.DecisionNumber.Trim(), command.SeizedAt, command.Items), command.SeizedAt);
        return null;
    }

    private Refusal? AttachPhoto(CommandContext context, FieldTask task, AttachPhoto command, Changes changes)
    {
        if (command.Sha256.Length == 0)
            return TaskReasons.FileMissing.RefuseField("sha256");
        if (files.Find(command.Sha256) is not { } file)
            return TaskReasons.UnknownFile.RefuseField("sha256", ("sha256", command.Sha256));
        if (command.TakenAt > changes.Now)
            return TaskReasons.InTheFuture.RefuseField("takenAt");
        if (string.IsNullOrWhiteSpace(command.Proves))
            return TaskReasons.TextMissing.RefuseField("proves");
        if (task.Photos.All(photo => photo.Sha256 != file.Sha256))
        {
            changes.Add(
                new PhotoAttached(file.Sha256, file.MediaType, file.Length, command.FileName, command.TakenAt, context.Who.Person, command.Place.Trim(), command.Proves.Trim()),
                command.TakenAt);
            return null;
        }

        return TaskReasons.AlreadyAttached.Refuse();
    }

    private static Refusal? Finish(FieldTask task, FinishTask command, Changes changes)
    {
        if (task.Checks.Count == 0)
            return TaskReasons.NoCheck.Refuse();
        changes.Add(new TaskFinished(command.Summary.Trim()));
        return null;
    }
}
