using NodaTime;
using Qingshan.Directory.Commands;
using Qingshan.Record.Attachments;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Tasking.Tasks;

namespace Qingshan.Tasking.Samples;

/// <summary>Signs for a sample.</summary>
public sealed record ReceiveSample(bool SealIntact, string Condition = "");

/// <summary>Records a result.</summary>
public sealed record RecordResult(string Report, string Factor, Quantity Concentration, string Method, Instant TestedAt, string Sha256 = "");

/// <summary>The laboratory's verbs.</summary>
public sealed class SampleCommands(CommandDesk desk, IAttachmentStore files)
{
    public Task<Outcome<Done>> ReceiveAsync(CommandContext context, string id, ReceiveSample command, CancellationToken cancel) =>
        desk.RunAsync<Sample>(context, "sample.receive", new StreamId(Sample.Kind, id), command, (sample, changes) => Receive(sample, command, changes), cancel);

    public Task<Outcome<Done>> RecordResultAsync(CommandContext context, string id, RecordResult command, CancellationToken cancel) =>
        desk.RunAsync<Sample>(context, "sample.record-result", new StreamId(Sample.Kind, id), command, (sample, changes) => RecordResult(sample, command, changes), cancel);

    private static Refusal? Receive(Sample sample, ReceiveSample command, Changes changes)
    {
        if (sample.Received is not null)
            return SampleReasons.AlreadyReceived.Refuse();
        changes.Add(new SampleReceived(command.SealIntact, command.Condition.Trim()));
        return null;
    }

    private Refusal? RecordResult(Sample sample, RecordResult command, Changes changes)
    {
        if (sample.Received is null)
            return SampleReasons.NotReceived.Refuse();
        if (!sample.Taken!.Factors.Contains(command.Factor))
            return SampleReasons.NotAsked.RefuseField("factor", ("factor", command.Factor));
        if (command.Concentration.Value < 0 || command.Concentration.Unit != "mg/L")
            return SampleReasons.BadConcentration.RefuseField("concentration");
        if (command.TestedAt > changes.Now)
            return TaskReasons.InTheFuture.RefuseField("testedAt");
        // Times are typed to the minute.
        if (command.TestedAt + NodaTime.Duration.FromMinutes(1) <= sample.ReceivedAt)
            return SampleReasons.TestedBeforeReceipt.RefuseField("testedAt", ("received", sample.ReceivedAt));
        if (string.IsNullOrWhiteSpace(command.Report) || string.IsNullOrWhiteSpace(command.Method))
            return TaskReasons.TextMissing.RefuseField(string.IsNullOrWhiteSpace(command.Report) ? "report" : "method");
        var file = command.Sha256.Length > 0 ? files.Find(command.Sha256) : null;
        if (command.Sha256.Length > 0 && file is null)
            return TaskReasons.UnknownFile.RefuseField("sha256", ("sha256", command.Sha256));
        changes.Add(new SampleResultRecorded(command.Report.Trim(), command.Factor, command.Concentration, command.Method.Trim(), command.TestedAt, command.Sha256, file?.MediaType ?? ""), command.TestedAt);
        return null;
    }
}
