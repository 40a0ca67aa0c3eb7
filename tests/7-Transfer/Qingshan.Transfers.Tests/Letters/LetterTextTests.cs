using NodaTime;
using Qingshan.Transfers.Letters;

namespace Qingshan.Transfers.Tests.Letters;

public sealed class LetterTextTests
{
    [Theory]
    [InlineData("正常 text 𠮷", "正常 text 𠮷")]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("a\u0001\u000B\u001B\u007F\u0085b", "a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDb")]
    [InlineData("a\uFFFE\uFFFFb", "a\uFFFD\uFFFDb")]
    [InlineData("a\tb\r\nc", "a b  c")]
    [InlineData("<w:p>&\"'", "<w:p>&\"'")]
    public void Clean_ReplacesWhatXmlCannotCarry(string text, string expected) => Assert.Equal(expected, LetterText.Clean(text));

    [Fact]
    public void Clean_LoneSurrogates_AreReplaced()
    {
        Assert.Equal("a\uFFFDb", LetterText.Clean("a" + (char)0xD800 + "b"));
        Assert.Equal("a\uFFFD", LetterText.Clean("a" + (char)0xDC00));
        Assert.Equal("\uFFFD\uFFFD", LetterText.Clean("" + (char)0xDC00 + (char)0xD800));
    }

    [Fact]
    public void Write_HostileTextInEveryField_StaysValidAndShowsTheMark()
    {
        var bad = "<script>\0" + (char)0xD800 + "\u0007]]>&\uFFFF";
        const string shown = "<script>\uFFFD\uFFFD\uFFFD]]>&\uFFFD";
        using var letter = new PrintedLetter(new TransferLetterContent(
            bad, bad, bad, bad, bad, bad, [bad, bad], bad, bad, [bad], bad, [new(bad, bad)], bad, [new(99, bad, bad)], [new(bad, bad, bad, bad)],
            new LocalDate(2026, 1, 1)));
        Assert.Empty(letter.Violations());
        Assert.Equal(shown, letter.Paragraphs[0].InnerText);
        Assert.Equal(["1", "99 其他材料", shown, shown], PrintedLetter.Cells(letter.Tables[0])[1]);
        Assert.Equal(["1", shown, shown, shown, shown], PrintedLetter.Cells(letter.Tables[1])[1]);
        Assert.Equal("案件移送书 " + shown, letter.Title);
    }

    [Fact]
    public void Write_VeryLongNames_StayValid()
    {
        var name = string.Concat(Enumerable.Repeat("舟山示范", 2000));
        using var letter = new PrintedLetter(SampleLetter.Content() with { Agency = name, Parties = [name], Police = name, Procuratorate = name });
        Assert.Empty(letter.Violations());
        Assert.Contains("当事人：" + name, letter.Texts(LetterStyles.Body));
    }

    [Fact]
    public void Write_EmptyTexts_StayValid()
    {
        using var letter = new PrintedLetter(new TransferLetterContent("", "", "", "", "", "", [], "", "", [], "", [], "", [], [], new LocalDate(2026, 1, 1)));
        Assert.Empty(letter.Violations());
    }

    [Fact]
    public void Date_HasArabicFiguresWithoutLeadingZeros() => Assert.Equal("2026年3月6日", LetterText.Date(new LocalDate(2026, 3, 6)));

    [Theory]
    [InlineData("超过限值", "超过限值。")]
    [InlineData("超过限值。", "超过限值。")]
    [InlineData("超过限值； ", "超过限值；")]
    [InlineData("", "。")]
    public void Sentence_EndsWhatWasLeftOpen(string text, string expected) => Assert.Equal(expected, LetterText.Sentence(text));

    [Theory]
    [InlineData("示范", 4)]
    [InlineData("2026年", 6)]
    [InlineData("𠮷", 2)]
    public void HalfWidth_CountsChineseTwice(string text, int expected) => Assert.Equal(expected, LetterText.HalfWidth(text));
}
