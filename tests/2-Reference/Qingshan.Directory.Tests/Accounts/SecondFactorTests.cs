using System.Text;
using NodaTime;
using Qingshan.Directory.Accounts;

namespace Qingshan.Directory.Tests.Accounts;

public sealed class SecondFactorTests : IDisposable
{
    // The scene's randomness fills with 2 here: the session of the first sign-in took 1.
    private static readonly byte[] Secret = [.. Enumerable.Repeat((byte)2, Totp.SecretBytes)];
    private readonly AccountsScene scene = new();

    private ISecondFactors Factors => scene.Factors;

    private string CodeNow => Totp.Code(Secret, Totp.StepAt(scene.Time.Now));

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Enrolling_NeedsThePassword_AndOneCode_AndGivesTenBackupCodes()
    {
        await scene.SignedIn();
        Assert.Equal("account.wrong-password", Factors.BeginTotp("lin", "another secret", AccountsScene.Desk).Refusal?.Reason.Code);
        Assert.Null(Factors.WaitingTotp("lin"));
        Assert.Equal("account.totp-not-begun", Factors.ConfirmTotp("lin", CodeNow).Refusal?.Reason.Code);

        var secret = Factors.BeginTotp("lin", AccountsScene.Password, AccountsScene.Desk).Require();
        Assert.Equal("AIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQC", secret.Secret);
        Assert.Equal("otpauth://totp/Qingshan:lin?secret=AIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQC&issuer=Qingshan&algorithm=SHA1&digits=6&period=30", secret.Uri);
        Assert.Equal(secret, Factors.WaitingTotp("lin"));
        Assert.Null(Factors.StateOf("lin").TotpSince);
        Assert.Null((await scene.SignIn("lin")).Refusal);
        Assert.Equal("account.totp-not-confirmed", Factors.ConfirmTotp("lin", "000000").Refusal?.Reason.Code);

        var codes = Factors.ConfirmTotp("lin", CodeNow).Require().Codes;
        Assert.Equal(10, codes.Count);
        Assert.Equal(new FactorState(scene.Time.Now, 10, 0), Factors.StateOf("lin"));
        Assert.Null(Factors.WaitingTotp("lin"));
        Assert.Equal("account.totp-there", Factors.BeginTotp("lin", AccountsScene.Password, AccountsScene.Desk).Refusal?.Reason.Code);
    }

    [Fact]
    public async Task WithTheApp_ThePasswordAloneIsNotEnough_AndEachCodeWorksOnce()
    {
        await EnrolAsync();
        Assert.Equal("totp_required", (await scene.SignIn("lin")).Refusal?.Reason.Code);
        // The code that confirmed the app was used by that.
        Assert.Equal("account.wrong-code", (await scene.SignIn("lin", totp: CodeNow)).Refusal?.Reason.Code);
        scene.Time.Advance(Duration.FromSeconds(30));
        var code = CodeNow;
        Assert.Null((await scene.SignIn("lin", totp: code[..3] + " " + code[3..])).Refusal);
        Assert.Equal("account.wrong-code", (await scene.SignIn("lin", totp: code)).Refusal?.Reason.Code);
        // Whoever lacks the password learns nothing of the second factor.
        Assert.Equal("account.wrong-credentials", (await scene.SignIn("lin", "wrong", totp: code)).Refusal?.Reason.Code);
        Assert.Equal("account.wrong-credentials", (await scene.SignIn("lin", "wrong")).Refusal?.Reason.Code);
    }

    [Fact]
    public async Task ABackupCode_WorksOnce_AndNewOnesVoidTheOld()
    {
        var codes = await EnrolAsync();
        Assert.Null((await scene.SignIn("lin", totp: codes[3].ToLowerInvariant())).Refusal);
        Assert.Equal("account.wrong-code", (await scene.SignIn("lin", totp: codes[3])).Refusal?.Reason.Code);
        Assert.Equal(9, Factors.StateOf("lin").BackupCodes);
        var renewed = Factors.RenewBackupCodes("lin", AccountsScene.Password, AccountsScene.Desk).Require().Codes;
        Assert.Equal(10, Factors.StateOf("lin").BackupCodes);
        Assert.Equal("account.wrong-code", (await scene.SignIn("lin", totp: codes[4])).Refusal?.Reason.Code);
        Assert.Null((await scene.SignIn("lin", totp: renewed[4])).Refusal);
    }

    [Fact]
    public async Task WrongCodes_LockTheCodeFromAnywhere_ButNotThePassword()
    {
        var codes = await EnrolAsync();
        for (var i = 0; i < 5; i++)
            Assert.Equal("account.wrong-code", (await scene.SignIn("lin", totp: "12345", address: $"10.0.{i}.1")).Refusal?.Reason.Code);
        Assert.Equal("account.locked: Too many failed attempts. Try again in 1 minutes.", (await scene.SignIn("lin", totp: codes[0], address: "10.9.9.9")).Refusal?.ToString());
        Assert.Equal("account.wrong-credentials", (await scene.SignIn("lin", "wrong", address: "10.9.9.9")).Refusal?.Reason.Code);
        scene.Time.Advance(Duration.FromMinutes(1));
        Assert.Null((await scene.SignIn("lin", totp: codes[0], address: "10.9.9.9")).Refusal);
    }

    [Fact]
    public async Task CodesSentAtOnce_AreAllCounted()
    {
        await EnrolAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => scene.SignIn("lin", totp: "12345", address: $"10.1.{i}.1"))));
        Assert.Equal((5, 35), (answers.Count(a => a.Refusal?.Reason == AccountReasons.WrongCode), answers.Count(a => a.Refusal?.Reason == AccountReasons.Locked)));
    }

    [Fact]
    public async Task RemovingTheApp_NeedsThePassword_AndVoidsTheBackupCodes()
    {
        await EnrolAsync();
        Assert.Equal("account.wrong-password", Factors.RemoveTotp("lin", "wrong", AccountsScene.Desk)?.Reason.Code);
        Assert.Null(Factors.RemoveTotp("lin", AccountsScene.Password, AccountsScene.Desk));
        Assert.Equal(new FactorState(null, 0, 0), Factors.StateOf("lin"));
        Assert.Null((await scene.SignIn("lin")).Refusal);
    }

    [Fact]
    public async Task AskingForThePasswordAgain_CountsForTheLockout()
    {
        await EnrolAsync();
        for (var i = 0; i < 5; i++)
            Factors.RemoveTotp("lin", "wrong", AccountsScene.Desk);
        Assert.Equal("account.locked", Factors.RemoveTotp("lin", AccountsScene.Password, AccountsScene.Desk)?.Reason.Code);
    }

    [Fact]
    public async Task TheFile_HoldsNeitherTheSecretNorABackupCode()
    {
        var codes = await EnrolAsync();
        scene.Accounts.Dispose();
        foreach (var file in System.IO.Directory.GetFiles(scene.Folder))
        {
            var text = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file));
            Assert.DoesNotContain(Convert.ToHexStringLower(Secret), text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Base32.Write(Secret), text, StringComparison.Ordinal);
            Assert.All(codes, code => Assert.DoesNotContain(OneTimeCode.Read(code), text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task APasskey_BeginsASession_OncePerChallenge()
    {
        await scene.SignedIn();
        var passkey = new Passkey("id-1", "lin", " 办公室电脑 ", [1, 2], 0, "internal", true, false, default, default);
        Assert.Equal("account.passkey-name", Factors.AddPasskey(passkey with { Name = " " })?.Reason.Code);
        Assert.Null(Factors.AddPasskey(passkey));
        Assert.Equal("account.passkey-wrong", Factors.AddPasskey(passkey with { Person = "ye" })?.Reason.Code);
        Assert.Equal("办公室电脑", Assert.Single(Factors.PasskeysOf("lin")).Name);
        scene.Time.Advance(Duration.FromMinutes(5));
        Assert.Equal("lin", Factors.SignIn(passkey with { SignCount = 7 }, "challenge 1", AccountsScene.Desk).Require().Person);
        var used = Factors.FindPasskey("id-1")!;
        Assert.Equal((7u, scene.Time.Now), (used.SignCount, used.UsedAt));
        Assert.Equal("account.passkey-wrong", Factors.SignIn(passkey, "challenge 1", AccountsScene.Desk).Refusal?.Reason.Code);
        Assert.Null(Factors.SignIn(passkey, "challenge 2", AccountsScene.Desk).Refusal);
    }

    [Fact]
    public async Task RemovingAPasskey_NeedsThePassword_AndIsForOnesOwn()
    {
        await scene.SignedIn();
        Factors.AddPasskey(new Passkey("id-1", "lin", "a", [1], 0, "", true, false, default, default));
        Factors.AddPasskey(new Passkey("id-2", "ye", "b", [1], 0, "", true, false, default, default));
        Assert.Equal("account.wrong-password", Factors.RemovePasskey("lin", "id-1", "wrong", AccountsScene.Desk)?.Reason.Code);
        Assert.Equal("account.passkey-unknown", Factors.RemovePasskey("lin", "id-2", AccountsScene.Password, AccountsScene.Desk)?.Reason.Code);
        Assert.Null(Factors.RemovePasskey("lin", "id-1", AccountsScene.Password, AccountsScene.Desk));
        Assert.Empty(Factors.PasskeysOf("lin"));
    }

    private async Task<IReadOnlyList<string>> EnrolAsync()
    {
        await scene.SignedIn();
        Factors.BeginTotp("lin", AccountsScene.Password, AccountsScene.Desk).Require();
        return Factors.ConfirmTotp("lin", CodeNow).Require().Codes;
    }
}
