using Qingshan.Record.Entries;

namespace Qingshan.Transfers.Transfers;

/// <summary>The task group reported to the head that the case must be transferred (国务院令310号 art. 5(2)); K01 starts.</summary>
/// <param name="Case">The case.</param>
/// <param name="Agency">The agency that transfers.</param>
/// <param name="Police">The police organ of the same level.</param>
/// <param name="Procuratorate">The procuratorate of the same level, which gets the copy.</param>
/// <param name="Report">Facts, evidence, law and proposal, as written.</param>
/// <param name="Officers">The task group, at least two.</param>
[EntryType("transfer.report-submitted")]
public sealed record TransferReportSubmitted(
    StreamId Case, string CaseNumber, string Agency, string Police, string Procuratorate, string Division, string Offence, string Article,
    IReadOnlyList<string> Rows, string Law, string Report, IReadOnlyList<string> Officers) : EntryBody;

/// <summary>The head approved; K02 starts.</summary>
[EntryType("transfer.approved")]
public sealed record TransferApproved(string Note) : EntryBody;

/// <summary>The head refused and recorded why.</summary>
[EntryType("transfer.refused")]
public sealed record TransferRefused(string Reasons) : EntryBody;

/// <summary>The letter of transfer was made (案件移送书).</summary>
/// <param name="Number">文号.</param>
/// <param name="Sha256">Hash of the DOCX.</param>
/// <param name="Documents">What its list of material names besides the letter and the list themselves: what may go along with it.</param>
/// <param name="CaseVersion">Version of the case that the letter tells of.</param>
[EntryType("transfer.letter-made")]
public sealed record TransferLetterMade(
    string Number, string Sha256, string MediaType, long Length, IReadOnlyList<TransferredDocument> Documents, long CaseVersion) : EntryBody;

/// <summary>The case was sent to the police of the same level and copied to the procuratorate.</summary>
/// <param name="Documents">What went along: the list of material.</param>
[EntryType("transfer.sent")]
public sealed record TransferSent(string Police, string Procuratorate, IReadOnlyList<TransferredDocument> Documents) : EntryBody;

/// <summary>One line of the list of material (移送材料清单).</summary>
/// <param name="Document">Document type of the checklist.</param>
/// <param name="Sha256">Hash of the file; empty where the record is the document.</param>
public sealed record TransferredDocument(string Document, string Title, string Sha256, string MediaType);

/// <summary>The police signed the receipt (移送书回执).</summary>
[EntryType("transfer.receipt-signed")]
public sealed record ReceiptSigned(string Officer, string Number) : EntryBody;

/// <summary>The police accepted (受案); K04 and K06 start.</summary>
[EntryType("transfer.accepted")]
public sealed record TransferAccepted(string Officer, string Number) : EntryBody;

/// <summary>The file is incomplete and the agency was told in writing; K05 starts, K06 runs on.</summary>
/// <param name="Missing">Document types that are missing.</param>
[EntryType("transfer.supplement-requested")]
public sealed record SupplementRequested(IReadOnlyList<string> Missing, string Note) : EntryBody;

/// <summary>The agency supplemented.</summary>
/// <param name="Complete">With it nothing that was asked for is missing any more; K05 stops.</param>
[EntryType("transfer.supplemented")]
public sealed record TransferSupplemented(IReadOnlyList<TransferredDocument> Documents, string Note, bool Complete) : EntryBody;

/// <summary>A lead needs checking, or the case is major or complex: the filing clock is the longer one (17号 art. 9).</summary>
/// <param name="Days">7 or 30.</param>
/// <param name="Reason">Why; 30 days need the head's approval.</param>
[EntryType("transfer.filing-clock-extended")]
public sealed record FilingClockExtended(int Days, string Reason) : EntryBody;

/// <summary>The police filed (立案).</summary>
[EntryType("transfer.filing-decided")]
public sealed record FilingDecided(string Number, string Officer) : EntryBody;

/// <summary>The police did not file (不予立案).</summary>
[EntryType("transfer.filing-refused")]
public sealed record FilingRefused(string Number, string Reasons) : EntryBody;

/// <summary>The police told the agency of the decision and copied the procuratorate (K08). The system delivers it at once.</summary>
/// <param name="HandOverDue">It is a notice of filing and the case holds objects: K09 starts (17号 art. 10).</param>
[EntryType("transfer.agency-notified")]
public sealed record AgencyNotified(string Number, bool HandOverDue) : EntryBody;

/// <summary>The agency confirmed that it has the notice in hand. No clock waits for it: K09 runs since the notice was delivered.</summary>
[EntryType("transfer.notice-received")]
public sealed record NoticeReceived : EntryBody;

/// <summary>The agency handed objects and files over; the police have yet to acknowledge.</summary>
[EntryType("transfer.items-handed-over")]
public sealed record ItemsHandedOver(string Officer, IReadOnlyList<HandedOverItem> Items, string Place) : EntryBody;

/// <summary>The police acknowledged what they took over: the hand-over is complete (K09).</summary>
[EntryType("transfer.items-acknowledged")]
public sealed record ItemsAcknowledged(string Officer, string Remarks) : EntryBody;

/// <summary>One object handed over.</summary>
public sealed record HandedOverItem(string Name, Quantity Amount, string Condition);

/// <summary>The wrong police organ passed the case on and told the agency (K07); K03 starts anew for the other organ.</summary>
[EntryType("transfer.forwarded")]
public sealed record TransferForwarded(string Police, string Reasons) : EntryBody;

/// <summary>Not a matter for the police: returned with reasons (K07).</summary>
[EntryType("transfer.returned")]
public sealed record TransferReturned(string Reasons) : EntryBody;
