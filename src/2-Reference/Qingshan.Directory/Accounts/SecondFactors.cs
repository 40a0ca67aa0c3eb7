using NodaTime;
using NodaTime.Extensions;
using Qingshan.Record.Reasons;
using Qingshan.Record.Sealing;

namespace Qingshan.Directory.Accounts;

/// <summary>Authenticator apps, backup codes and passkeys in the accounts' file. Secrets of apps are sealed under the person's own key, so that the file alone does not give them.</summary>
internal sealed class SecondFactors(AccountDatabase database, PasswordCheck check, Failures failures, Sessions sessions, ISealer sealer, TimeProvider time, Action<Span<byte>> fill)
    : ISecondFactors
{
    private const int Codes = 10;
    private const int MostPasskeys = 20;
    private const int LongestName = 60;

    // Longer than any challenge is good for, so that one that was used never comes back.
    private static readonly Duration ChallengeMemory = Duration.FromDays(1);

    private readonly FactorTable factors = new(database);
    private readonly PasskeyTable passkeys = new(database);

    private Instant Now => time.GetUtcNow().ToInstant();

    public FactorState StateOf(string person) => new(
        factors.Find(person) is { ConfirmedAt: > 0 } totp ? Instant.FromUnixTimeMilliseconds(totp.ConfirmedAt) : null, factors.CountBackupCodes(person), passkeys.Of(person).Count);

    public Outcome<TotpSecret> BeginTotp(string person, string password, Visitor from)
    {
        if (factors.Find(person) is { ConfirmedAt: > 0 })
            return AccountReasons.TotpThere.Refuse();
        if (AskPassword(person, password, from) is { } refused)
            return refused;
        Span<byte> secret = stackalloc byte[Totp.SecretBytes];
        fill(secret);
        factors.Wait(person, sealer.Seal(person, Convert.ToHexStringLower(secret)));
        return Show(person, secret);
    }

    public TotpSecret? WaitingTotp(string person) => factors.Find(person) is { ConfirmedAt: 0 } row && Open(row) is { } secret ? Show(person, secret) : null;

    public Outcome<BackupCodes> ConfirmTotp(string person, string code)
    {
        if (factors.Find(person) is not { ConfirmedAt: 0 } row || Open(row) is not { } secret)
            return AccountReasons.TotpNotBegun.Refuse();
        if (Totp.Match(secret, Digits(code), Now, row.LastStep) is not { } step)
            return AccountReasons.TotpNotConfirmed.RefuseField("code");
        factors.Confirm(person, Now, step);
        return NewBackupCodes(person);
    }

    public Refusal? RemoveTotp(string person, string password, Visitor from)
    {
        if (AskPassword(person, password, from) is { } refused)
            return refused;
        factors.Remove(person);
        return null;
    }

    public Outcome<BackupCodes> RenewBackupCodes(string person, string password, Visitor from)
    {
        if (factors.Find(person) is not { ConfirmedAt: > 0 })
            return AccountReasons.TotpNotBegun.Refuse();
        return AskPassword(person, password, from) is { } refused ? refused : NewBackupCodes(person);
    }

    public IReadOnlyList<Passkey> PasskeysOf(string person) => passkeys.Of(person);

    public Passkey? FindPasskey(string id) => passkeys.Find(id);

    public Refusal? AskPassword(string person, string password, Visitor from) => check.AskAgain(person, password, from.Address);

    public Refusal? AddPasskey(Passkey passkey)
    {
        if (passkey.Name.Trim().Length is 0 or > LongestName)
            return AccountReasons.PasskeyName.RefuseField("name");
        if (passkeys.Of(passkey.Person).Count >= MostPasskeys)
            return AccountReasons.PasskeysFull.Refuse(("most", MostPasskeys));
        return passkeys.Add(passkey with { Name = passkey.Name.Trim(), MadeAt = Now, UsedAt = Now }) ? null : AccountReasons.PasskeyWrong.Refuse();
    }

    public Refusal? RemovePasskey(string person, string id, string password, Visitor from)
    {
        if (AskPassword(person, password, from) is { } refused)
            return refused;
        return passkeys.Remove(person, id) ? null : AccountReasons.PasskeyUnknown.Refuse();
    }

    public Outcome<Session> SignIn(Passkey used, string challenge, Visitor from)
    {
        if (!factors.UseChallenge(Hashes.Of(challenge), Now + ChallengeMemory))
            return CountWrongPasskey(from);
        passkeys.Use(used, Now);
        return sessions.BeginAnew(database.AccountsOf(used.Person) is [var account, ..] ? account.Post : "", used.Person, from);
    }

    public Refusal CountWrongPasskey(Visitor from)
    {
        failures.Count([Failures.AddressTries(from.Address)]);
        return AccountReasons.PasskeyWrong.Refuse();
    }

    public Refusal? LockOf(Visitor from) => failures.LockOf([Failures.AddressTries(from.Address)]);

    /// <summary>Null when the person needs no second factor, or gave it. To be called in the user's turn, after the password.</summary>
    public Refusal? Ask(string user, string person, string typed)
    {
        if (factors.Find(person) is not { ConfirmedAt: > 0 } row)
            return null;
        var attempt = Failures.CodeTries(user);
        if (failures.LockOf([attempt]) is { } locked)
            return locked;
        if (typed.Trim().Length == 0)
            return AccountReasons.TotpRequired.RefuseField("totp");
        if (Fits(row, typed))
        {
            failures.Forget(attempt.Who);
            return null;
        }

        failures.Count([attempt]);
        return AccountReasons.WrongCode.RefuseField("totp");
    }

    private bool Fits(TotpRow row, string typed)
    {
        if (OneTimeCode.Read(typed) is { Length: OneTimeCode.Whole } backup)
            return factors.UseBackupCode(row.Person, Hashes.Of(backup));
        return Open(row) is { } secret && Totp.Match(secret, Digits(typed), Now, row.LastStep) is { } step && factors.UseStep(row.Person, step);
    }

    private Outcome<BackupCodes> NewBackupCodes(string person)
    {
        var codes = Enumerable.Range(0, Codes).Select(_ => OneTimeCode.New(OneTimeCode.Whole, fill)).ToList();
        factors.SetBackupCodes(person, codes.Select(Hashes.Of));
        return new BackupCodes([.. codes.Select(OneTimeCode.Show)]);
    }

    // Null where the person's key was destroyed: then the factor is gone with the person.
    private byte[]? Open(TotpRow row) => sealer.Open(new SealedText(row.Person, row.KeyId, row.Nonce, row.Ciphertext)) is { } hex ? Convert.FromHexString(hex) : null;

    private TotpSecret Show(string person, ReadOnlySpan<byte> secret)
    {
        var (text, user) = (Base32.Write(secret), database.AccountsOf(person) is [var account, ..] ? account.User : person);
        return new TotpSecret(text, $"otpauth://totp/Qingshan:{Uri.EscapeDataString(user)}?secret={text}&issuer=Qingshan&algorithm=SHA1&digits=6&period=30");
    }

    private static string Digits(string typed) => new([.. typed.Where(char.IsAsciiDigit).Take(7)]);
}
