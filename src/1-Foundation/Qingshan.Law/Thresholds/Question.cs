using NodaTime;

namespace Qingshan.Law.Thresholds;

/// <summary>One request put to the offences of the book.</summary>
internal sealed class Question(ScreenRequest request, FactSheet facts, FactSheet leads, StatuteBook book)
{
    private readonly FactSheet _withLeads = facts.FilledBy(leads, book.Facts);
    private readonly HashSet<string> _leads = leads.Given.Except(facts.Given).ToHashSet(StringComparer.Ordinal);

    public ScreenResult Ask(Offence offence)
    {
        var branches = Branches(offence);
        var named = branches.Count == 1 ? offence.As(offence.Branch(branches[0].Key)) : offence;
        List<string> doubts = branches.Count == 1 ? [] : [.. branches.SelectMany(branch => offence.Branch(branch.Key)!.When.Reads).Distinct()];
        var builder = new ResultBuilder(named, book, facts, _leads);
        if ((request.ActTo ?? request.ActFrom) is not { } day)
            return builder.Build([.. branches.SelectMany(branch => branch).Select(text => Judge(text, text.ValidTo))], null, early: false, ["act_to", .. doubts]);
        List<TextOutcome> outcomes = [.. branches.Select(branch => Judge(TextOn(branch, day), day))];
        var milder = outcomes.Count == 1 ? Milder(branches[0], outcomes[0], request.ActFrom ?? day) : null;
        return builder.Build(outcomes, milder, outcomes.Exists(outcome => day < outcome.Text.ValidFrom), doubts);
    }

    /// <summary>The texts of each kind of the offence to which the act may belong.</summary>
    private List<IGrouping<string?, ThresholdText>> Branches(Offence offence) =>
        [.. book.Texts(offence.Article).GroupBy(text => text.Branch).Where(branch => offence.Branch(branch.Key)?.When.Judge(facts).Truth != Truth.No)];

    private static ThresholdText TextOn(IEnumerable<ThresholdText> texts, LocalDate day) =>
        texts.FirstOrDefault(text => text.ValidTo is null || day <= text.ValidTo) ?? texts.Last();

    private TextOutcome? Milder(IEnumerable<ThresholdText> texts, TextOutcome main, LocalDate first)
    {
        var others = texts.Where(text => text != main.Text && (text.ValidTo is null || text.ValidTo >= first)).Select(text => Judge(text, text.ValidTo));
        return others.MinBy(outcome => outcome.Gravity) is { } mildest && mildest.Gravity < main.Gravity ? mildest : null;
    }

    /// <summary>A text asked for its own sake is asked as of its last day; without an end, as it stands at last.</summary>
    private TextOutcome Judge(ThresholdText text, LocalDate? day)
    {
        var on = LocalDate.Max(day ?? LocalDate.MaxIsoValue, text.ValidFrom!.Value);
        var blocks = book.Cautions.Where(row => row.Effect == CautionEffect.Block && row.Offence == text.Offence && row.Citation.InForceOn(on) && Holds(row));
        var lines = book.LinesOf(request.Province, on);
        return TextOutcome.Of(text, blocks, facts.At(lines), _withLeads.At(lines), _leads);
    }

    private bool Holds(CautionRow row) => row.When?.Judge(facts).Truth == Truth.Yes && row.Unless?.Judge(facts).Truth != Truth.Yes;
}
