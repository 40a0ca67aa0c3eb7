using Qingshan.Directory.Agencies;
using Qingshan.Record.Entries;

namespace Qingshan.Directory.Access;

/// <summary>Who acts now: a person in one of their posts, for a purpose.</summary>
/// <param name="Person">Directory id.</param>
/// <param name="Purpose">Purpose code chosen for case and shift, or brought by a task; empty when none was chosen.</param>
public sealed record Acting(string Person, Post Post, Agency Agency, string Purpose)
{
    public Actor ToActor() => new(Person, Post.Id, Agency.Id, Purpose);
}
