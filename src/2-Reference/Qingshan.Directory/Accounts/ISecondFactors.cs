using NodaTime;
using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Accounts;

/// <summary>A person's second factors: an authenticator app (TOTP) with backup codes, and passkeys. What weakens or changes them asks for the password again.</summary>
public interface ISecondFactors
{
    FactorState StateOf(string person);

    /// <summary>Makes a secret that counts from its confirmation on; a second call replaces one that was not confirmed.</summary>
    Outcome<TotpSecret> BeginTotp(string person, string password, Visitor from);

    /// <summary>The secret that waits for its confirmation; null when none does.</summary>
    TotpSecret? WaitingTotp(string person);

    /// <summary>Confirms the secret by a code of it; gives the ten backup codes, which are shown this once.</summary>
    Outcome<BackupCodes> ConfirmTotp(string person, string code);

    /// <summary>Removes secret and backup codes.</summary>
    Refusal? RemoveTotp(string person, string password, Visitor from);

    /// <summary>Replaces the backup codes by ten new ones.</summary>
    Outcome<BackupCodes> RenewBackupCodes(string person, string password, Visitor from);

    IReadOnlyList<Passkey> PasskeysOf(string person);

    Passkey? FindPasskey(string id);

    /// <summary>Null when this is the person's password, which a new passkey asks for before the browser makes it.</summary>
    Refusal? AskPassword(string person, string password, Visitor from);

    /// <summary>Keeps a verified passkey under its name.</summary>
    Refusal? AddPasskey(Passkey passkey);

    Refusal? RemovePasskey(string person, string id, string password, Visitor from);

    /// <summary>
    /// Begins a session by a passkey whose signature was verified with the user present and known to the device: it stands for password and second factor.
    /// A challenge works once.
    /// </summary>
    /// <param name="challenge">What was signed, as it was sent out.</param>
    /// <param name="used">The passkey with its new counter.</param>
    Outcome<Session> SignIn(Passkey used, string challenge, Visitor from);

    /// <summary>Counts a signature that was wrong against its address.</summary>
    Refusal CountWrongPasskey(Visitor from);

    /// <summary>Why passkeys may not be tried from there now; null when they may.</summary>
    Refusal? LockOf(Visitor from);
}

/// <summary>What a person has set up.</summary>
/// <param name="TotpSince">When the authenticator app was confirmed; null without one.</param>
/// <param name="BackupCodes">How many are left.</param>
public sealed record FactorState(Instant? TotpSince, int BackupCodes, int Passkeys);

/// <summary>Backup codes as they are shown, in groups of four; each stands once for a code of the app.</summary>
public sealed record BackupCodes(IReadOnlyList<string> Codes);

/// <summary>The secret of an authenticator app, before it is confirmed.</summary>
/// <param name="Secret">Base32.</param>
/// <param name="Uri">The <c>otpauth</c> address that a QR code carries.</param>
public sealed record TotpSecret(string Secret, string Uri);

/// <summary>A passkey (WebAuthn credential).</summary>
/// <param name="Id">Credential id, base64url.</param>
/// <param name="PublicKey">COSE key.</param>
/// <param name="SignCount">Counter of the authenticator; many keep it at 0.</param>
/// <param name="Transports">How the browser reaches it, separated by commas.</param>
/// <param name="BackupEligible">May be copied to other devices of the person.</param>
public sealed record Passkey(
    string Id, string Person, string Name, byte[] PublicKey, uint SignCount, string Transports, bool BackupEligible, bool BackedUp, Instant MadeAt, Instant UsedAt);
