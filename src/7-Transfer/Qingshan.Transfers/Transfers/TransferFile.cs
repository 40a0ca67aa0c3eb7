using NodaTime;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Agencies;
using Qingshan.Law;
using Qingshan.Law.Documents;
using Qingshan.Record.Sealing;
using Qingshan.Registry.Enterprises;
using Qingshan.Transfers.Letters;

namespace Qingshan.Transfers.Transfers;

/// <summary>The file that goes to the police: what it holds, what is missing by 环环监〔2017〕17号 art. 6, and what the letter says.</summary>
public sealed class TransferFile(StatuteBook book, IDirectory directory, IRegistry registry, ISealer sealer)
{
    private const string Report = "investigation_report";

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The seven groups with what is present, missing, or not applicable and why. Once sent, only what went to the police is present.</summary>
    public IReadOnlyList<DocumentFinding> Check(Transfer transfer, Case file) => book.TransferDocuments.Check(
        (transfer.Sent is null ? Documents(transfer, file) : transfer.Documents).Select(document => document.Document), Circumstances(file));

    /// <summary>Everything in the file as it stands: what the case holds and what the transfer itself made.</summary>
    public static IReadOnlyList<TransferredDocument> Documents(Transfer transfer, Case file) =>
    [
        .. transfer.Letter is { } letter ? DocumentsOf(letter) : [],
        .. DocumentsBesideLetter(file).Where(document => transfer.Report is not null || document.Document != Report),
    ];

    /// <summary>The letter and the list that is annexed to it, under its hash.</summary>
    internal static IReadOnlyList<TransferredDocument> DocumentsOf(TransferLetterMade letter) => LetterItself(letter.Number, letter.Sha256, letter.MediaType);

    /// <summary>What goes along with a letter: the report, and all that the case holds.</summary>
    internal static IReadOnlyList<TransferredDocument> DocumentsBesideLetter(Case file) =>
        [new(Report, "案件调查报告", "", ""), .. file.Evidence.Select(item => new TransferredDocument(item.Document, item.Title, item.Sha256, item.MediaType))];

    private static IReadOnlyList<TransferredDocument> LetterItself(string number, string sha256, string mediaType) =>
        [new("transfer_letter", $"案件移送书 {number}", sha256, mediaType), new("transfer_material_list", "移送材料清单（附于移送书）", sha256, mediaType)];

    /// <summary>The letter's content. Its list names, line by line, what is sent with it: itself first, which cannot hold its own hash.</summary>
    public TransferLetterContent Letter(Transfer transfer, Case file, MakeLetter command, Instant now)
    {
        var number = command.Number.Trim();
        var (report, opened) = (transfer.Report!, file.Opened!);
        var documents = LetterItself(number, "", "").Concat(DocumentsBesideLetter(file))
            .Select(document => new LetterDocument(GroupOf(document.Document), document.Title, document.Sha256));
        return new(
            AgencyName(report.Agency), number, AgencyName(report.Police), AgencyName(report.Procuratorate), opened.Number, opened.Cause.Zh, Parties(file),
            report.Offence, $"《刑法》第{ChineseNumeral.Of(report.Article)}条", Basis(report, file), report.Report,
            [.. report.Officers.Select(Officer)], command.Phone.Trim(), [.. documents.OrderBy(document => document.Group)],
            [.. file.Objects.SelectMany(list => list.Objects).Select(held => new LetterItem(held.Name, held.Amount.ToString(), held.Features, held.StoredAt))],
            now.InZone(Zone).Date);
    }

    private int GroupOf(string document) => book.TransferDocuments.RequirementFor(document)?.Group ?? 7;

    private static Dictionary<string, bool> Circumstances(Case file) => new(StringComparer.Ordinal)
    {
        ["sampled"] = file.Evidence.Any(item => item.Document is "sampling_record" or "test_report" or "monitoring_report"),
        ["items_involved"] = file.Objects.Count > 0,
        ["items_seized"] = file.Objects.Count > 0,
        ["incident"] = file.Evidence.Any(item => item.Document == "incident_report"),
        ["finding_needed"] = file.Evidence.Any(item => item.Document == "written_finding"),
        ["penalty_imposed"] = file.Fine is not null,
    };

    private List<string> Basis(TransferReportSubmitted report, Case file) =>
    [
        .. file.DutyGround is { } ground ? new[] { ground.Explanation.Zh } : [],
        .. report.Rows.Select(id => book.Row(id)).OfType<Law.Thresholds.ThresholdRow>().Select(row => $"{row.Source}{row.Article}：{row.Zh}"),
    ];

    private List<string> Parties(Case file)
    {
        var firm = registry.FindEnterprise(file.Opened!.Enterprise)?.NameZh;
        return [.. firm is null ? [] : new[] { firm }, .. file.Parties.Where(party => party.Role == PartyRole.Suspect).Select(PartyName)];
    }

    private string PartyName(PartyNamed party) => party.Name is null ? party.Organisation : sealer.Open(party.Name) ?? "（已删除）";

    private LetterOfficer Officer(string id) => directory.FindPerson(id) is { } person ? new(person.NameZh, person.Certificates.FirstOrDefault("")) : new(id, "");

    private string AgencyName(string id) => directory.FindAgency(id)?.NameZh ?? id;
}
