using Qingshan.Law.Thresholds;
using static Qingshan.Law.Tests.Books;

namespace Qingshan.Law.Tests.Thresholds;

public sealed class RowTests
{
    public static TheoryData<string, string, string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var c in RowCase.All)
                data.Add(c.Row, c.At, c.Short, c.Beyond);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_row_is_met_at_its_line_and_beyond_but_not_short_of_it(string row, string at, string shortOf, string beyond)
    {
        var rule = Book.Row(row)!;
        var day = rule.ValidFrom!.Value.ToString("uuuu-MM-dd", null);
        Assert.Contains(row, Ask(row, at, day).Rows.Ids());
        Assert.Contains(row, Ask(row, beyond, day).Rows.Ids());
        Assert.DoesNotContain(row, Met(Ask(row, shortOf, day)));
        Assert.True(Ask(row, at, day).Tier >= rule.Tier);
        Assert.Contains(rule.Citation, Ask(row, at, day).Citations);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_row_is_met_on_the_first_and_last_day_of_its_text_and_not_a_day_outside(string row, string at, string shortOf, string beyond)
    {
        _ = (shortOf, beyond);
        var rule = Book.Row(row)!;
        Assert.DoesNotContain(row, Met(Ask(row, at, Iso(rule.ValidFrom!.Value.PlusDays(-1)))));
        if (rule.ValidTo is not { } last)
            return;
        Assert.Contains(row, Ask(row, at, Iso(last)).Rows.Ids());
        Assert.DoesNotContain(row, Met(Ask(row, at, Iso(last.PlusDays(1)))));

        static string Iso(NodaTime.LocalDate day) => day.ToString("uuuu-MM-dd", null);
    }

    [Fact]
    public void Every_row_has_a_case_or_is_left_to_a_person()
    {
        var tested = RowCase.All.Select(c => c.Row).ToHashSet(StringComparer.Ordinal);
        var untested = Book.ThresholdTexts.SelectMany(text => text.Rows).Where(row => !tested.Contains(row.Id)).Ids();

        // Whether an act was done in the Yangtze basin is no fact of the vocabulary, so the rows of FI20 are never more than possible.
        Assert.Equal(["FI20-C01", "FI20-C02", "FI20-C03", "PE13-C14", "PE13-S11", "PE16-C18", "PE16-S13", "PE-C11"], untested);
    }

    private static ScreenResult Ask(string row, string facts, string day) =>
        Result(Book.ThresholdTexts.Single(text => text.Rows.Any(candidate => candidate.Id == row)).Offence, facts, day);

    /// <summary>An act before the first text of all is judged by the first one, so its own rows stay met there.</summary>
    private static IEnumerable<string> Met(ScreenResult result) =>
        result.Explanation.Zh.Contains("行为早于本库所载文本", StringComparison.Ordinal) || result.Reached != Reached.Yes ? [] : result.Rows.Ids();
}
