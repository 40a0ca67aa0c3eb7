using NodaTime;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Commands;
using Qingshan.Record;
using Qingshan.Record.Attachments;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Record.Sealing;

namespace Qingshan.Cases.Cases;

/// <summary>Names another officer on the case.</summary>
public sealed record NameOfficer(string Officer);

/// <summary>Names a party: a firm by its name, or a person, whose name is sealed.</summary>
public sealed record NameParty(PartyRole Role, string Organisation = "", string Name = "", string IdNumber = "");

/// <summary>Records a fact in the vocabulary of the statute book.</summary>
public sealed record RecordFact(string Name, string Item, string Value, string Basis);

/// <summary>Withdraws a fact that was wrong.</summary>
public sealed record WithdrawFact(string Name, string Item, string Reason);

/// <summary>Adds an uploaded document or item of evidence.</summary>
public sealed record AddEvidence(string Document, string Title, string Sha256, string Proves, Instant MadeAt, string Place = "");

/// <summary>The head decides not to transfer.</summary>
public sealed record DecideNonTransfer(string Reasons);

/// <summary>The head decides a fine.</summary>
/// <param name="Amount">Yuan: <c>100000 CNY</c> or <c>100000 元</c>.</param>
public sealed record DecideFine(string Number, Quantity Amount);

/// <summary>Closes the case.</summary>
public sealed record CloseCase(CaseEnding Ending, string Reason);

/// <summary>What can be done with a case on its own. Opening it, taking work into it and transferring it have files of their own.</summary>
public sealed class CaseCommands(CommandDesk desk, CaseScreening screening, IRecord record, IDirectory directory, ISealer sealer, IAttachmentStore files, Ids ids)
{
    public Task<Outcome<Done>> NameOfficerAsync(CommandContext context, string id, NameOfficer command, CancellationToken cancel) =>
        RunAsync(context, "case.name-team", id, command, (_, changes) => NameOfficer(command, changes), cancel);

    public Task<Outcome<Done>> NamePartyAsync(CommandContext context, string id, NameParty command, CancellationToken cancel) =>
        RunAsync(context, "case.name-party", id, command, (_, changes) => NameParty(command, changes), cancel);

    public Task<Outcome<Done>> RecordFactAsync(CommandContext context, string id, RecordFact command, CancellationToken cancel) =>
        RunAsync(context, "case.add-fact", id, command, (state, changes) => RecordFact(state, command, changes), cancel);

    public Task<Outcome<Done>> WithdrawFactAsync(CommandContext context, string id, WithdrawFact command, CancellationToken cancel) =>
        RunAsync(context, "case.withdraw-fact", id, command, (state, changes) => WithdrawFact(state, command, changes), cancel);

    public Task<Outcome<Done>> AddEvidenceAsync(CommandContext context, string id, AddEvidence command, CancellationToken cancel) =>
        RunAsync(context, "case.add-evidence", id, command, (state, changes) => AddEvidence(context, state, command, changes), cancel);

    public Task<Outcome<Done>> DecideNonTransferAsync(CommandContext context, string id, DecideNonTransfer command, CancellationToken cancel) =>
        RunAsync(context, "case.decide-non-transfer", id, command, (state, changes) => DecideNonTransfer(state, command, changes), cancel);

    public Task<Outcome<Done>> DecideFineAsync(CommandContext context, string id, DecideFine command, CancellationToken cancel) =>
        RunWithSamplesAsync(context, "case.decide-fine", id, command, (state, open, changes) => DecideFine(state, open, command, changes), cancel);

    public Task<Outcome<Done>> CloseAsync(CommandContext context, string id, CloseCase command, CancellationToken cancel) =>
        RunWithSamplesAsync(context, "case.close", id, command, (state, open, changes) => Close(state, open, command, changes), cancel);

    internal static StreamId Stream(string id) => new(Case.Kind, id);

    private Task<Outcome<Done>> RunAsync(CommandContext context, string verb, string id, object command, Func<Case, Changes, Refusal?> rules, CancellationToken cancel) =>
        desk.RunAsync<Case>(
            context, verb, Stream(id), command, (state, changes) => state.Closed is null ? rules(state, changes) : CaseReasons.Closed.Refuse(), cancel);

    private Task<Outcome<Done>> RunWithSamplesAsync(
        CommandContext context, string verb, string id, object command, Func<Case, string?, Changes, Refusal?> rules, CancellationToken cancel) =>
        desk.RunAsync<Case>(
            context, verb, Stream(id), command,
            async (state, changes, stop) => state.Closed is null ? rules(state, await OpenSamples.FirstAsync(record, state, stop), changes) : CaseReasons.Closed.Refuse(), cancel);

    private Refusal? NameOfficer(NameOfficer command, Changes changes)
    {
        if (directory.FindPerson(command.Officer) is null)
            return CaseReasons.UnknownPerson.RefuseField("officer", ("person", command.Officer));
        changes.Add(new OfficerNamed(command.Officer));
        return null;
    }

    private Refusal? NameParty(NameParty command, Changes changes)
    {
        var (organisation, name) = (command.Organisation.Trim(), command.Name.Trim());
        if ((organisation.Length > 0) == (name.Length > 0))
            return CaseReasons.TextMissing.RefuseField(name.Length > 0 ? "organisation" : "name");
        var party = $"party:{ids.New()}";
        var number = command.IdNumber.Trim();
        changes.Add(new PartyNamed(
            party, command.Role, organisation,
            name.Length > 0 ? sealer.Seal(party, name) : null,
            number.Length > 0 ? sealer.Seal(party, number) : null));
        return null;
    }

    private Refusal? RecordFact(Case state, RecordFact command, Changes changes)
    {
        if (string.IsNullOrWhiteSpace(command.Basis))
            return CaseReasons.TextMissing.RefuseField("basis");
        var basis = command.Basis.Trim();
        var fact = new FactRecorded(command.Name.Trim(), command.Item.Trim(), command.Value.Trim(), FactStanding.Evidence, null, new(basis, basis));
        var refusal = screening.AddFact(state, fact, changes);
        return refusal is null && FactsInForce.Above(state.Statements, fact) is { } known ? CaseReasons.BelowEvidence.RefuseField("value", ("value", known.Value)) : refusal;
    }

    private Refusal? WithdrawFact(Case state, WithdrawFact command, Changes changes)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
            return CaseReasons.TextMissing.RefuseField("reason");
        if (!state.Facts.Any(fact => fact.Name == command.Name && fact.Item == command.Item))
            return CaseReasons.UnknownFact.RefuseField("name", ("name", command.Name));
        return screening.Withdraw(state, new FactWithdrawn(command.Name, command.Item, command.Reason.Trim()), changes);
    }

    private Refusal? AddEvidence(CommandContext context, Case state, AddEvidence command, Changes changes)
    {
        if (command.Sha256.Length == 0)
            return CaseReasons.FileMissing.RefuseField("sha256");
        if (files.Find(command.Sha256) is not { } file)
            return CaseReasons.UnknownFile.RefuseField("sha256", ("sha256", command.Sha256));
        if (string.IsNullOrWhiteSpace(command.Title) || string.IsNullOrWhiteSpace(command.Proves))
            return CaseReasons.TextMissing.RefuseField(string.IsNullOrWhiteSpace(command.Title) ? "title" : "proves");
        if (command.MadeAt > changes.Now)
            return CaseReasons.InTheFuture.RefuseField("madeAt");
        if (state.Evidence.Any(item => item.Sha256 == file.Sha256 && item.Document == command.Document))
            return CaseReasons.AlreadyTaken.Refuse();
        changes.Add(new EvidenceAdded(
            ids.New(), command.Document, command.Title.Trim(), file.Sha256, file.MediaType, file.Length, command.Proves.Trim(), command.MadeAt, context.Who.Person, command.Place.Trim(), null));
        return null;
    }

    private static Refusal? DecideNonTransfer(Case state, DecideNonTransfer command, Changes changes)
    {
        if (state.Duty is TransferDuty.None)
            return CaseReasons.NoDuty.Refuse();
        if (state.Duty is TransferDuty.Discharged)
            return CaseReasons.AlreadyTransferred.Refuse();
        if (string.IsNullOrWhiteSpace(command.Reasons))
            return CaseReasons.TextMissing.RefuseField("reasons");
        if (state.Transfer is not null)
            return CaseReasons.TransferUnderWay.Refuse();
        changes.Add(new NonTransferDecided(command.Reasons.Trim()));
        return null;
    }

    private static Refusal? DecideFine(Case state, string? openSample, DecideFine command, Changes changes)
    {
        if (NotTheAgencys(state) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(command.Number))
            return CaseReasons.NumberMissing.RefuseField("number");
        if (command.Amount.Value <= 0 || command.Amount.Unit is not ("CNY" or "元"))
            return CaseReasons.BadValue.RefuseField("amount", ("value", command.Amount));
        if (openSample is not null)
            return SampleOpen(openSample);
        changes.Add(new FineDecided(command.Number.Trim(), command.Amount));
        return null;
    }

    private static Refusal? Close(Case state, string? openSample, CloseCase command, Changes changes)
    {
        if (NotTheAgencys(state) is { } refusal)
            return refusal;
        if (command.Ending == CaseEnding.Fine && state.Fine is null)
            return CaseReasons.NoFine.RefuseField("ending");
        if (string.IsNullOrWhiteSpace(command.Reason))
            return CaseReasons.TextMissing.RefuseField("reason");
        if (openSample is not null)
            return SampleOpen(openSample);
        changes.Add(new CaseClosed(command.Ending, command.Reason.Trim()));
        return null;
    }

    // No fine and no end in place of the transfer (行政处罚法 art. 27).
    private static Refusal? NotTheAgencys(Case state) => state switch
    {
        { Duty: TransferDuty.Open } => CaseReasons.DutyOpen.Refuse(("rows", string.Join("、", state.DutyGround!.Rows))),
        { Duty: TransferDuty.Discharged } => CaseReasons.AlreadyTransferred.Refuse(),
        { Transfer: not null } => CaseReasons.TransferUnderWay.Refuse(),
        _ => null,
    };

    // Nor before it is known whether the case must be transferred.
    private static Refusal SampleOpen(string number) => CaseReasons.SampleOpen.Refuse(("sample", number));
}
