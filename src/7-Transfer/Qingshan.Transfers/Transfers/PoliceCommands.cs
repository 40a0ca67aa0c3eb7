using Qingshan.Cases.Cases;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Commands;
using Qingshan.Law;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Refusal = Qingshan.Record.Reasons.Refusal;

namespace Qingshan.Transfers.Transfers;

/// <summary>Signs the receipt.</summary>
public sealed record SignReceipt(string Number = "");

/// <summary>Accepts. There is no verb that holds acceptance back: an incomplete file is accepted and supplemented.</summary>
public sealed record AcceptTransfer(string Number = "");

/// <summary>Tells the agency what is missing.</summary>
public sealed record RequestSupplement(IReadOnlyList<string> Missing, string Note = "");

/// <summary>Takes the longer filing clock with its reason.</summary>
public sealed record ExtendFilingClock(int Days, string Reason);

/// <summary>Files.</summary>
public sealed record DecideFiling(string Number);

/// <summary>Does not file, with reasons; the file goes back.</summary>
public sealed record RefuseFiling(string Number, string Reasons);

/// <summary>Tells the agency of the decision and copies the procuratorate.</summary>
public sealed record NotifyAgency(string Number);

/// <summary>Acknowledges the objects that were handed over.</summary>
public sealed record AcknowledgeItems(string Remarks = "");

/// <summary>Passes the case on to the police organ that has jurisdiction.</summary>
public sealed record ForwardTransfer(string Police, string Reasons);

/// <summary>Returns a case that is no matter for the police.</summary>
public sealed record ReturnTransfer(string Reasons);

/// <summary>What the police do in a transfer.</summary>
public sealed class PoliceCommands(CommandDesk desk, IRecord record, IDirectory directory, StatuteBook book)
{
    public Task<Outcome<Done>> SignReceiptAsync(CommandContext context, string id, SignReceipt command, CancellationToken cancel) =>
        RunAsync(context, "transfer.sign-receipt", id, command, (transfer, changes) => SignReceipt(context, transfer, command, changes), cancel);

    public Task<Outcome<Done>> AcceptAsync(CommandContext context, string id, AcceptTransfer command, CancellationToken cancel) =>
        RunAsync(context, "transfer.accept", id, command, (transfer, changes) => Accept(context, transfer, command, changes), cancel);

    public Task<Outcome<Done>> RequestSupplementAsync(CommandContext context, string id, RequestSupplement command, CancellationToken cancel) =>
        RunAsync(context, "transfer.find-incomplete", id, command, (transfer, changes) => RequestSupplement(transfer, command, changes), cancel);

    public Task<Outcome<Done>> ExtendFilingClockAsync(CommandContext context, string id, ExtendFilingClock command, CancellationToken cancel) =>
        RunAsync(context, "transfer.extend-filing-clock", id, command, (transfer, changes) => Extend(context, transfer, command, changes), cancel);

    public Task<Outcome<Done>> DecideFilingAsync(CommandContext context, string id, DecideFiling command, CancellationToken cancel) =>
        RunWithCaseAsync(context, "transfer.decide-filing", id, command, (transfer, file, changes) => DecideFiling(context, transfer, file, command, changes), cancel);

    public Task<Outcome<Done>> RefuseFilingAsync(CommandContext context, string id, RefuseFiling command, CancellationToken cancel) =>
        RunWithCaseAsync(context, "transfer.refuse-filing", id, command, (transfer, file, changes) => RefuseFiling(transfer, file, command, changes), cancel);

    public Task<Outcome<Done>> NotifyAgencyAsync(CommandContext context, string id, NotifyAgency command, CancellationToken cancel) =>
        RunWithCaseAsync(context, "transfer.notify-agency", id, command, (transfer, file, changes) => NotifyAgency(transfer, file, command, changes), cancel);

    public Task<Outcome<Done>> AcknowledgeItemsAsync(CommandContext context, string id, AcknowledgeItems command, CancellationToken cancel) =>
        RunAsync(context, "transfer.acknowledge-items", id, command, (transfer, changes) => Acknowledge(context, transfer, command, changes), cancel);

    public Task<Outcome<Done>> ForwardAsync(CommandContext context, string id, ForwardTransfer command, CancellationToken cancel) =>
        RunWithCaseAsync(context, "transfer.forward", id, command, (transfer, file, changes) => Forward(transfer, file, command, changes), cancel);

    public Task<Outcome<Done>> ReturnAsync(CommandContext context, string id, ReturnTransfer command, CancellationToken cancel) =>
        RunWithCaseAsync(context, "transfer.return", id, command, (transfer, file, changes) => Return(transfer, file, command, changes), cancel);

    private Task<Outcome<Done>> RunAsync(CommandContext context, string verb, string id, object command, Func<Transfer, Changes, Refusal?> rules, CancellationToken cancel) =>
        desk.RunAsync<Transfer>(context, verb, new StreamId(Transfer.Kind, id), command, rules, cancel);

    private Task<Outcome<Done>> RunWithCaseAsync(
        CommandContext context, string verb, string id, object command, Func<Transfer, Case, Changes, Refusal?> rules, CancellationToken cancel) =>
        desk.RunAsync<Transfer>(
            context, verb, new StreamId(Transfer.Kind, id), command,
            async (transfer, changes, stop) => rules(transfer, (await record.ReadAsync(transfer.Report!.Case, cancel: stop)).Fold<Case>(), changes), cancel);

    internal static Refusal? SignReceipt(CommandContext context, Transfer transfer, SignReceipt command, Changes changes)
    {
        if (transfer.Step != TransferStep.Sent)
            return AgencyCommands.WrongStep(transfer);
        changes.Add(new ReceiptSigned(context.Who.Person, command.Number.Trim()));
        return null;
    }

    private Refusal? Accept(CommandContext context, Transfer transfer, AcceptTransfer command, Changes changes)
    {
        if (transfer.Accepted is { } earlier)
            return TransferReasons.AlreadyAccepted.Refuse(("officer", directory.FindPerson(earlier.Officer)?.NameZh ?? earlier.Officer));
        if (transfer.Step != TransferStep.Received)
            return AgencyCommands.WrongStep(transfer);
        changes.Add(new TransferAccepted(context.Who.Person, command.Number.Trim()));
        return null;
    }

    private Refusal? RequestSupplement(Transfer transfer, RequestSupplement command, Changes changes)
    {
        if (transfer.Step != TransferStep.Accepted)
            return AgencyCommands.WrongStep(transfer);
        if (command.Missing.Count == 0)
            return TransferReasons.NothingMissing.RefuseField("missing");
        if (command.Missing.FirstOrDefault(code => book.TransferDocuments.RequirementFor(code) is null) is { } unknown)
            return TransferReasons.UnknownDocument.RefuseField("missing", ("document", unknown));
        changes.Add(new SupplementRequested([.. command.Missing.Distinct()], command.Note.Trim()));
        return null;
    }

    internal static Refusal? Extend(CommandContext context, Transfer transfer, ExtendFilingClock command, Changes changes)
    {
        if (transfer.Step != TransferStep.Accepted)
            return AgencyCommands.WrongStep(transfer);
        if (command.Days is not (7 or 30))
            return TransferReasons.BadDays.RefuseField("days");
        if (command.Days == 30 && context.Who.Post.Kind != PostKind.PoliceHead)
            return TransferReasons.HeadNeeded.Refuse();
        if (string.IsNullOrWhiteSpace(command.Reason))
            return TransferReasons.TextMissing.RefuseField("reason");
        changes.Add(new FilingClockExtended(command.Days, command.Reason.Trim()));
        return null;
    }

    private static Refusal? DecideFiling(CommandContext context, Transfer transfer, Case file, DecideFiling command, Changes changes)
    {
        if (transfer.Step != TransferStep.Accepted)
            return AgencyCommands.WrongStep(transfer);
        if (string.IsNullOrWhiteSpace(command.Number))
            return TransferReasons.TextMissing.RefuseField("number");
        var number = command.Number.Trim();
        changes.Add(new FilingDecided(number, context.Who.Person));
        changes.AddTo(file.Stream, file.Version, new CaseOwnershipMoved(transfer.Report!.Agency, transfer.Police, transfer.Accepted!.Officer, number));
        return null;
    }

    private static Refusal? RefuseFiling(Transfer transfer, Case file, RefuseFiling command, Changes changes)
    {
        if (transfer.Step != TransferStep.Accepted)
            return AgencyCommands.WrongStep(transfer);
        if (string.IsNullOrWhiteSpace(command.Reasons) || string.IsNullOrWhiteSpace(command.Number))
            return TransferReasons.TextMissing.RefuseField(string.IsNullOrWhiteSpace(command.Number) ? "number" : "reasons");
        changes.Add(new FilingRefused(command.Number.Trim(), command.Reasons.Trim()));
        changes.AddTo(file.Stream, file.Version, new CaseReturned(transfer.Stream, command.Reasons.Trim(), NotFiled: true));
        return null;
    }

    private static Refusal? NotifyAgency(Transfer transfer, Case file, NotifyAgency command, Changes changes)
    {
        if (transfer.Step is not (TransferStep.Filed or TransferStep.NotFiled) || transfer.Notified)
            return AgencyCommands.WrongStep(transfer);
        changes.Add(new AgencyNotified(command.Number.Trim(), HandOverDue: transfer.Step == TransferStep.Filed && file.Objects.Count > 0));
        return null;
    }

    internal static Refusal? Acknowledge(CommandContext context, Transfer transfer, AcknowledgeItems command, Changes changes)
    {
        if (transfer.HandedOver is null || transfer.Acknowledged is not null)
            return AgencyCommands.WrongStep(transfer);
        if (transfer.HandedOver.Officer == context.Who.Person)
            return TransferReasons.OwnHandOver.Refuse();
        changes.Add(new ItemsAcknowledged(context.Who.Person, command.Remarks.Trim()));
        return null;
    }

    private Refusal? Forward(Transfer transfer, Case file, ForwardTransfer command, Changes changes)
    {
        if (transfer.Step is not (TransferStep.Sent or TransferStep.Received))
            return AgencyCommands.WrongStep(transfer);
        if (directory.FindAgency(command.Police) is not { Kind: AgencyKind.Police } police || police.Id == transfer.Police)
            return TransferReasons.UnknownAgency.RefuseField("police", ("agency", command.Police));
        if (string.IsNullOrWhiteSpace(command.Reasons))
            return TransferReasons.TextMissing.RefuseField("reasons");
        changes.Add(new TransferForwarded(police.Id, command.Reasons.Trim()));
        changes.AddTo(file.Stream, file.Version, new TransferPassedOn(transfer.Stream, police.Id));
        return null;
    }

    private static Refusal? Return(Transfer transfer, Case file, ReturnTransfer command, Changes changes)
    {
        if (transfer.Step is not (TransferStep.Sent or TransferStep.Received))
            return AgencyCommands.WrongStep(transfer);
        if (string.IsNullOrWhiteSpace(command.Reasons))
            return TransferReasons.TextMissing.RefuseField("reasons");
        changes.Add(new TransferReturned(command.Reasons.Trim()));
        changes.AddTo(file.Stream, file.Version, new CaseReturned(transfer.Stream, command.Reasons.Trim(), NotFiled: false));
        return null;
    }
}
