using NodaTime;
using NodaTime.Extensions;
using Qingshan.Directory.Agencies;
using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Accounts;

/// <summary>Begins, finds and ends sessions.</summary>
internal sealed class Sessions(SessionTable table, IDirectory directory, TimeProvider time, Action<Span<byte>> fill)
{
    // A request within this time of the last noted one is not noted again: reading pages should not write.
    private static readonly Duration SeenStep = Duration.FromMinutes(1);

    private Instant Now => time.GetUtcNow().ToInstant();

    /// <summary>Begins a session in the post that the account names, or in the person's first.</summary>
    public Outcome<Session> BeginAnew(string post, string person, Visitor from)
    {
        var posts = directory.FindPerson(person)?.Posts ?? [];
        return posts switch
        {
            [] => AccountReasons.NoPost.Refuse(),
            _ when posts.Contains(post) => Begin(person, post, from),
            [var first, ..] => Begin(person, first, from),
        };
    }

    public Session Begin(string person, string post, Visitor from)
    {
        Span<byte> random = stackalloc byte[32];
        fill(random);
        var token = Convert.ToHexStringLower(random);
        var now = Now.ToUnixTimeMilliseconds();
        var row = new SessionRow(Hashes.Of(token), person, post, "", now, now, from.Address, from.Device);
        table.Add(row);
        return ToSession(token, row);
    }

    public Session? Find(string token, bool touch)
    {
        if (Live(token) is not { } row)
            return null;
        var now = Now;
        if (touch && now - Instant.FromUnixTimeMilliseconds(row.SeenAt) >= SeenStep)
            table.See(row.Hash, now);
        return ToSession(token, row);
    }

    /// <summary>The stored session of a token while it lasts. One whose person has left the post is over.</summary>
    public SessionRow? Live(string token) => table.Find(Hashes.Of(token)) is { } row && IsLive(row) ? row : null;

    public IReadOnlyList<SessionCard> Of(string person) =>
        [.. table.Of(person).Where(IsLive).Select(row => new SessionCard(
            SessionTable.IdOf(row.Hash), row.Post, row.Address, row.Device, Instant.FromUnixTimeMilliseconds(row.StartedAt), Instant.FromUnixTimeMilliseconds(row.SeenAt)))];

    public bool Holds(string person, string post) => directory.FindPerson(person)?.Posts.Contains(post) ?? false;

    public void Purge() => table.Purge(Now - SqliteAccounts.AgeLimit, Now - SqliteAccounts.IdleLimit);

    public static Session ToSession(string token, SessionRow row) => new(token, row.Person, row.Post, row.Purpose, Instant.FromUnixTimeMilliseconds(row.StartedAt));

    private bool IsLive(SessionRow row)
    {
        var now = Now;
        return now < Instant.FromUnixTimeMilliseconds(row.SeenAt) + SqliteAccounts.IdleLimit
            && now < Instant.FromUnixTimeMilliseconds(row.StartedAt) + SqliteAccounts.AgeLimit
            && Holds(row.Person, row.Post);
    }
}
