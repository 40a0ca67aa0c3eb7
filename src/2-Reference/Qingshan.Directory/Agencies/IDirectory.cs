namespace Qingshan.Directory.Agencies;

/// <summary>Who is who: a snapshot folded from the directory's streams, kept current.</summary>
public interface IDirectory
{
    Agency? FindAgency(string id);

    Post? FindPost(string id);

    PersonCard? FindPerson(string id);

    IReadOnlyList<Agency> Agencies { get; }

    IReadOnlyList<Post> Posts { get; }

    IReadOnlyList<PersonCard> People { get; }

    /// <summary>The agency of a kind at the same level, which is the same division: the receiver of a transfer, the supervising procuratorate.</summary>
    Agency? FindSameLevel(string division, AgencyKind kind);
}
