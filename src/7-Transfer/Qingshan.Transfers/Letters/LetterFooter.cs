using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Qingshan.Transfers.Letters;

/// <summary>Page number between dashes on the outer side: one character from the right edge on odd pages, from the left on even ones.</summary>
internal static class LetterFooter
{
    private const int Edge = 280;

    public static Footer Odd() => Page(LetterStyles.OddPage, new Indentation { Right = LetterStyles.Text(Edge) });

    public static Footer Even() => Page(LetterStyles.EvenPage, new Indentation { Left = LetterStyles.Text(Edge) });

    private static Footer Page(string style, Indentation indentation) => new(new Paragraph(
        new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style }, Indentation = indentation },
        Styled(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(Styled(new Text("1"))) { Instruction = " PAGE " },
        Styled(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));

    /// <summary>Figures of the page number are set in 宋体 too.</summary>
    private static Run Styled(Text text) => new(
        new RunProperties
        {
            RunFonts = new RunFonts
            {
                Ascii = LetterFonts.SongTi,
                HighAnsi = LetterFonts.SongTi,
                EastAsia = LetterFonts.SongTi,
                Hint = FontTypeHintValues.EastAsia,
            },
        },
        text);
}
