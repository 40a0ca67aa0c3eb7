using NodaTime;

namespace Qingshan.Directory.Accounts;

/// <summary>Sessions in the file. The token itself is never stored, only its hash; the first 16 digits of the hash name a session to people.</summary>
internal sealed class SessionTable(AccountDatabase database)
{
    private const string Columns = "token_hash AS hash, person, post, purpose, started_at AS startedAt, seen_at AS seenAt, address, device";
    private const int IdLength = 16;

    public static string IdOf(string hash) => hash[..IdLength];

    public void Add(SessionRow row) => database.Run(
        """
        INSERT INTO session (token_hash, person, post, purpose, started_at, seen_at, address, device)
        VALUES (@Hash, @Person, @Post, @Purpose, @StartedAt, @SeenAt, @Address, @Device)
        """,
        row);

    public SessionRow? Find(string hash) => database.One<SessionRow>($"SELECT {Columns} FROM session WHERE token_hash = @hash", new { hash });

    /// <summary>Of one person, the last used first.</summary>
    public IReadOnlyList<SessionRow> Of(string person) =>
        database.Many<SessionRow>($"SELECT {Columns} FROM session WHERE person = @person ORDER BY seen_at DESC, token_hash", new { person });

    public void See(string hash, Instant now) => database.Run("UPDATE session SET seen_at = @now WHERE token_hash = @hash", new { hash, now = now.ToUnixTimeMilliseconds() });

    public void SetPost(string hash, string post) => database.Run("UPDATE session SET post = @post, purpose = '' WHERE token_hash = @hash", new { hash, post });

    public void SetPurpose(string hash, string purpose) => database.Run("UPDATE session SET purpose = @purpose WHERE token_hash = @hash", new { hash, purpose });

    public void End(string hash) => database.Run("DELETE FROM session WHERE token_hash = @hash", new { hash });

    public int EndById(string person, string id) =>
        database.Run("DELETE FROM session WHERE person = @person AND substr(token_hash, 1, @length) = @id", new { person, id, length = IdLength });

    public int EndAllBut(string person, string hash) => database.Run("DELETE FROM session WHERE person = @person AND token_hash <> @hash", new { person, hash });

    public void Purge(Instant startedBefore, Instant seenBefore) => database.Run(
        "DELETE FROM session WHERE started_at <= @started OR seen_at <= @seen",
        new { started = startedBefore.ToUnixTimeMilliseconds(), seen = seenBefore.ToUnixTimeMilliseconds() });
}

/// <param name="Address">Where the sign-in came from.</param>
/// <param name="Device">Family of browser and system.</param>
internal sealed record SessionRow(string Hash, string Person, string Post, string Purpose, long StartedAt, long SeenAt, string Address, string Device);
