using Qingshan.Transfers.Letters;

namespace Qingshan.Transfers.Tests.Letters;

public sealed class ChineseNumeralTests
{
    [Theory]
    [InlineData("338", "三百三十八")]
    [InlineData("7", "七")]
    [InlineData("10", "十")]
    [InlineData("12", "十二")]
    [InlineData("20", "二十")]
    [InlineData("105", "一百零五")]
    [InlineData("110", "一百一十")]
    [InlineData("1002", "一千零二")]
    [InlineData("1242", "一千二百四十二")]
    [InlineData("342之一", "342之一")]
    [InlineData("0", "0")]
    public void Of_ArticleNumber_ReadsAsStatutesWriteIt(string article, string expected) => Assert.Equal(expected, ChineseNumeral.Of(article));
}
