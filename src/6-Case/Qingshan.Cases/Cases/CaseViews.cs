using Qingshan.Record.Entries;
using Qingshan.Record.Views;

namespace Qingshan.Cases.Cases;

/// <summary>One row of the list of cases; it carries what access depends on.</summary>
public sealed record CaseRow(
    string Id, string Number, string Stage, string Lead, string Division, string Team, string FormerOwners, string Police, string Enterprise, string CauseZh, string CauseEn,
    string Duty, string DutyRows, string? DutySince, string NonTransferReasons, string? Transfer, string OpenedAt, long Version)
{
    /// <summary>What access to the case depends on, as far as a list row knows it: the same as of the folded case.</summary>
    public Directory.Access.Subject Subject => new(new StreamId(Case.Kind, Id), Stage, Lead, Division)
    {
        Team = Team.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        FormerOwners = FormerOwners.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Receiving = Stage == "transferred" ? [Police] : [],
    };
}

/// <summary>The list of cases. A row belongs to one stream.</summary>
public sealed class CaseViews : IView
{
    public string Name => "case_list";

    public int Version => 3;

    public IReadOnlyList<string> Tables => ["case_list"];

    public string Schema => """
        CREATE TABLE {case_list} (
            id TEXT PRIMARY KEY, number TEXT NOT NULL, stage TEXT NOT NULL, lead TEXT NOT NULL, division TEXT NOT NULL, team TEXT NOT NULL, former_owners TEXT NOT NULL,
            police TEXT NOT NULL, enterprise TEXT NOT NULL, cause_zh TEXT NOT NULL, cause_en TEXT NOT NULL, duty TEXT NOT NULL, duty_rows TEXT NOT NULL, duty_since TEXT,
            non_transfer_reasons TEXT NOT NULL, transfer TEXT, opened_at TEXT NOT NULL, version INTEGER NOT NULL);
        CREATE INDEX {case_list}_opened ON {case_list} (opened_at DESC);
        CREATE INDEX {case_list}_duty ON {case_list} (duty, division);
        CREATE INDEX {case_list}_enterprise ON {case_list} (enterprise);
        """;

    public void Project(Entry entry, IViewWriter writer)
    {
        if (entry.Stream.Kind != Case.Kind)
            return;
        var id = entry.Stream.Key;
        switch (entry.Body)
        {
            case CaseOpened opened:
                writer.Execute(
                    """
                    INSERT INTO {case_list} (id, number, stage, lead, division, team, former_owners, police, enterprise, cause_zh, cause_en, duty, duty_rows, non_transfer_reasons, opened_at, version)
                    VALUES (@id, @number, 'administrative', @lead, @division, @team, '', '', @enterprise, @zh, @en, 'None', '', '', @openedAt, 1)
                    """,
                    new
                    {
                        id,
                        number = opened.Number,
                        lead = opened.Agency,
                        division = opened.Division,
                        team = string.Join(' ', opened.Officers),
                        enterprise = opened.Enterprise,
                        zh = opened.Cause.Zh,
                        en = opened.Cause.En,
                        openedAt = ViewTime.Text(entry.OccurredAt),
                    });
                break;
            case OfficerNamed named:
                writer.Execute("UPDATE {case_list} SET team = team || ' ' || @officer WHERE id = @id", new { id, officer = named.Officer });
                break;
            case TransferDutyArose duty:
                writer.Execute(
                    "UPDATE {case_list} SET duty = 'Open', stage = 'administrative-reached', duty_rows = @rows, duty_since = COALESCE(duty_since, @since) WHERE id = @id",
                    new { id, rows = string.Join(' ', duty.Rows), since = ViewTime.Text(entry.OccurredAt) });
                break;
            case TransferReported reported:
                writer.Execute("UPDATE {case_list} SET transfer = @transfer WHERE id = @id", new { id, transfer = reported.Transfer.Key });
                break;
            case TransferDutyDischarged sent:
                writer.Execute("UPDATE {case_list} SET duty = 'Discharged', stage = 'transferred', police = @police WHERE id = @id", new { id, police = sent.Police });
                break;
            case TransferPassedOn passed:
                writer.Execute("UPDATE {case_list} SET police = @police WHERE id = @id", new { id, police = passed.Police });
                break;
            case NonTransferDecided decided:
                writer.Execute("UPDATE {case_list} SET duty = 'Declined', non_transfer_reasons = @reasons, transfer = NULL WHERE id = @id", new { id, reasons = decided.Reasons });
                break;
            case CaseOwnershipMoved moved:
                writer.Execute(
                    "UPDATE {case_list} SET stage = 'criminal', lead = @to, team = @officer, former_owners = former_owners || ' ' || @from WHERE id = @id",
                    new { id, to = moved.To, officer = moved.Officer, from = moved.From });
                break;
            case CaseReturned returned:
                writer.Execute(
                    "UPDATE {case_list} SET duty = @duty, stage = 'administrative-reached', police = '', transfer = NULL WHERE id = @id",
                    new { id, duty = (returned.NotFiled ? TransferDuty.NotFiled : TransferDuty.Open).ToString() });
                break;
            case CaseClosed:
                writer.Execute("UPDATE {case_list} SET stage = CASE WHEN duty_rows = '' THEN 'closed' ELSE 'closed-reached' END WHERE id = @id", new { id });
                break;
            default:
                break;
        }

        writer.Execute("UPDATE {case_list} SET version = @version WHERE id = @id", new { id, version = entry.Version });
    }
}

/// <summary>Queries over the list of cases. Whoever shows rows asks access for each.</summary>
public sealed class CaseQueries(IViewReader reader)
{
    /// <summary>The newest cases first; of one enterprise or signal's duty state where asked. A cut leaves off what is finished first.</summary>
    public IReadOnlyList<CaseRow> List(string? duty = null, string? enterprise = null, int limit = 2000) => reader.Query<CaseRow>(
        """
        SELECT * FROM (
            SELECT * FROM case_list WHERE (@duty IS NULL OR duty = @duty) AND (@enterprise IS NULL OR enterprise = @enterprise)
            ORDER BY duty = 'Open' DESC, stage NOT LIKE 'closed%' DESC, opened_at DESC, id LIMIT @limit)
        ORDER BY opened_at DESC, id
        """,
        new { duty, enterprise, limit });
}
