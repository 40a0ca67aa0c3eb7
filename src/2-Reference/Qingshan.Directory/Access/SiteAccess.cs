using Qingshan.Directory.Agencies;
using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Access;

/// <summary>Permission by the site's table. It looks at nothing but its arguments, the table and the directory's agencies.</summary>
public sealed class SiteAccess(IDirectory directory) : IAccess
{
    private enum Judgement
    {
        Permitted,
        WrongPost,
        WrongStage,
        NoPurpose,
        WrongRelation,
    }

    private readonly AccessTable table = AccessTable.Site;

    public AccessAnswer Ask(Acting who, Subject subject)
    {
        var best = Best(Standings(who, subject), who.Purpose);
        var (zh, en) = AccessExplanation.Level(table.Words, who, subject, best);
        return new AccessAnswer(best.Cell.For(who.Purpose), best.Relation, zh, en);
    }

    public Outcome<AccessAnswer> Permit(Acting who, string verb, Subject subject)
    {
        var row = table.Verb(verb);
        if (!row.On.Contains(subject.Stream.Kind))
            throw new InvalidOperationException($"The verb {verb} is not one for {subject.Stream.Kind}.");
        var standings = Standings(who, subject);
        if (standings.TrueForAll(standing => standing.Cell == LevelCell.None))
            return AccessReasons.NotFound.Refuse();
        var best = Best(standings, who.Purpose);
        return Judge(row, who, subject, standings) switch
        {
            Judgement.Permitted => Ask(who, subject),
            Judgement.WrongPost => AccessExplanation.WrongPost(table.Words, who, row, table),
            // The stage belongs to the summary: who may not see that is told of the relation, which alone would be enough to refuse.
            Judgement.WrongStage when best.Cell.For(who.Purpose) >= AccessLevel.Summary => AccessExplanation.WrongStage(table.Words, subject),
            Judgement.NoPurpose => AccessReasons.PurposeNeeded.Refuse(),
            _ => AccessExplanation.WrongRelation(table.Words, who, subject, best, directory.FindAgency(subject.LeadAgency)),
        };
    }

    public Outcome<AccessAnswer> Permit(Acting who, string verb)
    {
        var row = table.Verb(verb);
        if (!row.AllowsPost(who.Post.Kind) || (!row.NeedsNoStream && !table.Sees(who.Post.Kind, row.On)))
            return AccessExplanation.WrongPost(table.Words, who, row, table);
        var (zh, en) = AccessExplanation.ByPost(table.Words, who);
        return new AccessAnswer(row.Needs, Relation.None, zh, en);
    }

    public IReadOnlyList<string> Verbs(Acting who, Subject subject)
    {
        var standings = Standings(who, subject);
        return [.. table.Verbs.Where(row => row.On.Contains(subject.Stream.Kind) && Judge(row, who, subject, standings) == Judgement.Permitted).Select(row => row.Verb)];
    }

    private static Judgement Judge(VerbRow row, Acting who, Subject subject, List<Standing> standings)
    {
        if (!row.AllowsPost(who.Post.Kind))
            return Judgement.WrongPost;
        if (!row.AllowsStage(subject.Stage))
            return Judgement.WrongStage;
        var through = standings.FindAll(standing => row.AllowsRelation(standing.Relation));
        if (through.Exists(standing => standing.Cell.For(who.Purpose) >= row.Needs))
            return Judgement.Permitted;
        return through.Exists(standing => standing.Cell.WithPurpose >= row.Needs) ? Judgement.NoPurpose : Judgement.WrongRelation;
    }

    private List<Standing> Standings(Acting who, Subject subject) =>
        [.. Relations.Of(who, subject, directory, table.Answering).Select(relation => new Standing(relation, table.Cell(who.Post.Kind, subject.Stream.Kind, subject.Stage, relation)))];

    // The first of equals is the closest relation, because relations come in the order of their closeness.
    private static Standing Best(List<Standing> standings, string purpose) => standings.MaxBy(standing => (standing.Cell.For(purpose), standing.Cell.WithPurpose));
}

/// <summary>One relation that a post has to a stream, and what it gives.</summary>
internal readonly record struct Standing(Relation Relation, LevelCell Cell);
