namespace Qingshan.Law.Thresholds;

/// <summary>Puts outcomes into an answer with its words, citations and cautions.</summary>
internal sealed class ResultBuilder(Offence offence, StatuteBook book, FactSheet facts, IReadOnlySet<string> leads)
{
    /// <summary>Several outcomes stand for an act without a date: the answer holds only as far as they agree.</summary>
    public ScreenResult Build(IReadOnlyList<TextOutcome> outcomes, TextOutcome? milder, bool early)
    {
        var agree = outcomes.Select(o => o.Reached).Distinct().Count() == 1;
        var sameTier = outcomes.Select(o => o.Tier).Distinct().Count() == 1;
        var reached = agree ? outcomes[0].Reached : Reached.Undetermined;
        var telling = outcomes.SelectMany(o => o.Telling).ToList();
        var open = outcomes.SelectMany(o => o.Open).ToList();
        List<string> missing = [.. agree && sameTier ? Enumerable.Empty<string>() : ["act_to"], .. open.SelectMany(f => f.Missing)];
        var shown = telling.Count > 0 ? telling : [.. outcomes.SelectMany(o => o.FellShort)];
        var blocks = outcomes.SelectMany(o => o.Blocks).Distinct().ToList();
        return new ScreenResult(
            offence, reached, reached == Reached.Yes ? outcomes.Min(o => o.Tier) : null, outcomes.Count == 1 ? outcomes[0].Text.Source : null,
            [.. telling.Select(f => f.Row)], Facts(missing), Facts([.. outcomes.SelectMany(o => o.Unasked).SelectMany(f => f.Finding.Missing)]),
            new ScreenExplanation(book).Of(reached, outcomes, Facts(missing), milder, early),
            [.. shown.Select(f => f.Row.Citation).Concat(blocks.Select(b => b.Citation)).Distinct()],
            blocks, Cautions(telling.Concat(open).Select(f => f.Row.Id).ToHashSet(StringComparer.Ordinal), open.Exists(f => f.ByLead), outcomes),
            milder is null ? null : Milder(milder));
    }

    private MilderOutcome Milder(TextOutcome outcome) =>
        new(outcome.Text.Source, outcome.Reached, outcome.Tier, [.. outcome.Telling.Select(f => f.Row)], new ScreenExplanation(book).Of(outcome));

    private List<CautionRow> Cautions(HashSet<string> rows, bool byLead, IReadOnlyList<TextOutcome> outcomes) =>
        [.. book.Cautions.Where(row => row.Offence == offence.Article && InForce(row, outcomes) && row.Effect switch
        {
            CautionEffect.Lead => byLead && leads.Count > 0,
            CautionEffect.Caution => (row.OnRows.Count == 0 || row.OnRows.Any(rows.Contains)) && (row.When is null || row.When.Judge(facts).Truth == Truth.Yes),
            _ => false,
        })];

    private static bool InForce(CautionRow row, IReadOnlyList<TextOutcome> outcomes) =>
        outcomes.Any(o => (row.ValidTo is null || o.Text.ValidFrom <= row.ValidTo) && (row.ValidFrom is null || o.Text.ValidTo is null || o.Text.ValidTo >= row.ValidFrom));

    private List<MissingFact> Facts(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Select(Fact).OrderBy(f => f.Cost).ThenBy(f => f.Name, StringComparer.Ordinal)];

    private MissingFact Fact(string name)
    {
        if (name == "act_to")
            return new MissingFact(name, "行为日期", "date of the act", 0);
        var words = facts.Words.Full(name);
        return new MissingFact(name, words.Zh, words.En, book.Fact(FactWords.Fact(name))!.Cost);
    }
}
