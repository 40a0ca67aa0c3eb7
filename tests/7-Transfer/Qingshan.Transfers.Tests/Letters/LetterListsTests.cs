using DocumentFormat.OpenXml.Wordprocessing;
using Qingshan.Transfers.Letters;

namespace Qingshan.Transfers.Tests.Letters;

public sealed class LetterListsTests
{
    [Fact]
    public void Documents_AreListedByGroup_WithShortHashes()
    {
        using var letter = new PrintedLetter(SampleLetter.Content() with
        {
            Documents = [new(7, "其他示范材料", ""), new(2, "示范报告", "0123456789abcdef" + new string('9', 48)), new(2, "示范补充报告", "abc")],
        });
        Assert.Equal(
            [
                ["序号", "组别", "材料名称", "SHA-256（前16位）"],
                ["1", "2 案件调查报告", "示范报告", "0123456789abcdef"],
                ["2", "2 案件调查报告", "示范补充报告", "abc"],
                ["3", "7 其他材料", "其他示范材料", "—"],
            ],
            PrintedLetter.Cells(letter.Tables[0]));
    }

    [Fact]
    public void Items_AreListedInOrder()
    {
        using var letter = new PrintedLetter(SampleLetter.Content());
        var cells = PrintedLetter.Cells(letter.Tables[1]);
        Assert.Equal(["序号", "名称", "数量", "特征", "存放地点"], cells[0]);
        Assert.Equal(["2", "废液桶（含液）", "1只，约150升", "蓝色塑料桶，桶身标签“示范-02”，内有黄色液体", "定海分局物证室（示范）"], cells[2]);
        Assert.Equal(3, cells.Count);
    }

    [Fact]
    public void Items_None_SaysSo()
    {
        using var letter = new PrintedLetter(SampleLetter.Content() with { Items = [] });
        Assert.Equal(["无", "—", "—", "—", "—"], PrintedLetter.Cells(letter.Tables[1])[1]);
        Assert.Empty(letter.Violations());
    }

    [Fact]
    public void Documents_ThreeHundred_AreValidAndTheHeadRepeats()
    {
        using var letter = new PrintedLetter(SampleLetter.WithDocuments(300));
        var rows = letter.Tables[0].Elements<TableRow>().ToList();
        Assert.Equal(301, rows.Count);
        Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
        Assert.Equal(1, rows.Count(row => row.TableRowProperties!.GetFirstChild<TableHeader>() is not null));
        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Empty(letter.Violations());
    }

    [Fact]
    public void Documents_TitleOfManyLines_MayRunOverAPageEnd()
    {
        using var letter = new PrintedLetter(SampleLetter.Content() with { Documents = [new(2, new string('长', 300), ""), new(2, new string('长', 301), "")] });
        Assert.Equal(
            [true, false],
            letter.Tables[0].Elements<TableRow>().Skip(1).Select(row => row.TableRowProperties!.GetFirstChild<CantSplit>() is not null));
        Assert.Empty(letter.Violations());
    }

    [Fact]
    public void Lists_ColumnWidths_FillTheTextArea()
    {
        using var letter = new PrintedLetter(SampleLetter.Content());
        Assert.All(letter.Tables, table => Assert.Equal(
            LetterLayout.TextWidth, table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Sum(column => int.Parse(column.Width!, null))));
    }
}
