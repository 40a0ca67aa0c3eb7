using Qingshan.Directory.Agencies;

namespace Qingshan.Directory.Access;

/// <summary>Works out every relation a post has to a stream, the closest first; <see cref="Relation.None"/> always ends the list, because nobody has less than a stranger.</summary>
internal static class Relations
{
    public static IEnumerable<Relation> Of(Acting who, Subject subject, IDirectory directory, IReadOnlySet<PostKind> answering)
    {
        var own = who.Agency.Id == subject.LeadAgency;
        // Who is named works on it in a post of an agency that does, and not in every other post of theirs. An agency that handed the stream over no longer
        // works on it, even through the people it had named.
        var gone = !own && subject.FormerOwners.Contains(who.Agency.Id);
        var works = (own || subject.Joint.Contains(who.Agency.Id) || subject.Receiving.Contains(who.Agency.Id)) && !gone;
        if ((works && who.Person == subject.LeadPerson) || (own && answering.Contains(who.Post.Kind)))
            yield return Relation.Lead;
        if (works && subject.Team.Contains(who.Person))
            yield return Relation.Team;
        if (own)
            yield return Relation.OwnAgency;
        if (subject.Receiving.Contains(who.Agency.Id))
            yield return Relation.Receiving;
        if (subject.FormerOwners.Contains(who.Agency.Id))
            yield return Relation.FormerOwner;
        if (who.Agency.Kind == AgencyKind.Procuratorate && who.Agency.Division == subject.Division)
            yield return Relation.Procuratorate;
        if (directory.FindAgency(subject.LeadAgency)?.Superior == who.Agency.Id)
            yield return Relation.Superior;
        if (subject.Joint.Contains(who.Agency.Id))
            yield return Relation.Joint;
        if (subject.Consulted.Contains(who.Agency.Id))
            yield return Relation.Consulted;
        yield return Relation.None;
    }
}
