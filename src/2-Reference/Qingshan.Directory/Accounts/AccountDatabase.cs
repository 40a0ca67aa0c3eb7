using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Qingshan.Directory.Accounts;

/// <summary>The file behind accounts: one connection, used by one caller at a time. Times are Unix milliseconds. What stands in which table: <see cref="AccountSchema"/>.</summary>
internal sealed class AccountDatabase : IDisposable
{
    private readonly Lock gate = new();
    private readonly SqliteConnection connection;

    public AccountDatabase(string path)
    {
        PrivateFile.Open(path, FileMode.OpenOrCreate).Dispose();
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        AccountSchema.Bring(connection);
    }

    public AccountRow? FindAccount(string user) => One<AccountRow>("SELECT user, person, post, password_hash AS hash, demo FROM account WHERE user = @user", new { user });

    public IReadOnlyList<AccountRow> Accounts() => Many<AccountRow>("SELECT user, person, post, password_hash AS hash, demo FROM account ORDER BY user", null);

    public IReadOnlyList<AccountRow> AccountsOf(string person) =>
        Many<AccountRow>("SELECT user, person, post, password_hash AS hash, demo FROM account WHERE person = @person ORDER BY user", new { person });

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

    /// <summary>Runs statements that belong together in one transaction; the number of rows that the last one touched.</summary>
    public int RunAll(params (string Sql, object Parameters)[] statements)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction();
            var touched = 0;
            foreach (var (sql, parameters) in statements)
                touched = connection.Execute(sql, parameters, transaction);
            transaction.Commit();
            return touched;
        }
    }

    public void Dispose() => connection.Dispose();

    public T? One<T>(string sql, object parameters)
        where T : class
    {
        lock (gate)
            return connection.QueryFirstOrDefault<T>(sql, parameters);
    }

    public List<T> Many<T>(string sql, object? parameters)
    {
        lock (gate)
            return connection.Query<T>(sql, parameters).AsList();
    }

    public int Run(string sql, object parameters)
    {
        lock (gate)
            return connection.Execute(sql, parameters);
    }
}

/// <param name="Post">The post a session begins in.</param>
/// <param name="Hash">Empty while no password was chosen: then none fits.</param>
/// <param name="Demo">1 for an account of the demo.</param>
internal sealed record AccountRow(string User, string Person, string Post, string Hash, long Demo);
