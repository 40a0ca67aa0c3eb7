using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Qingshan.Directory.Accounts;

/// <summary>The tables behind accounts: one connection, used by one caller at a time. Times are Unix milliseconds.</summary>
internal sealed class AccountDatabase : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        CREATE TABLE IF NOT EXISTS account (
            user TEXT PRIMARY KEY, person TEXT NOT NULL, post TEXT NOT NULL, password_hash TEXT NOT NULL, demo INTEGER NOT NULL, made_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS session (
            token_hash TEXT PRIMARY KEY, person TEXT NOT NULL, post TEXT NOT NULL, purpose TEXT NOT NULL, started_at INTEGER NOT NULL, seen_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS failure (
            who TEXT PRIMARY KEY, count INTEGER NOT NULL, last_at INTEGER NOT NULL, locked_until INTEGER NOT NULL) WITHOUT ROWID;
        """;

    private readonly Lock gate = new();
    private readonly SqliteConnection connection;

    public AccountDatabase(string path)
    {
        PrivateFile.Open(path, FileMode.OpenOrCreate).Dispose();
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        connection.Execute(Schema);
    }

    public AccountRow? FindAccount(string user) => One<AccountRow>("SELECT user, person, post, password_hash AS hash, demo FROM account WHERE user = @user", new { user });

    public IReadOnlyList<AccountRow> Accounts() => Many<AccountRow>("SELECT user, person, post, password_hash AS hash, demo FROM account ORDER BY user", null);

    public bool HoldsRealAccounts => Accounts().Any(row => row.Demo == 0);

    public bool AddAccount(AccountRow row, Instant now) => Run(
        "INSERT INTO account (user, person, post, password_hash, demo, made_at) VALUES (@User, @Person, @Post, @Hash, @Demo, @now) ON CONFLICT DO NOTHING",
        new { row.User, row.Person, row.Post, row.Hash, row.Demo, now = now.ToUnixTimeMilliseconds() }) == 1;

    /// <summary>Replaces all demo accounts by these, in one transaction.</summary>
    public void ReplaceDemo(IReadOnlyList<AccountRow> rows, Instant now)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute("DELETE FROM account WHERE demo = 1", transaction: transaction);
            connection.Execute(
                "INSERT INTO account (user, person, post, password_hash, demo, made_at) VALUES (@User, @Person, @Post, @Hash, 1, @Now)",
                rows.Select(row => new { row.User, row.Person, row.Post, row.Hash, Now = now.ToUnixTimeMilliseconds() }), transaction);
            transaction.Commit();
        }
    }

    public void SetHash(string user, string hash) => Run("UPDATE account SET password_hash = @hash WHERE user = @user", new { user, hash });

    public Instant? LockedUntil(string who) =>
        One<LockRow>("SELECT locked_until AS lockedUntil FROM failure WHERE who = @who", new { who }) is { } row ? Instant.FromUnixTimeMilliseconds(row.LockedUntil) : null;

    /// <summary>Counts a failure and gives the count; failures whose last one lies before <paramref name="forgotten"/> count no more.</summary>
    public long CountFailure(string who, Instant now, Instant forgotten) => One<CountRow>(
        """
        INSERT INTO failure (who, count, last_at, locked_until) VALUES (@who, 1, @now, 0)
        ON CONFLICT (who) DO UPDATE SET count = CASE WHEN last_at <= @forgotten THEN 1 ELSE count + 1 END, last_at = @now RETURNING count
        """,
        new { who, now = now.ToUnixTimeMilliseconds(), forgotten = forgotten.ToUnixTimeMilliseconds() })!.Count;

    public void LockOut(string who, Instant until) => Run("UPDATE failure SET locked_until = @until WHERE who = @who", new { who, until = until.ToUnixTimeMilliseconds() });

    public void ForgetFailure(string who) => Run("DELETE FROM failure WHERE who = @who", new { who });

    public void AddSession(string hash, SessionRow row) => Run(
        "INSERT INTO session (token_hash, person, post, purpose, started_at, seen_at) VALUES (@hash, @Person, @Post, @Purpose, @StartedAt, @SeenAt)",
        new { hash, row.Person, row.Post, row.Purpose, row.StartedAt, row.SeenAt });

    public SessionRow? FindSession(string hash) => One<SessionRow>(
        "SELECT person, post, purpose, started_at AS startedAt, seen_at AS seenAt FROM session WHERE token_hash = @hash", new { hash });

    public void SeeSession(string hash, Instant now) => Run("UPDATE session SET seen_at = @now WHERE token_hash = @hash", new { hash, now = now.ToUnixTimeMilliseconds() });

    public void SetPost(string hash, string post) => Run("UPDATE session SET post = @post, purpose = '' WHERE token_hash = @hash", new { hash, post });

    public void SetPurpose(string hash, string purpose) => Run("UPDATE session SET purpose = @purpose WHERE token_hash = @hash", new { hash, purpose });

    public void EndSession(string hash) => Run("DELETE FROM session WHERE token_hash = @hash", new { hash });

    /// <summary>Drops sessions and failures that can have no effect any more.</summary>
    public void Purge(Instant startedBefore, Instant seenBefore, Instant failedBefore, Instant now) => Run(
        "DELETE FROM session WHERE started_at <= @started OR seen_at <= @seen; DELETE FROM failure WHERE last_at <= @failed AND locked_until <= @now",
        new
        {
            started = startedBefore.ToUnixTimeMilliseconds(),
            seen = seenBefore.ToUnixTimeMilliseconds(),
            failed = failedBefore.ToUnixTimeMilliseconds(),
            now = now.ToUnixTimeMilliseconds(),
        });

    public void Dispose() => connection.Dispose();

    private T? One<T>(string sql, object parameters)
        where T : class
    {
        lock (gate)
            return connection.QueryFirstOrDefault<T>(sql, parameters);
    }

    private List<T> Many<T>(string sql, object? parameters)
    {
        lock (gate)
            return connection.Query<T>(sql, parameters).AsList();
    }

    private int Run(string sql, object parameters)
    {
        lock (gate)
            return connection.Execute(sql, parameters);
    }
}

/// <param name="Post">The post a session begins in.</param>
/// <param name="Demo">1 for an account of the demo.</param>
internal sealed record AccountRow(string User, string Person, string Post, string Hash, long Demo);

internal sealed record LockRow(long LockedUntil);

internal sealed record CountRow(long Count);

internal sealed record SessionRow(string Person, string Post, string Purpose, long StartedAt, long SeenAt);
