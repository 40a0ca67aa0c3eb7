using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Qingshan.Transfers.Letters;

/// <summary>版头: the agency's name in red, the number, the red line; then title and addressee.</summary>
internal static class LetterHead
{
    public static IEnumerable<OpenXmlElement> Write(TransferLetterContent content) =>
    [
        AgencyMark(LetterText.Clean(content.Agency)),
        LetterParagraphs.Blank(),
        LetterParagraphs.Blank(),
        Number(content.Number),
        LetterParagraphs.Blank(),
        LetterParagraphs.Blank(),
        LetterParagraphs.Of(LetterStyles.Title, "案件移送书"),
        LetterParagraphs.Blank(),
        LetterParagraphs.Of(LetterStyles.Normal, content.Police + "："),
    ];

    /// <summary>Half points at which the name fills one line, within the bounds; a longer name takes several lines.</summary>
    internal static int MarkSize(string agency)
    {
        var halfPointsEach = LetterLayout.TextWidth / 10 * 2 / Math.Max(1, LetterText.HalfWidth(agency));
        return Math.Clamp(halfPointsEach / 2 * 2, LetterLayout.AgencyMarkLeast, LetterLayout.AgencyMarkMost);
    }

    private static Paragraph AgencyMark(string agency)
    {
        var size = MarkSize(agency);
        var run = LetterParagraphs.Run(agency);
        run.RunProperties = new RunProperties
        {
            Color = new Color { Val = LetterLayout.Red },
            FontSize = new FontSize { Val = LetterStyles.Text(size) },
            FontSizeComplexScript = new FontSizeComplexScript { Val = LetterStyles.Text(size) },
        };
        return LetterParagraphs.Of(
            new ParagraphProperties
            {
                ParagraphStyleId = new ParagraphStyleId { Val = LetterStyles.AgencyMark },
                SpacingBetweenLines = new SpacingBetweenLines
                {
                    Before = LetterStyles.Text(LetterLayout.AgencyMarkDrop),
                    Line = LetterStyles.Text(size * 13),
                    LineRule = LineSpacingRuleValues.Exact,
                },
            },
            run);
    }

    private static Paragraph Number(string number) => LetterParagraphs.Of(
        new ParagraphProperties
        {
            ParagraphStyleId = new ParagraphStyleId { Val = LetterStyles.Number },
            ParagraphBorders = new ParagraphBorders
            {
                BottomBorder = new BottomBorder
                {
                    Val = BorderValues.Single,
                    Color = LetterLayout.Red,
                    Size = LetterLayout.RedLineWeight,
                    Space = LetterLayout.RedLineGapPoints,
                },
            },
        },
        LetterParagraphs.Run(number));
}
