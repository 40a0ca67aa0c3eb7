using Qingshan.Cases.Cases;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Commands;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;

namespace Qingshan.Transfers.Transfers;

/// <summary>Reports to the head that the case must be transferred.</summary>
/// <param name="Report">The written report: facts, evidence, law, proposal.</param>
public sealed record ReportTransfer(string Report);

/// <summary>Begins a transfer from a case that carries the duty. Case and transfer are written in one commit, so two reports cannot cross.</summary>
public sealed class ReportTransferCommand(CommandDesk desk, IDirectory directory, Ids ids)
{
    public Task<Outcome<Done>> RunAsync(CommandContext context, string caseId, ReportTransfer command, CancellationToken cancel) =>
        desk.RunAsync<Case>(context, "case.report-transfer", new StreamId(Case.Kind, caseId), command, (state, changes) => Report(state, command, changes), cancel);

    private Refusal? Report(Case state, ReportTransfer command, Changes changes)
    {
        if (state.DutyGround is not { } ground)
            return CaseReasons.NoDuty.Refuse();
        if (state.Transfer is not null)
            return TransferReasons.AlreadyUnderWay.Refuse();
        if (string.IsNullOrWhiteSpace(command.Report))
            return TransferReasons.TextMissing.RefuseField("report");
        var division = state.Opened!.Division;
        if (directory.FindSameLevel(division, AgencyKind.Police) is not { } police || directory.FindSameLevel(division, AgencyKind.Procuratorate) is not { } procuratorate)
            return TransferReasons.NoReceiver.Refuse();
        var stream = new StreamId(Transfer.Kind, ids.New());
        changes.Add(new TransferReported(stream));
        changes.AddTo(stream, 0, new TransferReportSubmitted(
            state.Stream, state.Opened.Number, state.Lead, police.Id, procuratorate.Id, division, ground.Offence, ground.Article, ground.Rows, ground.Law,
            command.Report.Trim(), [.. state.Team]));
        return null;
    }
}
