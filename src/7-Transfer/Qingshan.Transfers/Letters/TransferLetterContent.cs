using NodaTime;

namespace Qingshan.Transfers.Letters;

/// <summary>What a letter of transfer (案件移送书) says; all texts as they are to be printed.</summary>
/// <param name="Agency">移送机关, full name.</param>
/// <param name="Number">文号, such as 舟环移〔2026〕1号.</param>
/// <param name="Police">Addressee.</param>
/// <param name="Procuratorate">Copy to.</param>
/// <param name="CaseNumber">立案号.</param>
/// <param name="Cause">案由.</param>
/// <param name="Parties">Suspects: names of firms and persons.</param>
/// <param name="Offence">Suspected charge: 污染环境罪.</param>
/// <param name="Article">Article: 《刑法》第三百三十八条.</param>
/// <param name="Basis">Main basis: the threshold rows in words with their figures.</param>
/// <param name="Report">Facts as reported to the head.</param>
/// <param name="Officers">主办人 with certificate numbers.</param>
/// <param name="Phone">Contact number.</param>
/// <param name="Documents">移送材料清单: document and group of 17号 art. 6.</param>
/// <param name="Items">涉案物品清单.</param>
/// <param name="Date">成文日期.</param>
public sealed record TransferLetterContent(
    string Agency, string Number, string Police, string Procuratorate, string CaseNumber, string Cause, IReadOnlyList<string> Parties, string Offence, string Article,
    IReadOnlyList<string> Basis, string Report, IReadOnlyList<LetterOfficer> Officers, string Phone, IReadOnlyList<LetterDocument> Documents,
    IReadOnlyList<LetterItem> Items, LocalDate Date);

/// <summary>An officer in charge.</summary>
public sealed record LetterOfficer(string Name, string Certificate);

/// <summary>A line of the list of material.</summary>
/// <param name="Group">Document group of 17号 art. 6, 1 to 7.</param>
/// <param name="Sha256">Hash of the file; empty where the record is the document.</param>
public sealed record LetterDocument(int Group, string Title, string Sha256);

/// <summary>A line of the list of objects.</summary>
public sealed record LetterItem(string Name, string Amount, string Features, string StoredAt);
