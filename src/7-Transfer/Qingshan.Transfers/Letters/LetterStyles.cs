using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Qingshan.Transfers.Letters;

/// <summary>Every style of the letter, as rows, and the styles part made of them.</summary>
internal static class LetterStyles
{
    public const string Normal = "Normal", Body = "LetterBody", Heading = "Heading1", Subheading = "Heading2", Title = "Title", AgencyMark = "AgencyMark",
        Number = "DocumentNumber", Annex = "AnnexLabel", Cell = "ListCell", CentredCell = "ListCellCentred", CellHead = "ListHead", Note = "ListNote",
        Imprint = "Imprint", ImprintDate = "ImprintDate", Anchor = "ImprintAnchor", OddPage = "PageNumberOdd", EvenPage = "PageNumberEven";

    private const int CellLine = 340, ImprintLine = 500;

    internal static readonly IReadOnlyList<LetterStyle> Rows =
    [
        new(Normal, "Normal", LetterFonts.FangSong, 32, LetterLayout.LinePitch, JustificationValues.Both),
        new(Body, "正文段落", LetterFonts.FangSong, 32, LetterLayout.LinePitch, JustificationValues.Both) { Indented = true },
        new(Heading, "heading 1", LetterFonts.HeiTi, 32, LetterLayout.LinePitch, JustificationValues.Both)
            { Indented = true, KeepWithNext = true, OutlineLevel = 0 },
        new(Subheading, "heading 2", LetterFonts.KaiTi, 32, LetterLayout.LinePitch, JustificationValues.Both)
            { Indented = true, KeepWithNext = true, OutlineLevel = 1 },
        new(Title, "Title", LetterFonts.TitleSong, 44, 700, JustificationValues.Center) { KeepWithNext = true },
        new(AgencyMark, "发文机关标志", LetterFonts.TitleSong, LetterLayout.AgencyMarkLeast, 700, JustificationValues.Center),
        new(Number, "发文字号", LetterFonts.FangSong, 32, LetterLayout.LinePitch, JustificationValues.Center),
        new(Annex, "附件序号", LetterFonts.HeiTi, 32, LetterLayout.LinePitch, JustificationValues.Left) { KeepWithNext = true, OutlineLevel = 0 },
        new(Cell, "清单", LetterFonts.FangSong, 24, CellLine, JustificationValues.Left) { OnGrid = false },
        new(CentredCell, "清单居中", LetterFonts.FangSong, 24, CellLine, JustificationValues.Center) { OnGrid = false },
        new(CellHead, "清单表头", LetterFonts.HeiTi, 24, CellLine, JustificationValues.Center) { OnGrid = false },
        new(Note, "清单说明", LetterFonts.FangSong, 24, 420, JustificationValues.Left) { OnGrid = false },
        new(Imprint, "版记", LetterFonts.FangSong, 28, ImprintLine, JustificationValues.Left) { OnGrid = false },
        new(ImprintDate, "印发日期", LetterFonts.FangSong, 28, ImprintLine, JustificationValues.Right) { OnGrid = false },
        new(Anchor, "版记锚点", LetterFonts.FangSong, 2, 20, JustificationValues.Left) { OnGrid = false },
        new(OddPage, "单页页码", LetterFonts.SongTi, 28, LetterLayout.PageNumberLine, JustificationValues.Right) { OnGrid = false },
        new(EvenPage, "双页页码", LetterFonts.SongTi, 28, LetterLayout.PageNumberLine, JustificationValues.Left) { OnGrid = false },
    ];

    public static Styles Part() => new(Rows.Select(Style).Prepend<OpenXmlElement>(Defaults()));

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle
        {
            RunFonts = LetterFonts.Of(LetterFonts.FangSong),
            FontSize = new FontSize { Val = "32" },
            FontSizeComplexScript = new FontSizeComplexScript { Val = "32" },
            Languages = new Languages { Val = "en-US", EastAsia = "zh-CN", Bidi = "ar-SA" },
        }),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle { WidowControl = new WidowControl { Val = false } }));

    private static Style Style(LetterStyle row)
    {
        var style = new Style
        {
            Type = StyleValues.Paragraph,
            StyleId = row.Id,
            StyleName = new StyleName { Val = row.Name },
            PrimaryStyle = new PrimaryStyle(),
            StyleParagraphProperties = Paragraph(row),
            StyleRunProperties = Type(row),
        };
        if (row.Id == Normal)
            style.Default = true;
        else
            style.BasedOn = new BasedOn { Val = Normal };
        return style;
    }

    private static StyleParagraphProperties Paragraph(LetterStyle row) => new()
    {
        KeepNext = row.KeepWithNext ? new KeepNext() : null,
        SnapToGrid = new SnapToGrid { Val = row.OnGrid },
        SpacingBetweenLines = new SpacingBetweenLines { Before = "0", After = "0", Line = Text(row.Line), LineRule = LineSpacingRuleValues.Exact },
        Indentation = row.Indented ? LetterParagraphs.FirstLine() : null,
        Justification = new Justification { Val = row.Align },
        OutlineLevel = row.OutlineLevel is { } level ? new OutlineLevel { Val = level } : null,
    };

    private static StyleRunProperties Type(LetterStyle row) => new()
    {
        RunFonts = LetterFonts.Of(row.Font),
        Spacing = new Spacing { Val = row.HalfPoints == 32 ? LetterLayout.CharacterSpacing : 0 },
        FontSize = new FontSize { Val = Text(row.HalfPoints) },
        FontSizeComplexScript = new FontSizeComplexScript { Val = Text(row.HalfPoints) },
    };

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
