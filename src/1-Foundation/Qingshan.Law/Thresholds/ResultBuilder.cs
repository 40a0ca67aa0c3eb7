namespace Qingshan.Law.Thresholds;

/// <summary>Puts outcomes into an answer with its words, citations and cautions.</summary>
internal sealed class ResultBuilder(Offence offence, StatuteBook book, FactSheet facts, IReadOnlySet<string> leads)
{
    private const int LineCost = 5;

    /// <summary>Several outcomes stand for an act whose date or kind is not known: the answer holds only as far as they agree.</summary>
    /// <param name="doubts">What would tell which of several outcomes counts.</param>
    public ScreenResult Build(IReadOnlyList<TextOutcome> outcomes, TextOutcome? milder, bool early, IReadOnlyList<string> doubts)
    {
        var agree = outcomes.Select(o => o.Reached).Distinct().Count() == 1;
        var sameTier = outcomes.Select(o => o.Tier).Distinct().Count() == 1;
        var reached = agree ? outcomes[0].Reached : Reached.Undetermined;
        var telling = outcomes.SelectMany(o => o.Telling).ToList();
        var open = outcomes.SelectMany(o => o.Open).ToList();
        List<string> missing = [.. agree && sameTier ? [] : doubts, .. open.SelectMany(f => f.Missing)];
        var shown = telling.Count > 0 ? telling : [.. outcomes.SelectMany(o => o.FellShort)];
        var blocks = outcomes.SelectMany(o => o.Blocks).Distinct().ToList();
        return new ScreenResult(
            offence, reached, reached == Reached.Yes ? outcomes.Min(o => o.Tier) : null, outcomes.Count == 1 ? outcomes[0].Text.Source : null,
            [.. telling.Select(f => f.Row)], Facts(missing), Facts([.. outcomes.SelectMany(o => o.Unasked).SelectMany(f => f.Finding.Missing)]),
            new ScreenExplanation(book).Of(reached, outcomes, Facts(missing), milder, new Doubts(early, Facts(outcomes.Count > 1 ? doubts : []))),
            [.. shown.SelectMany(f => f.Citations).Concat(blocks.Select(b => b.Citation)).Distinct()],
            blocks, Cautions(telling.Concat(open).Select(f => f.Row.Id).ToHashSet(StringComparer.Ordinal), open.Exists(f => f.ByLead), outcomes),
            milder is null ? null : Milder(milder));
    }

    private MilderOutcome Milder(TextOutcome outcome) =>
        new(outcome.Text.Source, outcome.Reached, outcome.Tier, [.. outcome.Telling.Select(f => f.Row)], new ScreenExplanation(book).Of(outcome));

    /// <summary>A rule about evidence is that of today, whenever the act was done; the others are those of the act.</summary>
    private List<CautionRow> Cautions(HashSet<string> rows, bool byLead, IReadOnlyList<TextOutcome> outcomes) =>
        [.. book.Cautions.Where(row => row.Offence == offence.Article && row.Effect switch
        {
            CautionEffect.Lead => byLead && leads.Count > 0,
            CautionEffect.Caution => outcomes.Any(o => row.Citation.InForceOn(o.Day)) && (row.OnRows.Count == 0 || row.OnRows.Any(rows.Contains))
                && (row.When is null || row.When.Judge(facts).Truth == Truth.Yes),
            _ => false,
        })];

    private List<MissingFact> Facts(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Select(Fact).OrderBy(f => f.Cost).ThenBy(f => f.Name, StringComparer.Ordinal)];

    private MissingFact Fact(string name)
    {
        if (name == "act_to")
            return new MissingFact(name, "行为日期", "date of the act", 0);
        if (name == "province")
            return new MissingFact(name, "行为地省份", "province of the act", 0);
        if (name.StartsWith(ProvincialLines.AskPrefix, StringComparison.Ordinal))
            return Line(name, book.Band(name[ProvincialLines.AskPrefix.Length..]));
        var words = facts.Words.Full(name);
        return new MissingFact(name, words.Zh, words.En, book.Fact(FactWords.Fact(name))!.Cost);
    }

    private static MissingFact Line(string name, Band band) => new(name, $"本省标准（{band.Zh}）", $"the province's line ({band.En})", LineCost);
}
