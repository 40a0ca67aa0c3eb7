using Qingshan.Directory.Access;
using Qingshan.Record.Entries;
using Qingshan.Record.Views;

namespace Qingshan.Transfers.Transfers;

/// <summary>One row of the list of transfers; it carries what access depends on.</summary>
public sealed record TransferRow(
    string Id, string CaseId, string CaseNumber, string Step, string Agency, string Police, string Procuratorate, string Division, string Officers, string Offence,
    string ReportedAt, string? SentAt, long Version)
{
    public Subject Subject => new(new StreamId(Transfer.Kind, Id), Stage, Agency, Division)
    {
        Team = Officers.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Receiving = SentAt is null ? [] : [Police],
    };

    private string Stage => Step switch
    {
        nameof(TransferStep.Reported) or nameof(TransferStep.Approved) => "report",
        nameof(TransferStep.Refused) or nameof(TransferStep.Returned) => "closed",
        _ => "sent",
    };
}

/// <summary>The list of transfers, and their events for the clocks.</summary>
public sealed class TransferViews : IView
{
    public string Name => "transfer_list";

    public int Version => 2;

    public IReadOnlyList<string> Tables => ["transfer_list", "transfer_event"];

    public string Schema => """
        CREATE TABLE {transfer_list} (
            id TEXT PRIMARY KEY, case_id TEXT NOT NULL, case_number TEXT NOT NULL, step TEXT NOT NULL, agency TEXT NOT NULL, police TEXT NOT NULL, procuratorate TEXT NOT NULL,
            division TEXT NOT NULL, officers TEXT NOT NULL, offence TEXT NOT NULL, reported_at TEXT NOT NULL, sent_at TEXT, version INTEGER NOT NULL);
        CREATE INDEX {transfer_list}_reported ON {transfer_list} (reported_at DESC);
        CREATE INDEX {transfer_list}_case ON {transfer_list} (case_id);
        CREATE TABLE {transfer_event} (transfer TEXT NOT NULL, event TEXT NOT NULL, at TEXT NOT NULL);
        CREATE INDEX {transfer_event}_transfer ON {transfer_event} (transfer);
        """;

    public void Project(Entry entry, IViewWriter writer)
    {
        if (entry.Stream.Kind != Transfer.Kind)
            return;
        var id = entry.Stream.Key;
        foreach (var name in TransferClocks.EventsOf(entry.Body))
            writer.Execute("INSERT INTO {transfer_event} (transfer, event, at) VALUES (@id, @name, @at)", new { id, name, at = ViewTime.Text(entry.OccurredAt) });
        if (entry.Body is TransferReportSubmitted report)
            Insert(entry, report, writer);
        else if (entry.Body is TransferForwarded forwarded)
            writer.Execute("UPDATE {transfer_list} SET police = @police WHERE id = @id", new { id, police = forwarded.Police });
        else if (entry.Body is TransferSent)
            writer.Execute("UPDATE {transfer_list} SET sent_at = @at WHERE id = @id", new { id, at = ViewTime.Text(entry.OccurredAt) });
        if (StepAfter(entry.Body) is { } step)
            writer.Execute("UPDATE {transfer_list} SET step = @step WHERE id = @id", new { id, step = step.ToString() });
        writer.Execute("UPDATE {transfer_list} SET version = @version WHERE id = @id", new { id, version = entry.Version });
    }

    private static void Insert(Entry entry, TransferReportSubmitted report, IViewWriter writer) => writer.Execute(
        """
        INSERT INTO {transfer_list} (id, case_id, case_number, step, agency, police, procuratorate, division, officers, offence, reported_at, version)
        VALUES (@id, @caseId, @caseNumber, 'Reported', @agency, @police, @procuratorate, @division, @officers, @offence, @reportedAt, 1)
        """,
        new
        {
            id = entry.Stream.Key,
            caseId = report.Case.Key,
            caseNumber = report.CaseNumber,
            agency = report.Agency,
            police = report.Police,
            procuratorate = report.Procuratorate,
            division = report.Division,
            officers = string.Join(' ', report.Officers),
            offence = report.Offence,
            reportedAt = ViewTime.Text(entry.OccurredAt),
        });

    private static TransferStep? StepAfter(EntryBody body) => body switch
    {
        TransferApproved => TransferStep.Approved,
        TransferRefused => TransferStep.Refused,
        TransferSent or TransferForwarded => TransferStep.Sent,
        ReceiptSigned => TransferStep.Received,
        TransferAccepted => TransferStep.Accepted,
        FilingDecided => TransferStep.Filed,
        FilingRefused => TransferStep.NotFiled,
        TransferReturned => TransferStep.Returned,
        _ => null,
    };
}

/// <summary>An event of a transfer, for the clocks of a list.</summary>
public sealed record TransferEventRow(string Transfer, string Event, string At);

/// <summary>Queries over the list of transfers. Whoever shows rows asks access for each.</summary>
public sealed class TransferQueries(IViewReader reader)
{
    /// <summary>The newest transfers first; of one case where one is named. A cut leaves off what is finished first.</summary>
    public IReadOnlyList<TransferRow> List(string? caseId = null, int limit = 2000) =>
        reader.Query<TransferRow>(
            """
            SELECT * FROM (
                SELECT * FROM transfer_list WHERE (@caseId IS NULL OR case_id = @caseId)
                ORDER BY step IN ('Refused', 'NotFiled', 'Returned', 'Filed'), reported_at DESC, id LIMIT @limit)
            ORDER BY reported_at DESC, id
            """,
            new { caseId, limit });

    /// <summary>The events of the transfers, by transfer: what the clocks of lists are computed from.</summary>
    public ILookup<string, TransferEventRow> Events() =>
        reader.Query<TransferEventRow>("SELECT transfer, event, at FROM transfer_event").ToLookup(row => row.Transfer, StringComparer.Ordinal);
}
