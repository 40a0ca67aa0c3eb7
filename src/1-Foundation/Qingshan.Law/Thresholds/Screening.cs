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
        var results = book.Offences.Where(offence => Raised(offence, given, book)).Select(question.Ask).ToList();
        return new ScreenAnswer(request.Id, results, [], unknown, NotCovered(given, book), book.Version);
    }

    /// <summary>An offence is raised by a fact of its own kind; facts that belong to every offence, standing alone, raise those that read one of them.</summary>
    private static bool Raised(Offence offence, HashSet<string> given, StatuteBook book)
    {
        var groups = given.Select(name => book.Fact(name)?.Group).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return offence.OpenedBy.Any(groups.Contains) || (groups.All(group => group is "common" or "place") && given.Any(name => book.Reads(offence, name)));
    }

    private static Refusal AsLead(Refusal refusal) => refusal with { Where = "leads." + refusal.Where };

    private static List<string> NotCovered(HashSet<string> given, StatuteBook book) =>
        [.. given.Where(name => book.Fact(name) is not null && !book.Offences.Any(offence => book.Reads(offence, name))).Order(StringComparer.Ordinal)];
}
