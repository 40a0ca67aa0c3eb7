using DocumentFormat.OpenXml.Wordprocessing;
using Qingshan.Transfers.Letters;

namespace Qingshan.Transfers.Tests.Letters;

public sealed class LetterLayoutTests
{
    private const double TwipsPerMillimetre = 1440 / 25.4;

    [Fact]
    public void Page_HasMarginsAndTextAreaOfTheStandard()
    {
        using var letter = new PrintedLetter(SampleLetter.Content());
        var section = letter.Main.Document.Body!.GetFirstChild<SectionProperties>()!;
        var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        Assert.Equal((2098, 1588u), (margin.Top!.Value, margin.Left!.Value));
        Assert.Equal(37, margin.Top / TwipsPerMillimetre, 0.1);
        Assert.Equal(28, margin.Left / TwipsPerMillimetre, 0.1);
        Assert.Equal(156, (size.Width - margin.Left - margin.Right!) / TwipsPerMillimetre, 0.1);
        Assert.Equal(225, (size.Height - margin.Top - margin.Bottom!) / TwipsPerMillimetre, 0.1);
    }

    [Fact]
    public void Grid_FitsTwentyTwoLinesOfTwentyEightCharacters()
    {
        using var letter = new PrintedLetter(SampleLetter.Content());
        var grid = letter.Main.Document.Body!.GetFirstChild<SectionProperties>()!.GetFirstChild<DocGrid>()!;
        Assert.Equal((DocGridValues.Lines, 579), (grid.Type!.Value, grid.LinePitch!.Value));
        var body = letter.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(row => row.StyleId == LetterStyles.Body);
        var (line, spacing) = (int.Parse(body.StyleParagraphProperties!.SpacingBetweenLines!.Line!, null), body.StyleRunProperties!.Spacing!.Val!.Value);
        Assert.Equal((22, 28), (LetterLayout.TextHeight / line, LetterLayout.TextWidth / ((16 * 20) + spacing)));
    }

    [Theory]
    [InlineData(LetterStyles.Normal, "仿宋_GB2312", "32")]
    [InlineData(LetterStyles.Body, "仿宋_GB2312", "32")]
    [InlineData(LetterStyles.Heading, "黑体", "32")]
    [InlineData(LetterStyles.Subheading, "楷体_GB2312", "32")]
    [InlineData(LetterStyles.Title, "方正小标宋简体", "44")]
    [InlineData(LetterStyles.OddPage, "宋体", "28")]
    [InlineData(LetterStyles.Imprint, "仿宋_GB2312", "28")]
    public void Style_HasFaceAndSizeOfTheStandard(string style, string face, string halfPoints)
    {
        using var letter = new PrintedLetter(SampleLetter.Content());
        var type = letter.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(row => row.StyleId == style).StyleRunProperties!;
        Assert.Equal((face, "Times New Roman", halfPoints), (type.RunFonts!.EastAsia!.Value, type.RunFonts.Ascii!.Value, type.FontSize!.Val!.Value));
    }

    [Fact]
    public void Body_IndentsByCharactersAndByLength()
    {
        using var letter = new PrintedLetter(SampleLetter.Content());
        var indentation = letter.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(row => row.StyleId == LetterStyles.Body)
            .StyleParagraphProperties!.Indentation!;
        Assert.Equal((200, "630"), (indentation.FirstLineChars!.Value, indentation.FirstLine!.Value));
    }

    [Fact]
    public void Styles_AreAllDefinedThatParagraphsName()
    {
        using var letter = new PrintedLetter(SampleLetter.Content());
        var defined = LetterStyles.Rows.Select(row => row.Id).ToHashSet();
        Assert.All(letter.Main.Document.Descendants<ParagraphStyleId>(), id => Assert.Contains(id.Val!.Value!, defined));
    }

    [Fact]
    public void Head_IsRedWithARedLine()
    {
        using var letter = new PrintedLetter(SampleLetter.Content());
        var mark = letter.Paragraphs[0];
        Assert.Equal("舟山市生态环境局定海分局（示范）", mark.InnerText);
        Assert.Equal("FF0000", mark.GetFirstChild<Run>()!.RunProperties!.Color!.Val!.Value);
        var number = letter.Paragraphs.Single(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val == LetterStyles.Number);
        Assert.Equal("舟环定移〔2026〕1号", number.InnerText);
        Assert.Equal("FF0000", number.ParagraphProperties!.ParagraphBorders!.BottomBorder!.Color!.Value);
    }

    [Theory]
    [InlineData("示范局", 88)]
    [InlineData("舟山市生态环境局（示范）", 72)]
    [InlineData("舟山市生态环境局定海分局（示范）", 54)]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", 44)]
    public void MarkSize_FillsTheLineWithinBounds(string agency, int halfPoints) => Assert.Equal(halfPoints, LetterHead.MarkSize(agency));

    [Fact]
    public void Signature_ShortName_CentresOnTheDateFourCharactersFromTheEdge()
    {
        // 9 half figures and 3 characters: the date is 6.5 characters wide, ends 4 from the edge, so its axis is 7.25 characters from it.
        Assert.Equal(8844 - (4 * 315) - (13 * 315 / 2 / 2), LetterSignature.Axis("示范局", "2026年3月16日"));
    }

    [Fact]
    public void Signature_LongName_StaysInsideTheText()
    {
        Assert.Equal(8844 - (21 * 315 / 2), LetterSignature.Axis(new string('示', 20), "2026年3月16日"));
        Assert.Equal(8844 / 2, LetterSignature.Axis(new string('示', 200), "2026年3月16日"));
    }

    [Fact]
    public void PageNumber_StandsOnTheOuterSide()
    {
        using var letter = new PrintedLetter(SampleLetter.Content());
        Assert.NotNull(letter.Main.DocumentSettingsPart!.Settings.GetFirstChild<EvenAndOddHeaders>());
        Assert.Equal(["— 1 —", "— 1 —"], letter.Main.FooterParts.Select(part => part.Footer.InnerText));
        Assert.All(letter.Main.FooterParts, part => Assert.Equal(" PAGE ", part.Footer.Descendants<SimpleField>().Single().Instruction!.Value));
    }
}
