using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Qingshan.Transfers.Letters;

/// <summary>主体: what 环环监〔2017〕17号 art. 6 item 1 asks the letter to say.</summary>
internal static class LetterBody
{
    public static IEnumerable<OpenXmlElement> Write(TransferLetterContent content) =>
        Opening(content).Concat(Case(content)).Concat(Facts(content)).Concat(Charge(content)).Concat(Contact(content)).Concat(Request(content));

    private static IEnumerable<OpenXmlElement> Opening(TransferLetterContent content) =>
    [
        Text(
            $"本机关对案由为“{content.Cause}”的案件（立案号：{content.CaseNumber}）进行了调查，认为当事人的行为涉嫌犯罪。"
            + "依照《行政执法机关移送涉嫌犯罪案件的规定》第三条和《环境保护行政执法与刑事司法衔接工作办法》（环环监〔2017〕17号）第五条、第六条，"
            + "经本机关负责人批准，现将该案移送你单位。有关情况如下："),
    ];

    private static IEnumerable<OpenXmlElement> Case(TransferLetterContent content) =>
    [
        Heading("一、移送机关和案件基本情况"),
        Text($"移送机关：{content.Agency}"),
        Text($"立案号：{content.CaseNumber}"),
        Text($"案由：{content.Cause}"),
        .. Parties(content.Parties),
    ];

    private static IEnumerable<OpenXmlElement> Parties(IReadOnlyList<string> parties) => parties.Count switch
    {
        0 => [Text("当事人：待查")],
        1 => [Text($"当事人：{parties[0]}")],
        _ => [Text("当事人："), .. Numbered(parties)],
    };

    private static IEnumerable<OpenXmlElement> Facts(TransferLetterContent content) =>
        LetterText.Paragraphs(content.Report).Select(Text).Prepend(Heading("二、主要事实"));

    private static IEnumerable<OpenXmlElement> Charge(TransferLetterContent content) =>
    [
        Heading("三、涉嫌罪名和主要依据"),
        Subheading("（一）涉嫌罪名"),
        Text($"当事人的上述行为涉嫌构成{content.Offence}（{content.Article}）。"),
        Subheading("（二）主要依据"),
        .. Numbered(content.Basis.Select(LetterText.Sentence)),
    ];

    private static IEnumerable<OpenXmlElement> Contact(TransferLetterContent content) =>
    [
        Heading("四、主办人和联系方式"),
        .. content.Officers.Select(officer => Text($"主办人：{officer.Name}（执法证号：{officer.Certificate}）")),
        Text($"联系电话：{content.Phone}"),
    ];

    private static IEnumerable<OpenXmlElement> Request(TransferLetterContent content) =>
    [
        Heading("五、移送事项"),
        Text(
            string.Create(CultureInfo.InvariantCulture, $"随本移送书移送案件材料{content.Documents.Count}份、涉案物品{content.Items.Count}项，清单附后。")
            + "请你单位收到后出具接受案件回执，依法审查并作出是否立案的决定，将决定书面通知本机关。"),
        LetterParagraphs.Bind(Text($"本移送书同时抄送{content.Procuratorate}。")),
    ];

    private static IEnumerable<OpenXmlElement> Numbered(IEnumerable<string> texts) =>
        texts.Select((text, index) => Text(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {text}")));

    private static Paragraph Heading(string text) => LetterParagraphs.Of(LetterStyles.Heading, text);

    private static Paragraph Subheading(string text) => LetterParagraphs.Of(LetterStyles.Subheading, text);

    private static Paragraph Text(string text) => LetterParagraphs.Of(LetterStyles.Body, text);
}
