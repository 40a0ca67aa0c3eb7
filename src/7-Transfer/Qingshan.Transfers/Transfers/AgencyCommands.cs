using Qingshan.Cases.Cases;
using Qingshan.Directory.Commands;
using Qingshan.Record;
using Qingshan.Record.Attachments;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Transfers.Letters;
using Qingshan.Transfers.Supervision;

namespace Qingshan.Transfers.Transfers;

/// <summary>The head approves.</summary>
public sealed record ApproveTransfer(string Note = "");

/// <summary>The head refuses and records why; the procuratorate sees it.</summary>
public sealed record RefuseTransfer(string Reasons);

/// <summary>Makes the letter of transfer under a number (文号).</summary>
/// <param name="Phone">Number of the officers in charge, which 17号 art. 6(1) asks for.</param>
public sealed record MakeLetter(string Number, string Phone);

/// <summary>Sends to the police, with the copy to the procuratorate.</summary>
public sealed record SendTransfer;

/// <summary>Supplements what the police said is missing.</summary>
public sealed record SupplementTransfer(string Document, string Title, string Sha256, string Note = "");

/// <summary>Confirms that the notice of filing arrived.</summary>
public sealed record ConfirmNotice;

/// <summary>Hands the objects of the case over.</summary>
public sealed record HandOverItems(string Place, string Condition = "");

/// <summary>What the agency does in a transfer.</summary>
public sealed class AgencyCommands(CommandDesk desk, IRecord record, IAttachmentStore files, TransferFile transferFile, Ids ids)
{
    public Task<Outcome<Done>> ApproveAsync(CommandContext context, string id, ApproveTransfer command, CancellationToken cancel) =>
        RunAsync(context, "transfer.approve", id, command, (transfer, changes) => Approve(context, transfer, command, changes), cancel);

    public Task<Outcome<Done>> RefuseAsync(CommandContext context, string id, RefuseTransfer command, CancellationToken cancel) =>
        RunWithCaseAsync(context, "transfer.refuse", id, command, (transfer, file, changes) => Refuse(context, transfer, file, command, changes), cancel);

    public Task<Outcome<Done>> MakeLetterAsync(CommandContext context, string id, MakeLetter command, CancellationToken cancel) =>
        RunWithCaseAsync(context, "transfer.make-letter", id, command, (transfer, file, changes) => MakeLetter(transfer, file, command, changes), cancel);

    public Task<Outcome<Done>> SendAsync(CommandContext context, string id, SendTransfer command, CancellationToken cancel) =>
        RunWithCaseAsync(context, "transfer.send", id, command, Send, cancel);

    public Task<Outcome<Done>> SupplementAsync(CommandContext context, string id, SupplementTransfer command, CancellationToken cancel) =>
        RunWithCaseAsync(context, "transfer.supplement", id, command, (transfer, file, changes) => Supplement(context, transfer, file, command, changes), cancel);

    public Task<Outcome<Done>> ConfirmNoticeAsync(CommandContext context, string id, ConfirmNotice command, CancellationToken cancel) =>
        RunAsync(context, "transfer.confirm-notice-received", id, command, ConfirmNotice, cancel);

    public Task<Outcome<Done>> HandOverAsync(CommandContext context, string id, HandOverItems command, CancellationToken cancel) =>
        RunWithCaseAsync(context, "transfer.hand-over-items", id, command, (transfer, file, changes) => HandOver(context, transfer, file, command, changes), cancel);

    private Task<Outcome<Done>> RunAsync(CommandContext context, string verb, string id, object command, Func<Transfer, Changes, Refusal?> rules, CancellationToken cancel) =>
        desk.RunAsync<Transfer>(context, verb, new StreamId(Transfer.Kind, id), command, rules, cancel);

    private Task<Outcome<Done>> RunWithCaseAsync(
        CommandContext context, string verb, string id, object command, Func<Transfer, Case, Changes, Refusal?> rules, CancellationToken cancel) =>
        desk.RunAsync<Transfer>(
            context, verb, new StreamId(Transfer.Kind, id), command,
            async (transfer, changes, stop) => rules(transfer, (await record.ReadAsync(transfer.Report!.Case, cancel: stop)).Fold<Case>(), changes), cancel);

    internal static Refusal? Approve(CommandContext context, Transfer transfer, ApproveTransfer command, Changes changes)
    {
        if (transfer.Step != TransferStep.Reported)
            return WrongStep(transfer);
        if (transfer.Reporter == context.Who.Person)
            return TransferReasons.OwnAct.Refuse();
        changes.Add(new TransferApproved(command.Note.Trim()));
        return null;
    }

    private static Refusal? Refuse(CommandContext context, Transfer transfer, Case file, RefuseTransfer command, Changes changes)
    {
        if (transfer.Step != TransferStep.Reported)
            return WrongStep(transfer);
        if (transfer.Reporter == context.Who.Person)
            return TransferReasons.OwnAct.Refuse();
        if (string.IsNullOrWhiteSpace(command.Reasons))
            return TransferReasons.TextMissing.RefuseField("reasons");
        var (report, reasons) = (transfer.Report!, command.Reasons.Trim());
        changes.Add(new TransferRefused(reasons));
        changes.AddTo(file.Stream, file.Version, new NonTransferDecided(reasons));
        changes.AddTo(SupervisionOf(transfer), 0, new NonTransferReported(file.Stream, report.Procuratorate, report.Division, reasons));
        return null;
    }

    private Refusal? MakeLetter(Transfer transfer, Case file, MakeLetter command, Changes changes)
    {
        if (transfer.Step != TransferStep.Approved)
            return WrongStep(transfer);
        if (string.IsNullOrWhiteSpace(command.Number))
            return TransferReasons.TextMissing.RefuseField("number");
        if (string.IsNullOrWhiteSpace(command.Phone))
            return TransferReasons.TextMissing.RefuseField("phone");
        var letter = transferFile.Letter(transfer, file, command, changes.Now);
        var stored = files.Put(TransferLetter.Write(letter), TransferLetter.MediaType);
        changes.Add(new TransferLetterMade(
            command.Number.Trim(), stored.Sha256, stored.MediaType, stored.Length, TransferFile.DocumentsBesideLetter(file), file.Version));
        return null;
    }

    private static Refusal? Send(Transfer transfer, Case file, Changes changes)
    {
        if (transfer.Step != TransferStep.Approved)
            return WrongStep(transfer);
        if (transfer.Letter is not { } letter)
            return TransferReasons.NoLetter.Refuse();
        if (letter.CaseVersion != file.Version)
            return TransferReasons.FileChanged.Refuse(("number", letter.Number));
        var report = transfer.Report!;
        changes.Add(new TransferSent(report.Police, report.Procuratorate, [.. TransferFile.DocumentsOf(letter), .. letter.Documents]));
        changes.AddTo(file.Stream, file.Version, new TransferDutyDischarged(transfer.Stream, report.Police, report.Procuratorate));
        changes.AddTo(SupervisionOf(transfer), 0, new CopyReceived(transfer.Stream, file.Stream, report.Procuratorate, report.Division, letter.Sha256));
        return null;
    }

    private Refusal? Supplement(CommandContext context, Transfer transfer, Case file, SupplementTransfer command, Changes changes)
    {
        if (transfer.Missing.Count == 0)
            return WrongStep(transfer);
        if (!transfer.Missing.Contains(command.Document))
            return TransferReasons.NotAsked.RefuseField("document", ("document", command.Document));
        if (command.Sha256.Length == 0)
            return TransferReasons.FileMissing.RefuseField("sha256");
        if (files.Find(command.Sha256) is not { } stored)
            return TransferReasons.UnknownFile.RefuseField("sha256", ("sha256", command.Sha256));
        if (string.IsNullOrWhiteSpace(command.Title))
            return TransferReasons.TextMissing.RefuseField("title");
        TransferredDocument[] documents = [new(command.Document, command.Title.Trim(), stored.Sha256, stored.MediaType)];
        changes.Add(new TransferSupplemented(documents, command.Note.Trim(), Complete: transfer.MissingAfter(documents).Count == 0));
        // It belongs to the file of the case, too, where whoever works on it looks.
        changes.AddTo(file.Stream, file.Version, new EvidenceAdded(
            ids.New(), command.Document, command.Title.Trim(), stored.Sha256, stored.MediaType, stored.Length, command.Title.Trim(), changes.Now, context.Who.Person, "", transfer.Stream));
        return null;
    }

    internal static Refusal? ConfirmNotice(Transfer transfer, Changes changes)
    {
        if (!transfer.Notified || transfer.NoticeReceived)
            return WrongStep(transfer);
        changes.Add(new NoticeReceived());
        return null;
    }

    private static Refusal? HandOver(CommandContext context, Transfer transfer, Case file, HandOverItems command, Changes changes)
    {
        if (transfer.Step != TransferStep.Filed || !transfer.Notified || transfer.HandedOver is not null)
            return WrongStep(transfer);
        var items = file.Objects.SelectMany(list => list.Objects).Select(held => new HandedOverItem(held.Name, held.Amount, command.Condition.Trim())).ToList();
        if (items.Count == 0)
            return TransferReasons.NoItems.Refuse();
        changes.Add(new ItemsHandedOver(context.Who.Person, items, command.Place.Trim()));
        return null;
    }

    internal static Refusal WrongStep(Transfer transfer) => TransferReasons.WrongStep.Refuse(("step", transfer.Step), ("stepZh", StepOf(transfer).Zh), ("stepEn", StepOf(transfer).En));

    private static Bilingual StepOf(Transfer transfer) => transfer.Step switch
    {
        TransferStep.Reported => new("待批准", "to be approved"),
        TransferStep.Approved => new("已批准，待移送", "approved, to be sent"),
        TransferStep.Refused => new("未批准移送", "not approved"),
        TransferStep.Sent => new("已移送，待签收", "sent, without a receipt"),
        TransferStep.Received => new("已签收，待受案", "received, to be accepted"),
        TransferStep.Accepted => new("已受案，审查中", "accepted, under review"),
        TransferStep.Filed => new("已立案", "filed"),
        TransferStep.NotFiled => new("不予立案", "not filed"),
        _ => new("已退回", "returned"),
    };

    private static StreamId SupervisionOf(Transfer transfer) => new("supervision", transfer.Stream.Key);
}
