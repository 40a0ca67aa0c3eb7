using System.Globalization;
using Qingshan.Directory.Commands;
using Qingshan.Law;
using Qingshan.Law.Thresholds;
using Qingshan.Record.Entries;
using Refusal = Qingshan.Record.Reasons.Refusal;

namespace Qingshan.Cases.Cases;

/// <summary>Holds the facts of a case against the statute book, and writes down when the duty to transfer begins. No fact ends it.</summary>
public sealed class CaseScreening(StatuteBook book)
{
    /// <summary>What the rules say of the case as it stands. The date of the act picks the text.</summary>
    public ScreenAnswer Screen(Case state) => Screen(state.Opened, state.Facts);

    internal Refusal? AddFact(Case state, FactRecorded fact, Changes changes)
    {
        if (book.Fact(fact.Name) is null)
            return CaseReasons.UnknownFact.RefuseField("name", ("name", fact.Name));
        var answer = Screen(state.Opened, FactsInForce.Of(FactsInForce.With(state.Statements, fact)));
        if (answer.Refused.Count > 0 || Put(new FactSet(), fact) is null)
            return CaseReasons.BadValue.RefuseField("value", ("value", answer.Refused.Select(refused => refused.Words.Zh).FirstOrDefault(fact.Value)));
        changes.Add(fact);
        AddDuty(state, answer, changes);
        return null;
    }

    internal Refusal? Withdraw(Case state, FactWithdrawn withdrawn, Changes changes)
    {
        changes.Add(withdrawn);
        AddDuty(state, Screen(state.Opened, FactsInForce.Of(FactsInForce.Without(state.Statements, withdrawn.Name, withdrawn.Item))), changes);
        return null;
    }

    /// <summary>The opening facts, followed by the duty where they already reach a threshold.</summary>
    internal IEnumerable<EntryBody> WithDuty(CaseOpened opened, IReadOnlyList<FactRecorded> facts)
    {
        var answer = Screen(opened, facts);
        return Reached(answer) is { } reached ? [.. facts, Arose(reached, answer)] : facts;
    }

    private static void AddDuty(Case state, ScreenAnswer answer, Changes changes)
    {
        // Once sent, what is found besides belongs to the police; the duty was met and does not arise anew.
        if (state.Duty == TransferDuty.Discharged)
            return;
        if (Reached(answer) is { } reached && IsNews(state, [.. reached.Rows.Select(row => row.Id)]))
            changes.Add(Arose(reached, answer));
    }

    // An open duty is restated when its rows change; where the head or the police have decided on the ground, only a further row opens it again.
    private static bool IsNews(Case state, IReadOnlyList<string> rows) => state.Duty == TransferDuty.Open
        ? !state.DutyGround!.Rows.SequenceEqual(rows, StringComparer.Ordinal)
        : rows.Except(state.DutyGround?.Rows ?? []).Any();

    private static ScreenResult? Reached(ScreenAnswer answer) => answer.Results.FirstOrDefault(result => result.Reached == Law.Thresholds.Reached.Yes);

    private static TransferDutyArose Arose(ScreenResult result, ScreenAnswer answer) => new(
        result.Offence.Zh, result.Offence.Article, [.. result.Rows.Select(row => row.Id)], answer.Law, new(result.Explanation.Zh, result.Explanation.En));

    private ScreenAnswer Screen(CaseOpened? opened, IReadOnlyList<FactRecorded> facts)
    {
        var (evidence, leads) = (new FactSet(), new FactSet());
        foreach (var fact in facts)
            Put(fact.Standing == FactStanding.Evidence ? evidence : leads, fact);
        return Screening.Screen(new ScreenRequest(null, opened?.ActFrom, opened?.ActTo, opened?.Division[..2], evidence, leads), book);
    }

    /// <summary>Puts a recorded fact into the set in its kind's shape; null when the text does not fit the kind.</summary>
    private FactSet? Put(FactSet set, FactRecorded fact)
    {
        var number = decimal.TryParse(fact.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : (decimal?)null;
        return (book.Fact(fact.Name)?.Kind, number) switch
        {
            (FactKind.Map, { } value) when fact.Item.Length > 0 => set.Entry(fact.Name, fact.Item, value),
            (FactKind.Number or FactKind.Count, { } value) => set.Number(fact.Name, value),
            (FactKind.Flag, _) when fact.Value is "true" or "false" => set.Flag(fact.Name, fact.Value == "true"),
            (FactKind.List, _) => set.List(fact.Name, fact.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
            (FactKind.Choice, _) => set.Choice(fact.Name, fact.Value),
            _ => null,
        };
    }
}
