using NodaTime;

namespace Qingshan.Law.Thresholds;

/// <summary>Holds facts against the filing thresholds of the date of the act. It says what the rows say and what is missing; a person decides.</summary>
public static class Screening
{
    /// <summary>Never throws; facts that make no sense are refused by name and nothing is evaluated.</summary>
    public static ScreenAnswer Screen(ScreenRequest request, StatuteBook book)
    {
        var facts = FactReader.Read(request.Facts, book);
        var leads = FactReader.Read(request.Leads ?? new FactSet(), book);
        List<Refusal> refused = [.. facts.Refused, .. leads.Refused.Select(AsLead)];
        List<Refusal> unknown = [.. facts.Unknown, .. leads.Unknown.Select(AsLead)];
        if (request.ActFrom > request.ActTo)
            refused.Add(book.Refuse("act_to", "dates_reversed"));
        if (refused.Count > 0)
            return new ScreenAnswer(request.Id, [], refused, unknown, [], book.Version);
        var question = new Question(request, facts.Sheet, leads.Sheet, book);
        var given = facts.Sheet.Given.Concat(leads.Sheet.Given).Select(FactWords.Fact).Concat(request.Facts.Inputs.Keys).ToHashSet(StringComparer.Ordinal);
        var groups = given.Select(name => book.Fact(name)?.Group).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var results = book.Offences.Where(offence => Raised(offence, groups)).Select(question.Ask).ToList();
        return new ScreenAnswer(request.Id, results, [], unknown, NotCovered(given, book), book.Version);
    }

    /// <summary>An offence is raised by a fact of its own kind, or by facts that belong to every offence where they stand alone.</summary>
    private static bool Raised(Offence offence, HashSet<string> groups) =>
        offence.OpenedBy.Any(groups.Contains) || (groups.Count > 0 && groups.All(group => group is "common" or "place"));

    private static Refusal AsLead(Refusal refusal) => refusal with { Where = "leads." + refusal.Where };

    private static List<string> NotCovered(HashSet<string> given, StatuteBook book) =>
        [.. given.Where(name => book.Fact(name) is not null && !book.IsRead(name)).Order(StringComparer.Ordinal)];

    private sealed class Question(ScreenRequest request, FactSheet facts, FactSheet leads, StatuteBook book)
    {
        private readonly FactSheet _withLeads = facts.FilledBy(leads, book.Facts);
        private readonly HashSet<string> _leads = leads.Given.Except(facts.Given).ToHashSet(StringComparer.Ordinal);

        public ScreenResult Ask(Offence offence)
        {
            var texts = book.Texts(offence.Article);
            if ((request.ActTo ?? request.ActFrom) is not { } day)
                return Undated(offence, [.. texts.Select(text => Judge(text, text.ValidTo))]);
            var main = texts.FirstOrDefault(text => text.ValidTo is null || day <= text.ValidTo) ?? texts[^1];
            var first = request.ActFrom ?? day;
            var milder = texts.Where(text => text != main && (text.ValidTo is null || text.ValidTo >= first)).Select(text => Judge(text, text.ValidTo)).MinBy(o => o.Gravity);
            var outcome = Judge(main, day);
            var early = day < main.ValidFrom;
            return new ResultBuilder(offence, book, facts, _leads).Build([outcome], milder?.Gravity < outcome.Gravity ? milder : null, early);
        }

        private ScreenResult Undated(Offence offence, List<TextOutcome> outcomes) =>
            new ResultBuilder(offence, book, facts, _leads).Build(outcomes, null, early: false);

        private TextOutcome Judge(ThresholdText text, LocalDate? day)
        {
            var on = day is { } given && given >= text.ValidFrom ? given : text.ValidFrom!.Value;
            var blocks = book.Cautions.Where(row => row.Effect == CautionEffect.Block && row.Offence == text.Offence && row.Citation.InForceOn(on) && Holds(row));
            return TextOutcome.Of(text, blocks, facts, _withLeads, _leads);
        }

        private bool Holds(CautionRow row) => row.When?.Judge(facts).Truth == Truth.Yes && row.Unless?.Judge(facts).Truth != Truth.Yes;
    }
}
