using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Qingshan.Transfers.Letters;

/// <summary>
/// 版记 at the foot of the last page: the copy to the procuratorate (17号 art. 6), the issuing agency and the date of issue, between rules; a table that
/// stands on the lower edge of the text.
/// </summary>
internal static class LetterImprint
{
    /// <summary>One character of 14 pt from either edge; "抄送：" is three.</summary>
    private const int Edge = 280, Label = 3 * Edge;

    private const int DateWidth = 3600, AgencyWidth = LetterLayout.TextWidth - DateWidth;

    public static Table Write(TransferLetterContent content) => new(
        Properties(),
        new TableGrid(new GridColumn { Width = LetterStyles.Text(AgencyWidth) }, new GridColumn { Width = LetterStyles.Text(DateWidth) }),
        Row(Cell(LetterLayout.TextWidth, 2, LetterStyles.Imprint, Label, $"抄送：{content.Procuratorate}。")),
        Row(
            Cell(AgencyWidth, 1, LetterStyles.Imprint, 0, content.Agency),
            Cell(DateWidth, 1, LetterStyles.ImprintDate, 0, LetterText.Date(content.Date) + "印发")));

    private static TableProperties Properties() => new()
    {
        // Counted from the edge of the page: LibreOffice takes a table as wide as the text out of the flow only then.
        TablePositionProperties = new TablePositionProperties
        {
            HorizontalAnchor = HorizontalAnchorValues.Page,
            TablePositionX = LetterLayout.MarginLeft,
            VerticalAnchor = VerticalAnchorValues.Margin,
            TablePositionYAlignment = VerticalAlignmentValues.Bottom,
        },
        TableOverlap = new TableOverlap { Val = TableOverlapValues.Never },
        TableWidth = new TableWidth { Width = LetterStyles.Text(LetterLayout.TextWidth), Type = TableWidthUnitValues.Dxa },
        TableBorders = new TableBorders
        {
            TopBorder = Rule<TopBorder>(LetterLayout.ImprintOuterWeight),
            BottomBorder = Rule<BottomBorder>(LetterLayout.ImprintOuterWeight),
            InsideHorizontalBorder = Rule<InsideHorizontalBorder>(LetterLayout.ImprintInnerWeight),
        },
        TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
        TableCellMarginDefault = new TableCellMarginDefault
        {
            TableCellLeftMargin = new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
            TableCellRightMargin = new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa },
        },
    };

    private static T Rule<T>(uint weight)
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = weight, Space = 0, Color = "000000" };

    private static TableRow Row(params TableCell[] cells) => new(cells.Prepend<OpenXmlElement>(new TableRowProperties(new CantSplit())));

    private static TableCell Cell(int width, int columns, string style, int hanging, string text) => new(
        new TableCellProperties
        {
            TableCellWidth = new TableCellWidth { Width = LetterStyles.Text(width), Type = TableWidthUnitValues.Dxa },
            GridSpan = new GridSpan { Val = columns },
            TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center },
        },
        LetterParagraphs.Of(
            new ParagraphProperties
            {
                ParagraphStyleId = new ParagraphStyleId { Val = style },
                Indentation = new Indentation
                {
                    Left = LetterStyles.Text(Edge + hanging),
                    Right = LetterStyles.Text(Edge),
                    Hanging = LetterStyles.Text(hanging),
                },
            },
            LetterParagraphs.Run(text)));
}
