using NodaTime;
using Qingshan.Law;
using Qingshan.Law.Thresholds;
using Qingshan.Web.Components.Pages.Statutes;

namespace Qingshan.Web.Tests.Pages;

public sealed class StatutePageTests
{
    private static readonly StatuteBook Book = StatuteBook.Load();

    [Theory]
    [InlineData("K06")]
    [InlineData("补正期间不停止")]
    [InlineData("runs on during a supplement")]
    [InlineData("K06 第九条")]
    public void Search_FindsAClockByIdAndWordsOfEitherLanguage(string query) => Assert.Equal(["K06"], LawSearch.Find(Book, query).Clocks.Select(rule => rule.Id));

    [Fact]
    public void Search_FindsRowsOfEveryText_TheNewestFirst() =>
        Assert.Equal(
            ["PE-C03", "FI-C03", "PE16-C03", "MI-C03", "FS-C03", "PE13-C03", "FS08-C03", "FI08-C03", "FI20-C03"],
            LawSearch.Find(Book, "-C03").Rows.Select(row => row.Id));

    [Fact]
    public void Search_FindsAHolidayByItsDay() => Assert.Equal(["春节"], LawSearch.Find(Book, "2026-02-17").Holidays.Select(holiday => holiday.Zh));

    [Fact]
    public void Search_ForNothing_FindsAll()
    {
        var found = LawSearch.Find(Book, "  ");
        Assert.Equal(
            (Book.Clocks.Count, Book.ThresholdTexts.Sum(text => text.Rows.Count), Book.TransferDocuments.Requirements.Count, Book.Sources.Count),
            (found.Clocks.Count, found.Rows.Count, found.Documents.Count, found.Sources.Count));
    }

    [Fact]
    public void Search_ForWhatIsNotThere_FindsNothing() => Assert.Empty(LawSearch.Find(Book, "没有这样的规则").Rows);

    [Fact]
    public void Validity_OfARuleInForce_RunsToTheEdge()
    {
        var span = ValiditySpan.Of(new LocalDate(2020, 1, 1), null, new LocalDate(2024, 1, 1), 2016);
        // The line: 2016-01-01 to 2026-01-01, 3653 days on 400 places.
        Assert.Equal((159, 400, 319), (span.From, span.To, span.Today));
        Assert.Equal([2016, 2018, 2020, 2022, 2024], span.Years.Select(year => year.Year));
    }

    [Fact]
    public void Validity_OfARepealedRule_EndsAfterItsLastDay()
    {
        var span = ValiditySpan.Of(new LocalDate(2016, 1, 1), new LocalDate(2020, 12, 31), new LocalDate(2024, 1, 1), 2016);
        Assert.Equal((0, 200), (span.From, span.To));
    }

    [Fact]
    public void Facts_OfARow_AreNamedWithTheirUnit()
    {
        var facts = FactNeeded.Of(Book.Row("PE-C02")!, Book);
        var fact = Assert.Single(facts, fact => fact.Name == "hazardous_waste_t");
        Assert.Equal(("吨", "t"), (fact.Unit!.Zh, fact.Unit.En));
    }

    [Fact]
    public void Citation_ReadsInBothLanguages()
    {
        var words = CitationWords.Of("环环监〔2017〕17号", "第九条", Book);
        Assert.Equal(("环环监〔2017〕17号第九条", "Huanhuanjian [2017] No. 17 art. 9"), (words.Zh, words.En));
    }
}
