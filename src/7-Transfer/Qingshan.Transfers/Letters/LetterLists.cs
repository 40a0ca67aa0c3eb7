using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Qingshan.Transfers.Letters;

/// <summary>附件1 移送材料清单 and 附件2 涉案物品清单, each on its own pages, to be signed by who hands over and who receives.</summary>
internal static class LetterLists
{
    /// <summary>Hex digits of a hash in print; the electronic case file has all 64.</summary>
    internal const int ShortHash = 16;

    private const string Nothing = "—";

    /// <summary>The seven document groups of 环环监〔2017〕17号 art. 6, in order.</summary>
    private static readonly string[] Groups =
        ["案件移送书", "案件调查报告", "笔录、勘验图、采样记录", "涉案物品清单", "照片、录音录像", "监测检验报告、认定意见", "其他材料"];

    private static readonly LetterColumn[] DocumentColumns =
        [new("序号", 700, Centred: true), new("组别", 2200), new("材料名称", 3404), new("SHA-256（前16位）", 2540, Centred: true)];

    private static readonly LetterColumn[] ItemColumns =
        [new("序号", 700, Centred: true), new("名称", 2000), new("数量", 1300, Centred: true), new("特征", 2644), new("存放地点", 2200)];

    public static IEnumerable<OpenXmlElement> Write(TransferLetterContent content) =>
    [
        .. Opening("附件1", "移送材料清单", content),
        LetterTable.Write(DocumentColumns, Documents(content.Documents)),
        LetterParagraphs.Bind(LetterParagraphs.Of(
            LetterStyles.Note, "注：组别依照环环监〔2017〕17号第六条；摘要的完整值以电子案卷为准，“—”表示该材料没有单独的电子文件。")),
        .. Signatures(),
        .. Opening("附件2", "涉案物品清单", content),
        LetterTable.Write(ItemColumns, Items(content.Items)),
        .. Signatures(),
    ];

    /// <summary>First line the number of the annex, third line its title.</summary>
    public static IEnumerable<OpenXmlElement> AnnexHead(string label, string title)
    {
        var first = LetterParagraphs.Of(LetterStyles.Annex, label);
        first.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
        return [first, LetterParagraphs.BoundBlank(), LetterParagraphs.Of(LetterStyles.Title, title), LetterParagraphs.BoundBlank()];
    }

    private static IEnumerable<OpenXmlElement> Opening(string label, string title, TransferLetterContent content) =>
    [
        .. AnnexHead(label, title),
        LetterParagraphs.Bind(LetterParagraphs.Of(LetterStyles.Note, $"移送书文号：{content.Number}\u3000\u3000立案号：{content.CaseNumber}")),
    ];

    private static List<string[]> Documents(IReadOnlyList<LetterDocument> documents) => OrNothing(
        DocumentColumns.Length,
        documents.OrderBy(document => document.Group)
            .Select((document, index) => (string[])[Ordinal(index), Group(document.Group), document.Title, Hash(document.Sha256)]));

    private static List<string[]> Items(IReadOnlyList<LetterItem> items) => OrNothing(
        ItemColumns.Length,
        items.Select((item, index) => (string[])[Ordinal(index), item.Name, item.Amount, item.Features, item.StoredAt]));

    private static List<string[]> OrNothing(int columns, IEnumerable<string[]> rows)
    {
        var list = rows.ToList();
        return list.Count > 0 ? list : [["无", .. Enumerable.Repeat(Nothing, columns - 1)]];
    }

    private static string Group(int group) => string.Create(
        CultureInfo.InvariantCulture, $"{group} {(group >= 1 && group <= Groups.Length ? Groups[group - 1] : Groups[^1])}");

    private static string Hash(string sha256) => sha256.Length == 0 ? Nothing : sha256[..Math.Min(ShortHash, sha256.Length)];

    private static string Ordinal(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<OpenXmlElement> Signatures() =>
    [
        LetterParagraphs.BoundBlank(),
        LetterParagraphs.Of(
            LetterStyles.Note,
            LetterParagraphs.Run("移交人（签名）："), LetterParagraphs.Pen(5), LetterParagraphs.Run("\u3000接收人（签名）："), LetterParagraphs.Pen(5),
            LetterParagraphs.Run("\u3000\u3000\u3000年\u3000月\u3000日")),
    ];
}
