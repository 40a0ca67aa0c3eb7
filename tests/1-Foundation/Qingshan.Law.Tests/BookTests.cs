using System.Text.RegularExpressions;
using NodaTime;
using Qingshan.Law.Calendars;
using Qingshan.Law.Clocks;
using Qingshan.Law.Tests.Clocks;
using Qingshan.Law.Thresholds;
using static Qingshan.Law.Tests.Books;

namespace Qingshan.Law.Tests;

/// <summary>The linter of the data files.</summary>
public sealed partial class BookTests
{
    private static readonly HashSet<string> Confidences = new(StringComparer.Ordinal) { "text seen", "page seen", "recalled", "uncertain" };

    private static IEnumerable<(string Id, Citation Citation)> Citations =>
    [
        .. Book.ThresholdTexts.SelectMany(text => text.Rows).Select(row => (row.Id, row.Citation)),
        .. Book.Cautions.Select(row => (row.Id, row.Citation)),
        .. Book.Bands.Select(band => (band.Id, band.Citation)), .. Book.Bands.SelectMany(band => band.Lines.Select(line => (band.Id, line.Citation))).Where(line => line.Citation is not null).Select(line => (line.Id, line.Citation!)),
        .. Book.Clocks.SelectMany(rule => rule.Citations.Concat(rule.Periods.Select(p => p.Citation)).Select(c => (rule.Id, c))),
        .. Book.CountingRules.Select(rule => (rule.Id, new Citation(rule.Source, rule.Article, rule.ValidFrom, rule.ValidTo, rule.Confidence))),
        .. Book.TransferDocuments.Requirements.Select(requirement => (requirement.Id, requirement.Citation)),
    ];

    [Fact]
    public void Every_row_cites_a_known_source_an_article_and_a_confidence()
    {
        foreach (var (id, citation) in Citations)
        {
            Assert.True(Book.Sources.Any(source => source.Id == citation.Source), id);
            Assert.True(Article().IsMatch(citation.Article), $"{id}: {citation.Article}");
            Assert.Contains(citation.Confidence, Confidences);
            Assert.True(citation.ValidFrom is null || citation.ValidTo is null || citation.ValidFrom <= citation.ValidTo, id);
        }
    }

    [Fact]
    public void Ids_are_unique()
    {
        Assert.Equal([], Twice(Book.ThresholdTexts.SelectMany(text => text.Rows).Ids().Concat(Book.Cautions.Select(row => row.Id))));
        Assert.Equal([], Twice(Book.Clocks.Select(rule => $"{rule.Id} {rule.Action}")));
        Assert.Equal(["K23", "K23"], Book.Clocks.Select(rule => rule.Id).GroupBy(id => id).SelectMany(ids => ids.Skip(1)));
        Assert.Equal([], Twice(Book.Facts.Select(fact => fact.Name)));
        Assert.Equal([], Twice(Book.Events.Select(name => name.Name)));
        Assert.Equal([], Twice(Book.TransferDocuments.Requirements.Select(requirement => requirement.Id)));
    }

    [Fact]
    public void Texts_of_a_branch_follow_each_other_without_gap_or_overlap()
    {
        foreach (var texts in Book.ThresholdTexts.GroupBy(text => (text.Offence, text.Branch)).Select(texts => texts.ToList()))
        {
            foreach (var (earlier, later) in texts.Zip(texts.Skip(1)))
                Assert.Equal(later.ValidFrom, earlier.ValidTo!.Value.PlusDays(1));
            Assert.Null(texts[^1].ValidTo);
        }
    }

    [Fact]
    public void Every_branch_has_texts_and_every_text_a_branch_that_exists()
    {
        foreach (var offence in Book.Offences)
        {
            var branches = (offence.Branches ?? []).Select(branch => branch.Key).DefaultIfEmpty(null).Order(StringComparer.Ordinal);
            Assert.Equal(branches, Book.ThresholdTexts.Where(text => text.Offence == offence.Article).Select(text => text.Branch).Distinct().Order(StringComparer.Ordinal));
        }

        Assert.All(Book.ThresholdTexts, text => Assert.Contains(text.Offence, Book.Offences.Select(offence => offence.Article)));
    }

    /// <summary>The Yangtze opinion of 2020 stood beside the general text, so its rows live in that text with a source and time of their own.</summary>
    [Fact]
    public void Rows_carry_source_and_dates_of_their_text_but_for_the_Yangtze_opinion()
    {
        foreach (var text in Book.ThresholdTexts)
        {
            var (beside, own) = (text.Rows.Where(row => row.Source != text.Source).ToList(), text.Rows.Where(row => row.Source == text.Source));
            Assert.All(own, row => Assert.Equal((text.ValidFrom, text.ValidTo), (row.ValidFrom, row.ValidTo)));
            Assert.Equal(text.Key == "FI08" ? ["FI20-C01", "FI20-C02", "FI20-C03"] : [], beside.Ids());
            Assert.All(beside, row => Assert.True(row.ValidFrom >= text.ValidFrom && row.ValidTo <= text.ValidTo, row.Id));
        }
    }

    [Fact]
    public void Every_text_speaks_both_languages()
    {
        (string Zh, string En)[] texts =
        [
            .. Book.ThresholdTexts.SelectMany(text => text.Rows).Select(row => (row.Zh, row.En)), .. Book.Cautions.Select(row => (row.Zh, row.En)),
            .. Book.Bands.Select(band => (band.Zh, band.En)), .. Book.Bands.SelectMany(band => band.Lines).Select(line => (line.Zh, line.En)), .. Book.Offences.Select(offence => (offence.Zh, offence.En)),
            .. Book.Clocks.Select(rule => (rule.Zh, rule.En)), .. Book.Clocks.Select(rule => (rule.DutyHolder.Zh, rule.DutyHolder.En)),
            .. Book.Facts.Select(fact => (fact.Zh, fact.En)), .. Book.Facts.SelectMany(fact => fact.Values ?? []).Select(value => (value.Zh, value.En)),
            .. Book.Events.Select(name => (name.Zh, name.En)), .. Book.CountingRules.Select(rule => (rule.Zh, rule.En)),
            .. Book.TransferDocuments.Requirements.Select(requirement => (requirement.Zh, requirement.En)), .. Book.Sources.Select(source => (source.Zh, source.En)),
        ];
        Assert.All(texts, text => Assert.True(text.Zh.Length > 0 && text.En.Length > 0 && !Chinese().IsMatch(text.En), $"{text.Zh} / {text.En}"));
    }

    [Fact]
    public void Conditions_read_only_known_facts_entries_and_codes()
    {
        var reads = Book.ThresholdTexts.SelectMany(text => text.Rows).Select(row => row.When)
            .Concat(Book.Offences.SelectMany(offence => offence.Branches ?? []).Select(branch => branch.When))
            .Concat(Book.Cautions.SelectMany(row => new[] { row.When, row.Unless }).OfType<Condition>()).SelectMany(condition => condition.Reads).Distinct();
        foreach (var reference in reads)
        {
            var parts = reference.Split('.', 2);
            var fact = Book.Fact(parts[0]);
            Assert.True(fact is not null, reference);
            Assert.True(parts.Length == 1 || fact.Values!.Any(value => value.Code == parts[1]), reference);
        }

        foreach (var test in Book.ThresholdTexts.SelectMany(text => text.Rows).SelectMany(row => Tests(row.When)))
        {
            var codes = test switch { IncludesTest t => t.Codes, ChoiceTest t => t.Codes, _ => [] };
            Assert.All(codes, code => Assert.Contains(code, Book.Fact(test.Fact)!.Values!.Select(value => value.Code)));
        }
    }

    [Fact]
    public void Clocks_name_only_known_events_and_counting_rules()
    {
        foreach (var rule in Book.Clocks)
        {
            Assert.All([.. rule.Starts, .. rule.Stops, .. rule.CancelledBy, .. rule.Requires ?? [], .. rule.UnlessBefore ?? [], .. (rule.Outside ?? []).SelectMany(time => time.From.Concat(time.To)), .. rule.Periods.Select(p => p.ExtendedBy).OfType<string>()], name => Assert.True(Book.KnowsEvent(name), $"{rule.Id}: {name}"));
            Assert.All(rule.Periods, period => Assert.Equal(period.Counting, Book.CountingRule(period.Counting).Id));

            // Days that are not counted are natural days.
            Assert.All(rule.Outside is null ? [] : rule.Periods, period => Assert.Equal((PeriodUnit.Days, DayMeaning.Natural), (period.Unit, Book.CountingRule(period.Counting).Day)));
        }
    }

    [Fact]
    public void Every_clock_has_a_golden_case()
    {
        var tested = File.ReadAllText(Path.Combine(TestKit.SharedData.RepositoryRoot, "tests/1-Foundation/Qingshan.Law.Tests/Clocks", nameof(ClockGoldenTests) + ".cs"));
        Assert.All(Book.Clocks, rule => Assert.Contains($"\"{rule.Id}\"", tested, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 25).Select(n => $"K{n:00}"), Book.Clocks.Select(rule => rule.Id).Distinct());
    }

    [Fact]
    public void Calendars_know_the_announced_days()
    {
        Assert.True(Book.Calendar.IsRestDay(new LocalDate(2026, 10, 7)));
        Assert.False(Book.Calendar.IsRestDay(new LocalDate(2026, 10, 10)));
        Assert.False(Book.Calendar.IsRestDay(new LocalDate(2026, 10, 8)));
        Assert.True(Book.Calendar.IsRestDay(new LocalDate(2026, 10, 11)));
        Assert.Equal("春节", Book.Calendar.RestReason(new LocalDate(2025, 1, 28))!.Zh);
        Assert.Equal("weekend", Book.Calendar.RestReason(new LocalDate(2026, 3, 1))!.En);
        Assert.Equal(28, Count(2025));
        Assert.Equal(33, Count(2026));
        Assert.False(Book.Calendar.Knows(new LocalDate(2027, 1, 1)));

        static int Count(int year) => Enumerable.Range(0, 366).Select(i => new LocalDate(year, 1, 1).PlusDays(i))
            .Count(day => day.Year == year && Book.Calendar.RestReason(day) is { Zh: not "周末" });
    }

    [Fact]
    public void The_version_names_edition_and_digest() => Assert.Matches("^2026-11-22\\+[0-9a-f]{12}$", Book.Version);

    [Theory]
    [InlineData("第一条第（三）项", "art. 1 item (3)")]
    [InlineData("第五条第二款", "art. 5 para. 2")]
    [InlineData("第一百八十条第一款", "art. 180 para. 1")]
    [InlineData("第一百零五条", "art. 105")]
    [InlineData("条文未见", "(article not seen)")]
    [InlineData("第一条第（十二）项、第（七）项", "art. 1 item (12), item (7)")]
    public void Articles_are_said_in_English(string article, string english) => Assert.Equal(english, ArticleWords.English(article));

    private static IEnumerable<FactTest> Tests(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(Tests),
        AnyOf any => any.Parts.SelectMany(Tests),
        Possibly possibly => Tests(possibly.Part),
        Hint hint => Tests(hint.Part),
        FactTest test => [test],
        _ => [],
    };

    private static IEnumerable<string> Twice(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    [GeneratedRegex("^条文未见$|^第[一二三四五六七八九十百零]+条(第[一二三四五六七八九十]+款)?(第（[一二三四五六七八九十]+）项)?(、第（[一二三四五六七八九十]+）项|、第[一二三四五六七八九十]+条)?$", RegexOptions.None, 1000)]
    private static partial Regex Article();

    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Chinese();
}
