using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Qingshan.Transfers.Letters;

/// <summary>附件3 接受案件回执, which the police sign and give back at once (环环监〔2017〕17号 art. 7).</summary>
internal static class LetterReceipt
{
    public static IEnumerable<OpenXmlElement> Write(TransferLetterContent content) =>
    [
        .. LetterLists.AnnexHead("附件3", "接受案件回执"),
        LetterParagraphs.Of(LetterStyles.Normal, content.Agency + "："),
        LetterParagraphs.Of(LetterStyles.Body, Received(content)),
        Line("收到时间：", Pen(4), "年", Pen(2), "月", Pen(2), "日", Pen(2), "时", Pen(2), "分"),
        Line("材料清点：□ 与清单一致\u3000□ 与清单不一致"),
        Line("签收人（签名）：", Pen(6), "\u3000警号：", Pen(5)),
        Line("联系电话：", Pen(9)),
        LetterParagraphs.BoundBlank(),
        LetterParagraphs.BoundBlank(),
        .. LetterSignature.WriteOpen(content.Police),
    ];

    private static string Received(TransferLetterContent content) => string.Create(
        CultureInfo.InvariantCulture,
        $"今收到你单位以{content.Number}《案件移送书》移送的{LetterText.Names(content.Parties)}涉嫌{content.Offence}一案（立案号：{content.CaseNumber}）"
        + $"的案件材料{content.Documents.Count}份、涉案物品清单{content.Items.Count}项，本单位予以接受。");

    private static Paragraph Line(params object[] parts) => LetterParagraphs.Bind(LetterParagraphs.Of(
        LetterStyles.Body, [.. parts.Select(part => part as Run ?? LetterParagraphs.Run((string)part))]));

    private static Run Pen(int characters) => LetterParagraphs.Pen(characters);
}
