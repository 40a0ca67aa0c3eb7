using Qingshan.Law.Thresholds;
using static Qingshan.Law.Tests.Books;

namespace Qingshan.Law.Tests.Thresholds;

/// <summary>Lines that a province draws within a national band.</summary>
public sealed class BandTests
{
    [Theory]
    [InlineData("99999.99", Reached.No)]
    [InlineData("100000", Reached.Undetermined)]
    [InlineData("299999.99", Reached.Undetermined)]
    [InlineData("300000", Reached.Yes)]
    public void Without_the_provinces_line_only_what_lies_outside_the_band_is_answered(string value, Reached reached) =>
        Assert.Equal(reached, Mining(Value(value)).Reached);

    [Theory]
    [InlineData("2018-02-06", "100000", Reached.Undetermined)] // the day before the line of Chongqing
    [InlineData("2018-02-07", "99999.99", Reached.No)]
    [InlineData("2018-02-07", "100000", Reached.Yes)]
    [InlineData("2018-02-07", "100000.01", Reached.Yes)]
    public void A_line_counts_from_its_day(string day, string value, Reached reached) =>
        Assert.Equal(reached, Mining(Value(value), day, "50").Reached);

    [Theory]
    [InlineData("49999.99", Reached.No)]
    [InlineData("50000", Reached.Yes)]
    public void The_special_line_of_Chongqing(string value, Reached reached) =>
        Assert.Equal(reached, Mining($$"""{"without_permit":true,"special_mining_area":true,"mined_value_yuan":{{value}}}""", "2024-06-01", "50").Reached);

    [Theory]
    [InlineData("499999.99", Tier.Crime)]
    [InlineData("500000", Tier.EspeciallySerious)]
    public void Five_times_the_line_of_Chongqing_is_especially_serious(string value, Tier tier) =>
        Assert.Equal(tier, Mining(Value(value), "2024-06-01", "50").Tier);

    [Theory]
    [InlineData("499999.99", false, Reached.No)]
    [InlineData("500000", false, Reached.Yes)]
    [InlineData("249999.99", true, Reached.No)]
    [InlineData("250000", true, Reached.Yes)]
    public void Destructive_mining_in_Chongqing(string damage, bool special, Reached reached)
    {
        var result = Mining($$"""{"without_permit":false,"special_mining_area":{{(special ? "true" : "false")}},"mining_damage_yuan":{{damage}}}""", "2024-06-01", "50");
        Assert.Equal((reached, "破坏性采矿罪"), (result.Reached, result.Offence.Zh));
    }

    [Theory]
    [InlineData("79999.99", null)]
    [InlineData("80000", Tier.Crime)]
    [InlineData("399999.99", Tier.Crime)]
    [InlineData("400000", Tier.EspeciallySerious)]
    public void The_older_lines_of_Anhui(string damage, Tier? tier) =>
        Assert.Equal(tier, Mining($$"""{"without_permit":true,"mining_damage_yuan":{{damage}}}""", "2014-06-01", "34").Tier);

    [Fact]
    public void Inside_the_band_the_span_is_shown_and_the_line_is_what_is_missing()
    {
        var result = Mining(Value("122062"), "2016-12-20", "53");
        Assert.Equal((Reached.Undetermined, "MI-C01"), (result.Reached, Assert.Single(result.Rows).Id));
        Assert.Equal([new MissingFact("provincial_line.MI-C01", "本省标准（非法采矿价值）", "the province's line (value of unlicensed mining)", 5)], result.Missing);
        Assert.Contains("矿产品价值 122062 元 ? ≥ 100000–300000 元（全国幅度，本省标准未载，请向本省查询）", result.Explanation.Zh, StringComparison.Ordinal);
        Assert.Contains("122062 yuan ? ≥ 100000–300000 yuan (national band; this book has no line of the province: ask there)", result.Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_province_the_province_is_what_is_missing() =>
        Assert.Equal(["province"], Mining(Value("122062"), "2024-06-01", null).Missing.Select(fact => fact.Name));

    [Fact]
    public void A_value_that_is_a_range_itself_is_asked_for_as_well() => Assert.Equal(
        ["provincial_line.MI-C01", "mined_value_yuan"],
        Mining("""{"without_permit":true,"special_mining_area":false,"mined_value_yuan_min":100000,"mined_value_yuan_max":200000}""").Missing.Select(fact => fact.Name));

    [Fact]
    public void An_inferred_bound_says_so_and_is_cited_as_uncertain()
    {
        var result = Mining(Value("168956"), "2021-10-01", "35");
        Assert.Equal(Reached.Yes, result.Reached);
        Assert.Contains("（由福安法院公开判决（2021年行为）推定，非本省标准原文）", result.Explanation.Zh, StringComparison.Ordinal);
        Assert.Contains(("福安法院公开判决（2021年行为）", "条文未见", "uncertain"), result.Citations.Select(c => (c.Source, c.Article, c.Confidence)));
        Assert.Equal(Reached.Undetermined, Mining(Value("168955.99"), "2021-10-01", "35").Reached);
    }

    [Fact]
    public void Lines_lie_in_their_band_and_cite_a_known_source()
    {
        foreach (var band in Book.Bands)
        {
            Assert.True(band.Least < band.Most, band.Id);
            Assert.Equal([], band.Lines.GroupBy(line => line.Province).Where(lines => lines.Count() > 1).Select(lines => lines.Key));
            foreach (var line in band.Lines.Where(line => line.Source is not null))
            {
                Assert.True(band.Least <= line.Least && line.Least <= line.Most && line.Most <= band.Most, $"{band.Id} {line.Province}");
                Assert.Equal(line.Source, Book.Source(line.Source!).Id);
            }

            Assert.All(band.Lines.Where(line => line.Source is null), line => Assert.Equal((null, null), (line.Least, line.Most)));
        }

        var drawn = Book.ThresholdTexts.SelectMany(text => text.Rows).SelectMany(Book.BandsOf).Select(band => band.Id).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Book.Bands.Select(band => band.Id).Order(StringComparer.Ordinal), drawn);
    }

    private static string Value(string yuan) => $"{{\"without_permit\":true,\"special_mining_area\":false,\"mined_value_yuan\":{yuan}}}";
}
