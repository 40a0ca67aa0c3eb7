using DocumentFormat.OpenXml.Wordprocessing;

namespace Qingshan.Transfers.Letters;

/// <summary>
/// The letter of transfer (案件移送书) as DOCX: content by 环环监〔2017〕17号 art. 6 item 1, layout by GB/T 9704-2012. The lists of material and of objects and
/// the receipt for the police follow as annexes, the copy to the procuratorate stands in the imprint.
/// </summary>
internal static class TransferLetter
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The letter's bytes; the same content always gives the same bytes. Any text is printed: what XML cannot carry becomes U+FFFD.</summary>
    public static byte[] Write(TransferLetterContent content) => LetterPackage.Write(LetterParts.Of(content, Document(content)));

    private static Document Document(TransferLetterContent content) => new(new Body(
    [
        .. LetterHead.Write(content),
        .. LetterBody.Write(content),
        .. LetterSignature.Write(content),
        .. LetterLists.Write(content),
        .. LetterReceipt.Write(content),
        LetterImprint.Write(content),
        LetterParagraphs.Of(LetterStyles.Anchor, []),
        Page(),
    ]));

    private static SectionProperties Page() => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = LetterParts.OddFooterId },
        new FooterReference { Type = HeaderFooterValues.Even, Id = LetterParts.EvenFooterId },
        new PageSize { Width = LetterLayout.PageWidth, Height = LetterLayout.PageHeight },
        new PageMargin
        {
            Top = LetterLayout.MarginTop,
            Bottom = LetterLayout.MarginBottom,
            Left = LetterLayout.MarginLeft,
            Right = LetterLayout.MarginRight,
            Header = 851,
            Footer = LetterLayout.FooterMargin,
            Gutter = 0,
        },
        new DocGrid { Type = DocGridValues.Lines, LinePitch = LetterLayout.LinePitch });
}
