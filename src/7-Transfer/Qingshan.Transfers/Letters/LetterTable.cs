using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Qingshan.Transfers.Letters;

/// <summary>A column of a list.</summary>
/// <param name="Title">Head, repeated on every page.</param>
/// <param name="Width">Twips; the widths of a list add up to the text width.</param>
/// <param name="Centred">Centred, for short values.</param>
internal sealed record LetterColumn(string Title, int Width, bool Centred = false);

/// <summary>
/// A list over any number of pages: its head is repeated, no row of usual length is parted, its last row stays with what follows.
/// </summary>
internal static class LetterTable
{
    private const int CellPadding = 85;

    /// <summary>
    /// Characters in one cell above which a row may run over a page end; kept whole, one longer than a page would lose its end in LibreOffice.
    /// </summary>
    private const int WholeRow = 300;

    public static Table Write(IReadOnlyList<LetterColumn> columns, IReadOnlyList<string[]> rows) => new(
        rows.Select((row, index) => Row(columns, row, last: index == rows.Count - 1))
            .Prepend(Head(columns))
            .Prepend<OpenXmlElement>(new TableGrid(columns.Select(column => new GridColumn { Width = LetterStyles.Text(column.Width) })))
            .Prepend(Properties()));

    private static TableProperties Properties() => new()
    {
        TableWidth = new TableWidth { Width = LetterStyles.Text(LetterLayout.TextWidth), Type = TableWidthUnitValues.Dxa },
        TableIndentation = new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
        TableBorders = new TableBorders
        {
            TopBorder = Line<TopBorder>(),
            LeftBorder = Line<LeftBorder>(),
            BottomBorder = Line<BottomBorder>(),
            RightBorder = Line<RightBorder>(),
            InsideHorizontalBorder = Line<InsideHorizontalBorder>(),
            InsideVerticalBorder = Line<InsideVerticalBorder>(),
        },
        TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
        TableCellMarginDefault = new TableCellMarginDefault
        {
            TopMargin = new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
            TableCellLeftMargin = new TableCellLeftMargin { Width = CellPadding, Type = TableWidthValues.Dxa },
            BottomMargin = new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
            TableCellRightMargin = new TableCellRightMargin { Width = CellPadding, Type = TableWidthValues.Dxa },
        },
    };

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = LetterLayout.TableWeight, Space = 0, Color = "000000" };

    private static TableRow Head(IReadOnlyList<LetterColumn> columns) => new(
        columns.Select(column => Cell(column.Width, LetterParagraphs.Bind(LetterParagraphs.Of(LetterStyles.CellHead, column.Title))))
            .Prepend<OpenXmlElement>(new TableRowProperties(new CantSplit(), new TableHeader())));

    private static TableRow Row(IReadOnlyList<LetterColumn> columns, string[] values, bool last) => new(
        columns.Zip(values, (column, value) => Cell(column, value, last)).Prepend<OpenXmlElement>(RowProperties(values)));

    private static TableRowProperties RowProperties(string[] values) =>
        values.All(value => value.Length <= WholeRow) ? new TableRowProperties(new CantSplit()) : new TableRowProperties();

    private static TableCell Cell(LetterColumn column, string value, bool last)
    {
        var paragraph = LetterParagraphs.Of(column.Centred ? LetterStyles.CentredCell : LetterStyles.Cell, value);
        return Cell(column.Width, last ? LetterParagraphs.Bind(paragraph) : paragraph);
    }

    private static TableCell Cell(int width, Paragraph paragraph) => new(
        new TableCellProperties
        {
            TableCellWidth = new TableCellWidth { Width = LetterStyles.Text(width), Type = TableWidthUnitValues.Dxa },
            TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center },
        },
        paragraph);
}
