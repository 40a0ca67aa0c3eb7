using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Web.Tests.StandIns;
using Qingshan.Web.Triage;

namespace Qingshan.Web.Tests.Triage;

public sealed class SignalSentenceTests
{
    [Theory]
    [InlineData("zh", "2.9", "0.5", 59, true, "六价铬实测 2.9\u202fmg/L，限值 0.5\u202fmg/L，超标 4.8 倍，持续 59 分钟")]
    [InlineData("en", "2.9", "0.5", 59, true, "chromium, hexavalent: 2.9\u202fmg/L measured, limit 0.5\u202fmg/L, 4.8 times over the limit, for 59 min")]
    [InlineData("zh", "2.90", "0.5", 119, false, "六价铬实测 2.90\u202fmg/L，限值 0.5\u202fmg/L，超标 4.8 倍，已持续 119 分钟")]
    [InlineData("zh", "3.1", "0.5", 125, true, "六价铬实测 3.1\u202fmg/L，限值 0.5\u202fmg/L，超标 5.2 倍，持续 2 小时 5 分钟")]
    [InlineData("zh", "0.1", "0", 3, true, "六价铬实测 0.1\u202fmg/L，限值 0\u202fmg/L，持续 3 分钟")]
    public void It_says_what_happened(string language, string peak, string limit, int minutes, bool ended, string expected)
    {
        var words = new Words(language);

        var said = SignalSentence.Of(Figures("w20117", peak, limit, minutes, ended), words.Texts, words.Names);

        Assert.Equal(expected, said);
    }

    [Theory]
    [InlineData("1.99", "0.5", "2.9")]
    [InlineData("2.00", "0.5", "3")]
    [InlineData("2.01", "0.5", "3")]
    [InlineData("0.51", "0.5", "0")]
    [InlineData("1", "0.3", "2.3")]
    public void Multiples_never_overstate(string peak, string limit, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Figures("w20117", peak, limit, 1, true).TimesOver);

    [Fact]
    public void A_limit_of_zero_has_no_multiple() => Assert.Null(Figures("w20117", "0.1", "0", 1, true).TimesOver);

    private static SignalFigures Figures(string factor, string peak, string limit, int minutes, bool ended) =>
        new(factor, Quantity.TryParse($"{peak} mg/L")!.Value, Quantity.TryParse($"{limit} mg/L")!.Value, Duration.FromMinutes(minutes), ended);
}
