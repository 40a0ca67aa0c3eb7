using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Record.Sealing;

namespace Qingshan.Cases.Cases;

/// <summary>An administrative case was filed (行政立案).</summary>
/// <param name="Number">立案号, as the agency writes it.</param>
/// <param name="Cause">案由: what it is about.</param>
/// <param name="Officers">主办人: the officers in charge, at least two (行政处罚法 art. 42).</param>
[EntryType("case.opened")]
public sealed record CaseOpened(
    string Number, string Agency, string Division, StreamId Signal, string Enterprise, string Outlet, Bilingual Cause, LocalDate ActFrom, LocalDate ActTo, IReadOnlyList<string> Officers) : EntryBody;

/// <summary>A further officer was named on the case.</summary>
[EntryType("case.officer-named")]
public sealed record OfficerNamed(string Officer) : EntryBody;

/// <summary>A party was named. A person's name and number are sealed; a firm's name is public.</summary>
/// <param name="Organisation">Name of a firm; empty where the party is a person.</param>
/// <param name="Name">Sealed name of a person; null where the party is a firm.</param>
/// <param name="IdNumber">Sealed ID number, where it is known.</param>
[EntryType("case.party-named")]
public sealed record PartyNamed(string Party, PartyRole Role, string Organisation, SealedText? Name, SealedText? IdNumber) : EntryBody;

/// <summary>A fact for the screening was recorded, in the vocabulary of the statute book.</summary>
/// <param name="Name">Fact name: <c>concentration_mg_l</c>.</param>
/// <param name="Item">Entry of a map: <c>Cr6</c>; empty for plain facts.</param>
/// <param name="Value">As text: a number, <c>true</c>/<c>false</c>, or a list separated by commas.</param>
/// <param name="Standing">Whether it can bear a decision.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Basis">The same in words, both languages.</param>
[EntryType("case.fact-recorded")]
public sealed record FactRecorded(string Name, string Item, string Value, FactStanding Standing, StreamId? Source, Bilingual Basis) : EntryBody;

/// <summary>A fact was found wrong and no longer counts.</summary>
[EntryType("case.fact-withdrawn")]
public sealed record FactWithdrawn(string Name, string Item, string Reason) : EntryBody;

/// <summary>An item of evidence or a document came into the file.</summary>
/// <param name="Item">Id within the case.</param>
/// <param name="Document">Document type of the checklist: <c>site_record</c>, <c>sampling_record</c>, <c>photos</c>, <c>test_report</c> and so on.</param>
/// <param name="Sha256">Hash of the original bytes; empty where the record itself is the document.</param>
/// <param name="Proves">The fact to prove.</param>
/// <param name="MadeBy">Ids of who made it, separated by spaces: both officers where two must sign (行政处罚法 42); empty where a laboratory did.</param>
/// <param name="Source">The stream it was taken from.</param>
[EntryType("case.evidence-added")]
public sealed record EvidenceAdded(
    string Item, string Document, string Title, string Sha256, string MediaType, long Length, string Proves, Instant MadeAt, string MadeBy, string Place, StreamId? Source) : EntryBody;

/// <summary>Objects that are held in the case, taken over from a seizure.</summary>
[EntryType("case.objects-listed")]
public sealed record ObjectsListed(string ListNumber, StreamId Task, IReadOnlyList<HeldObject> Objects) : EntryBody;

/// <summary>One object held.</summary>
public sealed record HeldObject(string Name, Quantity Amount, string Features, string StoredAt);

/// <summary>
/// The screening says that a criminal threshold is reached: from here on the case must be transferred (行政处罚法 art. 27, 国务院令310号 art. 3). No corrected
/// fact takes that back: the duty ends when the case is sent, or when the head decides not to transfer and writes why (310 art. 5).
/// </summary>
/// <param name="Rows">Threshold rows that are reached.</param>
/// <param name="Law">Version of the statute book.</param>
[EntryType("case.transfer-duty-arose")]
public sealed record TransferDutyArose(string Offence, string Article, IReadOnlyList<string> Rows, string Law, Bilingual Explanation) : EntryBody;

/// <summary>A transfer was reported to the head: it is on its way, and no second one begins.</summary>
[EntryType("case.transfer-reported")]
public sealed record TransferReported(StreamId Transfer) : EntryBody;

/// <summary>The duty was met: the case was sent to the police.</summary>
[EntryType("case.transfer-duty-discharged")]
public sealed record TransferDutyDischarged(StreamId Transfer, string Police, string Procuratorate) : EntryBody;

/// <summary>The police passed the transfer on: another police organ has it now.</summary>
[EntryType("case.transfer-forwarded")]
public sealed record TransferPassedOn(StreamId Transfer, string Police) : EntryBody;

/// <summary>The head decided not to transfer, and wrote why. The procuratorate sees it.</summary>
[EntryType("case.non-transfer-decided")]
public sealed record NonTransferDecided(string Reasons) : EntryBody;

/// <summary>A fine was decided (行政处罚决定).</summary>
[EntryType("case.fine-decided")]
public sealed record FineDecided(string Number, Quantity Amount) : EntryBody;

/// <summary>The police filed: the case is theirs now, and the agency keeps sight of it as former owner.</summary>
[EntryType("case.ownership-moved")]
public sealed record CaseOwnershipMoved(string From, string To, string Officer, string FilingNumber) : EntryBody;

/// <summary>The police returned the case, or did not file: it is the agency's again.</summary>
/// <param name="NotFiled">True: they decided not to file, and the agency may impose a penalty (国务院令310号 art. 10); false: it was no matter for the police.</param>
[EntryType("case.returned")]
public sealed record CaseReturned(StreamId Transfer, string Reasons, bool NotFiled) : EntryBody;

/// <summary>The case ended.</summary>
[EntryType("case.closed")]
public sealed record CaseClosed(CaseEnding Ending, string Reason) : EntryBody;

/// <summary>The role of a party.</summary>
public enum PartyRole
{
    Suspect,
    ResponsiblePerson,
    Witness,
    Victim,
}

/// <summary>Whether a fact can bear a decision.</summary>
public enum FactStanding
{
    /// <summary>Worth a look, not yet evidence: an automatic record that was not reviewed (行政处罚法 art. 41).</summary>
    Lead,

    /// <summary>Lawfully collected and usable.</summary>
    Evidence,
}

/// <summary>How a case ends.</summary>
public enum CaseEnding
{
    Fine,
    NoViolation,
    Criminal,
    Other,
}
