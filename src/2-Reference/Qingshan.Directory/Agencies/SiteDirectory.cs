using Qingshan.Directory.Snapshots;
using Qingshan.Record;
using Qingshan.Record.Sealing;

namespace Qingshan.Directory.Agencies;

/// <summary>The directory of the site: a snapshot of the streams <c>agency/{id}</c> and <c>person/{id}</c>. Names are opened at each call and never kept.</summary>
public sealed class SiteDirectory(IRecord record, ISealer sealer) : IDirectory, IDisposable
{
    /// <summary>Shown for a person whose keys were destroyed.</summary>
    public const string ErasedZh = "（已删除）";

    public const string ErasedEn = "(erased)";

    private readonly RecordSnapshot<DirectoryState> snapshot = new(record, DirectoryState.Empty, DirectoryState.Apply);

    public IReadOnlyList<Agency> Agencies => [.. snapshot.Now.Agencies.Values];

    public IReadOnlyList<Post> Posts => [.. snapshot.Now.Posts.Values];

    public IReadOnlyList<PersonCard> People
    {
        get
        {
            var state = snapshot.Now;
            return [.. state.People.Values.Select(person => Open(person, state))];
        }
    }

    /// <summary>Makes a directory and loads it.</summary>
    public static async Task<SiteDirectory> OpenAsync(IRecord record, ISealer sealer, CancellationToken cancel = default)
    {
        var directory = new SiteDirectory(record, sealer);
        await directory.LoadAsync(cancel);
        return directory;
    }

    /// <summary>Reads the record up to its head; until then the directory is empty.</summary>
    public Task LoadAsync(CancellationToken cancel = default) => snapshot.LoadAsync(cancel);

    public Agency? FindAgency(string id) => snapshot.Now.Agencies.GetValueOrDefault(id);

    public Post? FindPost(string id) => snapshot.Now.Posts.GetValueOrDefault(id);

    public PersonCard? FindPerson(string id)
    {
        var state = snapshot.Now;
        return state.People.TryGetValue(id, out var person) ? Open(person, state) : null;
    }

    public Agency? FindSameLevel(string division, AgencyKind kind) =>
        snapshot.Now.Agencies.Values.FirstOrDefault(agency => agency.Division == division && agency.Kind == kind);

    public void Dispose() => snapshot.Dispose();

    private PersonCard Open(SealedPerson person, DirectoryState state) => new(
        person.Id, sealer.Open(person.NameZh) ?? ErasedZh, sealer.Open(person.NameEn) ?? ErasedEn,
        [.. person.Posts.Where(state.Posts.ContainsKey)], [.. person.Certificates.Select(sealer.Open).OfType<string>()]);
}
