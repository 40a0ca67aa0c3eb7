using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.People;
using Qingshan.Record.Entries;
using Qingshan.Record.Sealing;
using Qingshan.TestKit;

namespace Qingshan.Directory.Tests.Accounts;

public sealed class RecoveryTests : IDisposable
{
    private const string NewPassword = "quite another secret";
    private readonly AccountsScene scene = new();
    private readonly InMemoryRecord record;
    private readonly Recoveries recoveries;

    public RecoveryTests()
    {
        record = new InMemoryRecord(scene.Time);
        recoveries = new Recoveries(scene.Accounts, record, scene.Directory, scene.Time);
    }

    public void Dispose()
    {
        recoveries.Dispose();
        scene.Dispose();
    }

    [Fact]
    public async Task TwoAdministrators_GiveHalfACodeEach_AndThePersonBeginsAnew()
    {
        var session = await LockedOutAsync();
        var first = (await recoveries.AskAsync(Who("ye"), "lin", " 手机遗失 ")).Require();
        var waiting = Assert.Single(recoveries.Waiting);
        Assert.Equal(("lin", "ye", scene.Time.Now), (waiting.Person, waiting.AskedBy, waiting.AskedAt));
        Assert.NotNull(scene.Accounts.FindSession(session.Token));
        scene.Time.Advance(Duration.FromMinutes(10));
        var second = (await recoveries.GrantAsync(Who("he"), waiting.Id)).Require();
        Assert.Equal((true, false, 14, 14), (first.First, second.First, first.Code.Length, second.Code.Length));
        Assert.Empty(recoveries.Waiting);

        Assert.Null(scene.Accounts.FindSession(session.Token));
        Assert.Equal(new FactorState(null, 0, 0), scene.Factors.StateOf("lin"));
        Assert.Equal("account.wrong-credentials", (await scene.SignIn("lin")).Refusal?.Reason.Code);
        Assert.Equal("account.wrong-one-time-code", (await ByCodeAsync(second.Code + first.Code)).Refusal?.Reason.Code);
        Assert.Equal("account.wrong-one-time-code", (await ByCodeAsync(first.Code)).Refusal?.Reason.Code);
        Assert.Equal("account.weak-password", (await ByCodeAsync($"{first.Code} {second.Code}", "short")).Refusal?.Reason.Code);
        Assert.Equal("lin", (await ByCodeAsync($"{first.Code} {second.Code}".ToLowerInvariant())).Require().Person);
        Assert.Equal("account.wrong-one-time-code", (await ByCodeAsync($"{first.Code} {second.Code}")).Refusal?.Reason.Code);
        Assert.Null((await scene.SignIn("lin", NewPassword)).Refusal);
    }

    [Fact]
    public async Task BothActs_AreEntriesOfThePerson_AndThePersonIsToldUntilSeen()
    {
        await LockedOutAsync();
        var asked = scene.Time.Now;
        await recoveries.AskAsync(Who("ye"), "lin", "手机遗失");
        var id = recoveries.Waiting[0].Id;
        scene.Time.Advance(Duration.FromMinutes(10));
        Assert.Null(scene.Accounts.NoticeOf("lin"));
        await recoveries.GrantAsync(Who("he"), id);
        var history = await record.ReadAsync(new StreamId("person", "lin"));
        Assert.Equal([(new PersonRecoveryAsked(id, "手机遗失"), "ye"), (new PersonRecoveryGranted(id), "he")], history.Entries.Select(entry => (entry.Body, entry.By.Person)));
        Assert.Equal(new RecoveryNotice("ye", asked, "he", scene.Time.Now), scene.Accounts.NoticeOf("lin"));
        scene.Accounts.SeeNotice("lin");
        Assert.Null(scene.Accounts.NoticeOf("lin"));
    }

    [Fact]
    public async Task NobodyRecoversAlone_OrTheOwnAccount()
    {
        await LockedOutAsync();
        scene.Accounts.CreateAccount("ye", "ye", AccountsScene.Password).Require();
        Assert.Equal("account.recovery-own", (await recoveries.AskAsync(Who("ye"), "ye", "x")).Refusal?.Reason.Code);
        Assert.Equal("account.unknown-person", (await recoveries.AskAsync(Who("ye"), "nobody", "x")).Refusal?.Reason.Code);
        Assert.Equal("account.recovery-why", (await recoveries.AskAsync(Who("ye"), "lin", " ")).Refusal?.Reason.Code);
        (await recoveries.AskAsync(Who("ye"), "lin", "x")).Require();
        Assert.Equal("account.recovery-there", (await recoveries.AskAsync(Who("he"), "lin", "x")).Refusal?.Reason.Code);
        var id = recoveries.Waiting[0].Id;
        Assert.Equal("account.recovery-same", (await recoveries.GrantAsync(Who("ye"), id)).Refusal?.Reason.Code);
        Assert.Equal("account.recovery-own", (await recoveries.GrantAsync(Who("lin"), id)).Refusal?.Reason.Code);
        Assert.Equal("account.recovery-gone", (await recoveries.GrantAsync(Who("he"), "no such id")).Refusal?.Reason.Code);
        Assert.Equal(1, record.Count);
        Assert.Equal("totp_required", (await scene.SignIn("lin")).Refusal?.Reason.Code);
    }

    [Fact]
    public async Task AskedAndNotGranted_LapsesAfterADay_AndSoDoesTheCode()
    {
        await LockedOutAsync();
        await recoveries.AskAsync(Who("ye"), "lin", "x");
        var id = recoveries.Waiting[0].Id;
        scene.Time.Advance(Duration.FromHours(24));
        Assert.Empty(recoveries.Waiting);
        Assert.Equal("account.recovery-gone", (await recoveries.GrantAsync(Who("he"), id)).Refusal?.Reason.Code);

        var first = (await recoveries.AskAsync(Who("ye"), "lin", "x")).Require();
        var second = (await recoveries.GrantAsync(Who("he"), recoveries.Waiting[0].Id)).Require();
        scene.Time.Advance(Duration.FromHours(24));
        Assert.Equal("account.wrong-one-time-code", (await ByCodeAsync(first.Code + second.Code)).Refusal?.Reason.Code);
    }

    [Fact]
    public async Task TwoWhoGrantAtOnce_GiveOneSecondHalf()
    {
        await LockedOutAsync();
        await recoveries.AskAsync(Who("ye"), "lin", "x");
        var id = recoveries.Waiting[0].Id;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => recoveries.GrantAsync(Who($"other-{i}"), id))));
        Assert.Equal((1, 7), (answers.Count(a => a.Refusal is null), answers.Count(a => a.Refusal?.Reason == AccountReasons.RecoveryGone)));
    }

    [Fact]
    public async Task ALockedName_IsFreeAfterARecovery()
    {
        await LockedOutAsync();
        for (var i = 0; i < 9; i++)
            await scene.SignIn("lin", "wrong");
        var first = (await recoveries.AskAsync(Who("ye"), "lin", "x")).Require();
        var second = (await recoveries.GrantAsync(Who("he"), recoveries.Waiting[0].Id)).Require();
        Assert.Null((await ByCodeAsync(first.Code + second.Code)).Refusal);
    }

    [Fact]
    public async Task ANewAccount_BeginsWithItsCode_AndTheServersOperatorCanGiveAnother()
    {
        var code = scene.Accounts.InviteAccount("lin", "lin").Require();
        Assert.Matches("^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$", code);
        Assert.True(Assert.Single(recoveries.Accounts).Waits);
        Assert.Equal("account.wrong-credentials", (await scene.SignIn("lin", "")).Refusal?.Reason.Code);
        Assert.Equal("account.wrong-one-time-code", (await scene.Accounts.SignInByCodeAsync("nobody", code, NewPassword, AccountsScene.Desk)).Refusal?.Reason.Code);
        Assert.Null((await ByCodeAsync(code)).Refusal);
        Assert.False(Assert.Single(recoveries.Accounts).Waits);
        Assert.Equal("account.unknown-user", scene.Accounts.ResetAccount("nobody").Refusal?.Reason.Code);
        var again = scene.Accounts.ResetAccount("lin").Require();
        Assert.Equal("account.wrong-credentials", (await scene.SignIn("lin", NewPassword)).Refusal?.Reason.Code);
        Assert.Empty(scene.Accounts.SessionsOf("lin"));
        Assert.Null((await ByCodeAsync(again)).Refusal);
    }

    private Task<Qingshan.Record.Reasons.Outcome<Session>> ByCodeAsync(string code, string password = NewPassword) =>
        scene.Accounts.SignInByCodeAsync("lin", code, password, AccountsScene.Desk);

    private static Acting Who(string person) => new(
        person, new Post($"administrator-{person}", PostKind.SiteAdministrator, "ops", "站点管理员", "Site administrator"), new Agency("ops", AgencyKind.Administration, "运行办", "Operations", "330900", null), "");

    private async Task<Session> LockedOutAsync()
    {
        var session = await scene.SignedIn();
        scene.Factors.BeginTotp("lin", AccountsScene.Password, AccountsScene.Desk).Require();
        scene.Factors.ConfirmTotp("lin", Totp.Code(Secret(), Totp.StepAt(scene.Time.Now))).Require();
        return session;
    }

    private byte[] Secret()
    {
        var row = new FactorTable(scene.Accounts.Database).Find("lin")!;
        return Convert.FromHexString(scene.Sealer.Open(new SealedText(row.Person, row.KeyId, row.Nonce, row.Ciphertext))!);
    }
}
