using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using Qingshan.Directory.Accounts;

namespace Qingshan.Web.Accounts;

/// <summary>A person as the framework's passkey part knows one: an id.</summary>
internal sealed record PasskeyOwner(string Person);

/// <summary>Gives the framework's passkey part the passkeys that accounts hold. It verifies; what is kept and when is decided by the endpoints.</summary>
internal sealed class PasskeyOwners(ISecondFactors factors) : IUserPasskeyStore<PasskeyOwner>
{
    public Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyOwner user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(factors.FindPasskey(Text(credentialId)) is { } passkey && passkey.Person == user.Person ? Info(passkey) : null);

    public Task<PasskeyOwner?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(factors.FindPasskey(Text(credentialId)) is { } passkey ? new PasskeyOwner(passkey.Person) : null);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyOwner user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. factors.PasskeysOf(user.Person).Select(Info)]);

    public Task<PasskeyOwner?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult<PasskeyOwner?>(new(userId));

    public Task<string> GetUserIdAsync(PasskeyOwner user, CancellationToken cancellationToken) => Task.FromResult(user.Person);

    public Task<string?> GetUserNameAsync(PasskeyOwner user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Person);

    /// <summary>What the framework verified, as accounts keep it.</summary>
    public static Passkey Kept(UserPasskeyInfo info, string person, string name, Instant at) => new(
        Text(info.CredentialId), person, name, info.PublicKey, info.SignCount, string.Join(',', info.Transports ?? []), info.IsBackupEligible, info.IsBackedUp, at, at);

    public Task AddOrUpdatePasskeyAsync(PasskeyOwner user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw NotAsked();

    public Task RemovePasskeyAsync(PasskeyOwner user, byte[] credentialId, CancellationToken cancellationToken) => throw NotAsked();

    public Task<string?> GetNormalizedUserNameAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw NotAsked();

    public Task SetUserNameAsync(PasskeyOwner user, string? userName, CancellationToken cancellationToken) => throw NotAsked();

    public Task SetNormalizedUserNameAsync(PasskeyOwner user, string? normalizedName, CancellationToken cancellationToken) => throw NotAsked();

    public Task<PasskeyOwner?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw NotAsked();

    public Task<IdentityResult> CreateAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw NotAsked();

    public Task<IdentityResult> UpdateAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw NotAsked();

    public Task<IdentityResult> DeleteAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw NotAsked();

    public void Dispose()
    {
        // Nothing is held.
    }

    private static UserPasskeyInfo Info(Passkey passkey) => new(
        WebEncoders.Base64UrlDecode(passkey.Id), passkey.PublicKey, passkey.MadeAt.ToDateTimeOffset(), passkey.SignCount,
        passkey.Transports.Length == 0 ? null : passkey.Transports.Split(','), isUserVerified: true, passkey.BackupEligible, passkey.BackedUp, attestationObject: [], clientDataJson: [])
    {
        Name = passkey.Name,
    };

    private static string Text(byte[] id) => WebEncoders.Base64UrlEncode(id);

    private static NotSupportedException NotAsked() => new("Verifying a passkey asks for none of this.");
}
