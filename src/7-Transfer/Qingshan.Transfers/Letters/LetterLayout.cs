namespace Qingshan.Transfers.Letters;

/// <summary>The page of GB/T 9704-2012 as numbers. Lengths are twips (1/20 pt, 56.7 to the millimetre) unless the name says otherwise.</summary>
internal static class LetterLayout
{
    /// <summary>A4, 210 × 297 mm.</summary>
    public const int PageWidth = 11906, PageHeight = 16838;

    /// <summary>37 mm above and 28 mm left of the text.</summary>
    public const int MarginTop = 2098, MarginLeft = 1588;

    /// <summary>The text area, 156 × 225 mm.</summary>
    public const int TextWidth = 8844, TextHeight = 12756;

    public const int MarginRight = PageWidth - MarginLeft - TextWidth, MarginBottom = PageHeight - MarginTop - TextHeight;

    /// <summary>22 lines of 28 characters fill the text area.</summary>
    public const int LinesPerPage = 22, CharactersPerLine = 28;

    public const int LinePitch = TextHeight / LinesPerPage;

    /// <summary>One character of body text as set: 28 of them are a line.</summary>
    public const int CharacterPitch = TextWidth / CharactersPerLine;

    /// <summary>
    /// What is taken off each character of 16 pt so that 28 fit into 156 mm. It is set by the styles, since LibreOffice gives a character that is wider
    /// than the cell of a character grid two cells.
    /// </summary>
    public const int CharacterSpacing = CharacterPitch - (16 * 20);

    /// <summary>The page number begins 7 mm under the text; lower edge of its line from the edge of the page.</summary>
    public const int FooterMargin = MarginBottom - 397 - PageNumberLine;

    public const int PageNumberLine = 360;

    /// <summary>The agency's red name begins 35 mm under the upper edge of the text; most of the first line's leading is taken off.</summary>
    public const int AgencyMarkDrop = 1630;

    /// <summary>The agency's name fills the line, but is never smaller than the title nor larger than this (half points).</summary>
    public const int AgencyMarkLeast = 44, AgencyMarkMost = 88;

    /// <summary>4 mm between the number and the red line, in points as borders count it.</summary>
    public const int RedLineGapPoints = 11;

    /// <summary>Eighths of a point, as borders count: the red line; 0.35 mm and 0.25 mm for the lines of the imprint; table lines.</summary>
    public const int RedLineWeight = 12, ImprintOuterWeight = 8, ImprintInnerWeight = 6, TableWeight = 4;

    public const string Red = "FF0000";

    /// <summary>Sealed letters: the date ends four characters from the right edge.</summary>
    public const int DateRightCharacters = 4;

    /// <summary>Lines left above the agency's name, so that a seal of 42 mm set over name and date touches no text.</summary>
    public const int SealLines = 3;
}
