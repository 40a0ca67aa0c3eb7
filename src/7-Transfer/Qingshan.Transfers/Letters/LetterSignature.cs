using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Qingshan.Transfers.Letters;

/// <summary>附件说明, then the agency's name over the date with room for the seal; one block that no page break parts from the last sentence.</summary>
internal static class LetterSignature
{
    private static readonly string[] Annexes = ["1. 移送材料清单", "2. 涉案物品清单", "3. 接受案件回执"];

    public static IEnumerable<OpenXmlElement> Write(TransferLetterContent content)
    {
        var date = LetterText.Date(content.Date);
        return
        [
            LetterParagraphs.BoundBlank(),
            .. Annexes.Select((annex, index) => Annex(index == 0 ? "附件：" + annex : annex, index == 0)),
            .. Enumerable.Range(0, LetterLayout.SealLines).Select(_ => LetterParagraphs.BoundBlank()),
            LetterParagraphs.Bind(Centred(content.Agency, Axis(content.Agency, date))),
            Centred(date, Axis(content.Agency, date)),
        ];
    }

    /// <summary>An agency's name that a seal will cover, and a date left open for the pen.</summary>
    public static IEnumerable<OpenXmlElement> WriteOpen(string agency)
    {
        const string date = "\u3000\u3000\u3000年\u3000月\u3000日";
        var signer = agency + "（印章）";
        return [LetterParagraphs.Bind(Centred(signer, Axis(signer, date))), Centred(date, Axis(signer, date))];
    }

    /// <summary>
    /// The line on which name and date are centred, in twips from the left edge of the text: the date ends four characters from the right edge,
    /// unless the name, with a character to spare, then would run over that edge.
    /// </summary>
    internal static int Axis(string agency, string date)
    {
        var forDate = LetterLayout.TextWidth - (LetterLayout.DateRightCharacters * LetterLayout.CharacterPitch) - (Width(date) / 2);
        var forName = LetterLayout.TextWidth - ((Width(agency) + LetterLayout.CharacterPitch) / 2);
        return Math.Clamp(Math.Min(forDate, forName), LetterLayout.TextWidth / 2, LetterLayout.TextWidth);
    }

    private static int Width(string text) => LetterText.HalfWidth(text) * LetterLayout.CharacterPitch / 2;

    private static Paragraph Centred(string text, int axis) => LetterParagraphs.Of(
        new ParagraphProperties
        {
            ParagraphStyleId = new ParagraphStyleId { Val = LetterStyles.Normal },
            Indentation = new Indentation { Left = LetterStyles.Text((2 * axis) - LetterLayout.TextWidth) },
            Justification = new Justification { Val = JustificationValues.Center },
        },
        LetterParagraphs.Run(text));

    private static Paragraph Annex(string text, bool first) => LetterParagraphs.Bind(LetterParagraphs.Of(
        new ParagraphProperties
        {
            ParagraphStyleId = new ParagraphStyleId { Val = LetterStyles.Normal },
            Indentation = first ? LetterParagraphs.Hanging(left: 6, hanging: 4) : LetterParagraphs.Hanging(left: 6, hanging: 1),
        },
        LetterParagraphs.Run(text)));
}
