using System.Collections.Immutable;
using Qingshan.Directory.People;
using Qingshan.Record.Entries;
using Qingshan.Record.Sealing;

namespace Qingshan.Directory.Agencies;

/// <summary>What the directory's streams add up to. Names stay sealed here, so that erasing a person takes effect at once.</summary>
internal sealed record DirectoryState
{
    public const string AgencyStream = "agency";
    public const string PersonStream = "person";

    public static DirectoryState Empty { get; } = new();

    public ImmutableSortedDictionary<string, Agency> Agencies { get; init; } = ImmutableSortedDictionary.Create<string, Agency>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Post> Posts { get; init; } = ImmutableSortedDictionary.Create<string, Post>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, SealedPerson> People { get; init; } = ImmutableSortedDictionary.Create<string, SealedPerson>(StringComparer.Ordinal);

    public static DirectoryState Apply(DirectoryState state, Entry entry) => entry.Stream.Kind switch
    {
        AgencyStream => state.ApplyAgency(entry.Stream.Key, entry.Body),
        PersonStream => state.ApplyPerson(entry.Stream.Key, entry.Body),
        _ => state,
    };

    private DirectoryState ApplyAgency(string id, EntryBody body) => body switch
    {
        AgencyRegistered a => this with
        {
            Agencies = Agencies.SetItem(id, new Agency(id, a.Kind, a.NameZh, a.NameEn, a.Division, a.Superior.Length == 0 ? null : a.Superior)),
        },
        PostEstablished p => this with { Posts = Posts.SetItem(p.Post, new Post(p.Post, p.Kind, id, p.TitleZh, p.TitleEn)) },
        PostAbolished p => this with { Posts = Posts.Remove(p.Post) },
        _ => this,
    };

    private DirectoryState ApplyPerson(string id, EntryBody body) => body switch
    {
        PersonRegistered p => Set(new SealedPerson(id, p.NameZh, p.NameEn, [.. p.Certificates.Select(c => c.Number)], [])),
        PersonCertified p => Change(id, person => person with { Certificates = person.Certificates.Add(p.Certificate.Number) }),
        PersonAppointed p => Change(id, person => person with { Posts = person.Posts.Remove(p.Post).Add(p.Post) }),
        PersonReleased p => Change(id, person => person with { Posts = person.Posts.Remove(p.Post) }),
        _ => this,
    };

    private DirectoryState Change(string id, Func<SealedPerson, SealedPerson> change) => People.TryGetValue(id, out var person) ? Set(change(person)) : this;

    private DirectoryState Set(SealedPerson person) => this with { People = People.SetItem(person.Id, person) };
}

/// <summary>A person with everything personal still sealed; posts in the order of appointment.</summary>
internal sealed record SealedPerson(string Id, SealedText NameZh, SealedText NameEn, ImmutableArray<SealedText> Certificates, ImmutableArray<string> Posts);
