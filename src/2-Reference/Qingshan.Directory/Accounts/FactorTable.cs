using NodaTime;
using Qingshan.Record.Sealing;

namespace Qingshan.Directory.Accounts;

/// <summary>Authenticator apps, backup codes and used challenges in the file.</summary>
internal sealed class FactorTable(AccountDatabase database)
{
    public TotpRow? Find(string person) => database.One<TotpRow>(
        "SELECT person, key_id AS keyId, nonce, ciphertext, confirmed_at AS confirmedAt, last_step AS lastStep FROM totp WHERE person = @person", new { person });

    /// <summary>Keeps a secret that is not confirmed yet, in place of an earlier one.</summary>
    public void Wait(string person, SealedText secret) => database.Run(
        "INSERT OR REPLACE INTO totp (person, key_id, nonce, ciphertext, confirmed_at, last_step) VALUES (@person, @KeyId, @Nonce, @Ciphertext, 0, 0)",
        new { person, secret.KeyId, secret.Nonce, secret.Ciphertext });

    public void Confirm(string person, Instant now, long step) => database.Run(
        "UPDATE totp SET confirmed_at = @now, last_step = @step WHERE person = @person", new { person, step, now = now.ToUnixTimeMilliseconds() });

    /// <summary>True for the first who uses this step or a later one.</summary>
    public bool UseStep(string person, long step) => database.Run("UPDATE totp SET last_step = @step WHERE person = @person AND last_step < @step", new { person, step }) == 1;

    public void Remove(string person) => database.RunAll(
        ("DELETE FROM totp WHERE person = @person", new { person }), ("DELETE FROM backup_code WHERE person = @person", new { person }));

    public int CountBackupCodes(string person) => database.Many<string>("SELECT hash FROM backup_code WHERE person = @person", new { person }).Count;

    public void SetBackupCodes(string person, IEnumerable<string> hashes) => database.RunAll(
        [("DELETE FROM backup_code WHERE person = @person", new { person }),
         .. hashes.Select(hash => ("INSERT INTO backup_code (hash, person) VALUES (@hash, @person)", (object)new { hash, person }))]);

    public bool UseBackupCode(string person, string hash) => database.Run("DELETE FROM backup_code WHERE person = @person AND hash = @hash", new { person, hash }) == 1;

    /// <summary>True for the first who uses it.</summary>
    public bool UseChallenge(string hash, Instant until) => database.Run(
        "INSERT INTO used_challenge (hash, until) VALUES (@hash, @until) ON CONFLICT DO NOTHING", new { hash, until = until.ToUnixTimeMilliseconds() }) == 1;

    public void Purge(Instant now) => database.Run("DELETE FROM used_challenge WHERE until <= @now", new { now = now.ToUnixTimeMilliseconds() });
}

/// <param name="ConfirmedAt">0 while it is not confirmed.</param>
/// <param name="LastStep">The last step whose code was used.</param>
internal sealed record TotpRow(string Person, string KeyId, string Nonce, string Ciphertext, long ConfirmedAt, long LastStep);
