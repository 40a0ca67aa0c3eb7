using System.Text;
using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Directory.Accounts;

namespace Qingshan.Directory.Tests.Accounts;

public sealed class SqliteAccountsTests : IDisposable
{
    private readonly AccountsScene scene = new();

    private SqliteAccounts Accounts => scene.Accounts;

    [Fact]
    public async Task SigningIn_BeginsASessionInTheFirstPost_ThatOutlivesARestart()
    {
        var session = await scene.SignedIn();
        Assert.Equal(new Session(string.Concat(Enumerable.Repeat("01", 32)), "lin", "inspector-1", "", scene.Time.Now), session);
        scene.Restart();
        Assert.Equal(session, Accounts.FindSession(session.Token));
        Assert.Null(Accounts.FindSession(session.Token + "0"));
        Assert.Null(Accounts.FindSession(""));
    }

    [Fact]
    public async Task UnknownUserAndWrongPassword_AreRefusedAlike()
    {
        await scene.SignedIn();
        var wrong = (await scene.SignIn("lin", "another secret")).Refusal;
        var unknown = (await scene.SignIn("nobody", "another secret")).Refusal;
        Assert.Equal(AccountReasons.WrongCredentials.Refuse(), wrong);
        Assert.Equal(wrong, unknown);
    }

    [Theory]
    [InlineData("lin")]
    [InlineData("nobody")]
    public async Task FiveFailures_LockForATimeThatGrows_WhetherTheUserExistsOrNot(string user)
    {
        await scene.SignedIn();
        for (var i = 0; i < 5; i++)
            Assert.Equal(AccountReasons.WrongCredentials, (await scene.SignIn(user, "wrong")).Refusal?.Reason);
        Assert.Equal("account.locked: Too many failed attempts. Try again in 1 minutes.", (await scene.SignIn(user)).Refusal?.ToString());
        scene.Time.Advance(Duration.FromSeconds(60));
        Assert.Equal(AccountReasons.WrongCredentials, (await scene.SignIn(user, "wrong")).Refusal?.Reason);
        scene.Time.Advance(Duration.FromSeconds(119));
        Assert.Equal(AccountReasons.Locked, (await scene.SignIn(user, "wrong")).Refusal?.Reason);
        scene.Time.Advance(Duration.FromSeconds(1));
        Assert.NotEqual(AccountReasons.Locked, (await scene.SignIn(user)).Refusal?.Reason);
    }

    [Fact]
    public async Task TheRightPassword_ForgetsFailures_AndADayForgetsThemToo()
    {
        await scene.SignedIn();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++)
                await scene.SignIn("lin", "wrong");
            Assert.Null((await scene.SignIn("lin")).Refusal);
        }

        for (var i = 0; i < 4; i++)
            await scene.SignIn("lin", "wrong");
        scene.Time.Advance(Duration.FromDays(1));
        await scene.SignIn("lin", "wrong");
        Assert.Null((await scene.SignIn("lin")).Refusal);
    }

    [Fact]
    public async Task GuessesFromElsewhere_DoNotKeepAnOfficerOut()
    {
        await scene.SignedIn();
        for (var i = 0; i < 20; i++)
            await scene.SignIn("lin", "wrong", "10.6.6.6");
        Assert.Equal(AccountReasons.Locked, (await scene.SignIn("lin", address: "10.6.6.6")).Refusal?.Reason);
        Assert.Null((await scene.SignIn("lin", address: "10.0.0.7")).Refusal);
    }

    [Fact]
    public async Task GuessesFromManyAddresses_LockTheNameForMinutes()
    {
        await scene.SignedIn();
        for (var i = 0; i < Lockout.User.Limit; i++)
            await scene.SignIn("lin", "wrong", $"10.6.{i / 4}.6");
        Assert.Equal("account.locked: Too many failed attempts. Try again in 1 minutes.", (await scene.SignIn("lin")).Refusal?.ToString());
        scene.Time.Advance(Duration.FromMinutes(1));
        Assert.Null((await scene.SignIn("lin")).Refusal);
    }

    [Fact]
    public async Task APageThatLiesOpen_KeepsNoSessionAlive()
    {
        var session = await scene.SignedIn();
        for (var hours = 0; hours < 11; hours++)
        {
            scene.Time.Advance(Duration.FromHours(1));
            Assert.NotNull(Accounts.FindSession(session.Token, touch: false));
        }

        scene.Time.Advance(Duration.FromHours(1));
        Assert.Null(Accounts.FindSession(session.Token, touch: false));
    }

    [Fact]
    public async Task OneAddressThatTriesManyNames_IsLocked_OthersAreNot()
    {
        await scene.SignedIn();
        for (var i = 0; i < Lockout.Address.Limit; i++)
            await scene.SignIn($"name-{i}", "wrong", "10.6.6.6");
        Assert.Equal(AccountReasons.Locked, (await scene.SignIn("lin", address: "10.6.6.6")).Refusal?.Reason);
        Assert.Null((await scene.SignIn("lin", address: "10.0.0.7")).Refusal);
    }

    [Fact]
    public async Task GuessesSentAtOnce_AreAllCounted()
    {
        await scene.SignedIn();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => scene.SignIn("lin", "wrong"))));
        Assert.Equal(5, answers.Count(answer => answer.Refusal?.Reason == AccountReasons.WrongCredentials));
    }

    [Fact]
    public async Task ASession_EndsAfterTwelveIdleHours_AndAfterSevenDaysInAnyCase()
    {
        var session = await scene.SignedIn();
        scene.Time.Advance(SqliteAccounts.IdleLimit - Duration.FromSeconds(1));
        Assert.NotNull(Accounts.FindSession(session.Token));
        scene.Time.Advance(SqliteAccounts.IdleLimit);
        Assert.Null(Accounts.FindSession(session.Token));

        session = (await scene.SignIn("lin")).Require();
        for (var hours = 0; hours < 167; hours++)
        {
            scene.Time.Advance(Duration.FromHours(1));
            Assert.NotNull(Accounts.FindSession(session.Token));
        }

        scene.Time.Advance(Duration.FromHours(1));
        Assert.Null(Accounts.FindSession(session.Token));
    }

    [Fact]
    public async Task SwitchingPost_WorksForOwnPostsOnly_AndClearsThePurpose()
    {
        var session = await scene.SignedIn();
        Assert.Equal("handling", Accounts.ChoosePurpose(session.Token, "handling").Require().Purpose);
        Assert.Equal("handling", Accounts.FindSession(session.Token)?.Purpose);
        Assert.Equal(AccountReasons.NotYourPost.Refuse(), Accounts.SwitchPost(session.Token, "head-1").Refusal);
        Assert.Equal("liaison-1", Accounts.SwitchPost(session.Token, "liaison-1").Require().Post);
        Assert.Equal(session with { Post = "liaison-1" }, Accounts.FindSession(session.Token));
        Assert.Equal(AccessReasons.SignInNeeded.Refuse(), Accounts.SwitchPost("no such token", "liaison-1").Refusal);
    }

    [Fact]
    public async Task APurpose_MustBeCatalogued_AndCanBeCleared()
    {
        var session = await scene.SignedIn();
        Assert.Equal(AccountReasons.UnknownPurpose, Accounts.ChoosePurpose(session.Token, "curiosity").Refusal?.Reason);
        Accounts.ChoosePurpose(session.Token, "audit").Require();
        Assert.Equal("", Accounts.ChoosePurpose(session.Token, "").Require().Purpose);
        Assert.Equal(AccessReasons.SignInNeeded.Refuse(), Accounts.ChoosePurpose("no such token", "audit").Refusal);
    }

    [Fact]
    public async Task WhoLosesThePost_LosesTheSession_AndWithoutAnyPostNobodySignsIn()
    {
        var session = await scene.SignedIn();
        scene.Directory.PostsOfLin.Remove("inspector-1");
        Assert.Null(Accounts.FindSession(session.Token));
        Assert.Equal("liaison-1", (await scene.SignIn("lin")).Require().Post);
        scene.Directory.PostsOfLin.Clear();
        Assert.Equal(AccountReasons.NoPost, (await scene.SignIn("lin")).Refusal?.Reason);
    }

    [Fact]
    public async Task End_EndsThatSessionOnly()
    {
        var first = await scene.SignedIn();
        var second = (await scene.SignIn("lin")).Require();
        Accounts.End(first.Token);
        Assert.Null(Accounts.FindSession(first.Token));
        Assert.NotNull(Accounts.FindSession(second.Token));
    }

    [Fact]
    public void SigningInWithoutPassword_IsForDemoSitesAndHeldPostsOnly()
    {
        Assert.Equal(AccountReasons.NotADemo.Refuse(), Accounts.SignInDemo("lin", "inspector-1").Refusal);
        using var demo = new AccountsScene(demo: true);
        Assert.Equal("liaison-1", demo.Accounts.SignInDemo("lin", "liaison-1").Require().Post);
        Assert.Equal(AccountReasons.NotYourPost.Refuse(), demo.Accounts.SignInDemo("lin", "head-1").Refusal);
        Assert.Equal(AccountReasons.NotYourPost.Refuse(), demo.Accounts.SignInDemo("nobody", "inspector-1").Refusal);
    }

    [Theory]
    [InlineData("l", AccountsScene.Password, "account.bad-user")]
    [InlineData("Lin", AccountsScene.Password, "account.bad-user")]
    [InlineData("lin\0", AccountsScene.Password, "account.bad-user")]
    [InlineData("lin", "short", "account.weak-password")]
    [InlineData("lin", "my name is LIN, you know", "account.weak-password")]
    public void AnAccount_NeedsAPlainUserAndALongPassword(string user, string password, string code) =>
        Assert.Equal(code, Accounts.CreateAccount(user, "lin", password).Refusal?.Reason.Code);

    [Fact]
    public async Task AUserName_IsTakenOnce()
    {
        Assert.False(Accounts.HasRealAccounts);
        await scene.SignedIn();
        Assert.True(Accounts.HasRealAccounts);
        Assert.Equal(AccountReasons.UserTaken, Accounts.CreateAccount("lin", "other", AccountsScene.Password).Refusal?.Reason);
    }

    [Fact]
    public async Task TheFile_HoldsNeitherTokenNorPassword_AndIsPrivate()
    {
        var session = await scene.SignedIn();
        Accounts.Dispose();
        foreach (var file in System.IO.Directory.GetFiles(scene.Folder))
        {
            var text = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file));
            Assert.DoesNotContain(session.Token, text, StringComparison.Ordinal);
            Assert.DoesNotContain(AccountsScene.Password, text, StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task AnOldHash_IsRenewedAtTheNextSignIn()
    {
        await scene.SignedIn();
        Accounts.Dispose();
        using var stronger = new SqliteAccounts(scene.Options with { HashRounds = 2 }, scene.Directory, scene.Sealer, scene.Time);
        Assert.Null((await stronger.SignInAsync(new("lin", AccountsScene.Password), AccountsScene.Desk)).Refusal);
        using var database = new AccountDatabase(scene.Options.Path);
        Assert.Equal((false, false), new Passwords(2).Check(database.FindAccount("lin")!.Hash, "wrong"));
        Assert.Equal((true, false), new Passwords(2).Check(database.FindAccount("lin")!.Hash, AccountsScene.Password));
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(9, 16)]
    [InlineData(15, 1024)]
    [InlineData(16, 1440)]
    [InlineData(1_000_000, 1440)]
    public void Lockout_DoublesUpToADay(long failures, int minutes) => Assert.Equal(Duration.FromMinutes(minutes), Lockout.Pair.Of(failures));

    public void Dispose() => scene.Dispose();
}
