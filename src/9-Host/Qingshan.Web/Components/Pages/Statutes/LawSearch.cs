using Qingshan.Law;
using Qingshan.Law.Calendars;
using Qingshan.Law.Clocks;
using Qingshan.Law.Documents;
using Qingshan.Law.Thresholds;

namespace Qingshan.Web.Components.Pages.Statutes;

/// <summary>The rows of the statute book that a search finds, in the book's order.</summary>
/// <param name="Query">What was typed; empty finds everything.</param>
public sealed record LawFound(
    string Query, IReadOnlyList<ClockRule> Clocks, IReadOnlyList<ThresholdRow> Rows, IReadOnlyList<DocumentRequirement> Documents, IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<Source> Sources);

/// <summary>Searches the statute book in both languages. Every word typed must be found in the row: in its id, its words, or its source and article.</summary>
public static class LawSearch
{
    public static LawFound Find(StatuteBook book, string? query)
    {
        var typed = (query ?? "").Trim();
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool Has(params IEnumerable<string?> texts)
        {
            var all = string.Join('\n', texts);
            return words.All(word => all.Contains(word, StringComparison.OrdinalIgnoreCase));
        }

        return new(
            typed,
            [.. book.Clocks.Where(rule => Has([rule.Id, rule.Zh, rule.En, rule.DutyHolder.Zh, rule.DutyHolder.En, .. Cited(rule.Source, rule.Article, book), .. rule.Also.Select(also => also.Source + also.Article)]))],
            [.. book.ThresholdTexts.Reverse().SelectMany(text => text.Rows).Where(row => Has([row.Id, row.Zh, row.En, .. Cited(row.Source, row.Article, book)]))],
            [.. book.TransferDocuments.Requirements.Where(item => Has([item.Id, item.Zh, item.En, .. Cited(item.Source, item.Article, book)]))],
            [.. book.Years.SelectMany(year => year.Holidays).Where(holiday => Has([holiday.Zh, holiday.En, .. holiday.Days.Select(day => NodaTime.Text.LocalDatePattern.Iso.Format(day))]))],
            [.. book.Sources.Where(source => Has(source.Id, source.Zh, source.ShortEn, source.En))]);
    }

    private static IEnumerable<string> Cited(string source, string article, StatuteBook book)
    {
        var words = CitationWords.Of(source, article, book);
        return [words.Zh, words.En];
    }
}
