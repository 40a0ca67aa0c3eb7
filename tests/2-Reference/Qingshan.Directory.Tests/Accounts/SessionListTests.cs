using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using Qingshan.Directory.Accounts;

namespace Qingshan.Directory.Tests.Accounts;

public sealed class SessionListTests : IDisposable
{
    private readonly AccountsScene scene = new();

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Sessions_AreListedAndEndedOneByOne_OrAllButThis()
    {
        var start = scene.Time.Now;
        var first = await scene.SignedIn();
        scene.Time.Advance(Duration.FromMinutes(5));
        var second = (await scene.Accounts.SignInAsync(new("lin", AccountsScene.Password), new("10.0.0.9"))).Require();
        Assert.Equal(
            [new SessionCard(SessionCard.IdOf(second.Token), "inspector-1", "10.0.0.9", "", scene.Time.Now, scene.Time.Now),
             new SessionCard(SessionCard.IdOf(first.Token), "inspector-1", "10.0.0.1", "Firefox · Linux", start, start)],
            scene.Accounts.SessionsOf("lin"));
        scene.Time.Advance(Duration.FromMinutes(5));
        scene.Accounts.FindSession(first.Token);
        Assert.Equal(SessionCard.IdOf(first.Token), scene.Accounts.SessionsOf("lin")[0].Id);

        Assert.False(scene.Accounts.EndSession("ye", SessionCard.IdOf(first.Token)));
        Assert.True(scene.Accounts.EndSession("lin", SessionCard.IdOf(first.Token)));
        Assert.False(scene.Accounts.EndSession("lin", SessionCard.IdOf(first.Token)));
        Assert.Null(scene.Accounts.FindSession(first.Token));
        var third = (await scene.SignIn("lin")).Require();
        Assert.Equal(1, scene.Accounts.EndSessions("lin", third.Token));
        Assert.Null(scene.Accounts.FindSession(second.Token));
        Assert.NotNull(scene.Accounts.FindSession(third.Token));
        Assert.Equal(1, scene.Accounts.EndSessions("lin"));
        Assert.Empty(scene.Accounts.SessionsOf("lin"));
    }

    [Fact]
    public async Task ASessionThatIsOver_IsNotListed()
    {
        await scene.SignedIn();
        scene.Time.Advance(SqliteAccounts.IdleLimit);
        Assert.Empty(scene.Accounts.SessionsOf("lin"));
    }

    [Fact]
    public async Task AFileOfAnEarlierVersion_KeepsItsAccountsAndSessions()
    {
        var path = Path.Combine(scene.Folder, "old.db");
        using (var old = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            old.Open();
            old.Execute("""
                CREATE TABLE account (
                    user TEXT PRIMARY KEY, person TEXT NOT NULL, post TEXT NOT NULL, password_hash TEXT NOT NULL, demo INTEGER NOT NULL, made_at INTEGER NOT NULL) WITHOUT ROWID;
                CREATE TABLE session (
                    token_hash TEXT PRIMARY KEY, person TEXT NOT NULL, post TEXT NOT NULL, purpose TEXT NOT NULL, started_at INTEGER NOT NULL, seen_at INTEGER NOT NULL) WITHOUT ROWID;
                CREATE TABLE failure (who TEXT PRIMARY KEY, count INTEGER NOT NULL, last_at INTEGER NOT NULL, locked_until INTEGER NOT NULL) WITHOUT ROWID;
                """);
            var now = scene.Time.Now.ToUnixTimeMilliseconds();
            old.Execute("INSERT INTO account VALUES ('lin', 'lin', '', @hash, 0, 0)", new { hash = new Passwords(1).Hash(AccountsScene.Password) });
            old.Execute("INSERT INTO session VALUES (@hash, 'lin', 'liaison-1', '', @now, @now)", new { hash = Hashes.Of("old token"), now });
        }

        using var accounts = new SqliteAccounts(scene.Options with { Path = path }, scene.Directory, scene.Sealer, scene.Time);
        Assert.Equal("liaison-1", accounts.FindSession("old token")?.Post);
        Assert.Null((await accounts.SignInAsync(new("lin", AccountsScene.Password), AccountsScene.Desk)).Refusal);
        Assert.Equal(["10.0.0.1", ""], accounts.SessionsOf("lin").Select(card => card.Address).OrderDescending());
    }
}
