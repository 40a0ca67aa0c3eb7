using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Qingshan.Web.Tests.Accounts;

/// <summary>An authenticator in software: one ES256 key, attestation "none" (WebAuthn Level 3, sections 6.1, 6.5 and 8.7). What it says can be bent for a test.</summary>
internal sealed class SoftAuthenticator : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasKey = 0x40;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string userHandle = "";
    private uint count;

    /// <summary>Says whether it knows its user; a site must not take it for a sign-in otherwise.</summary>
    public bool Verifies { get; set; } = true;

    public string Id => WebEncoders.Base64UrlEncode(id);

    /// <summary>Makes the credential that the options ask for.</summary>
    public object Create(JsonElement options, string origin)
    {
        userHandle = options.GetProperty("user").GetProperty("id").GetString()!;
        var client = Client("webauthn.create", options, origin);
        var data = Data(options.GetProperty("rp").GetProperty("id").GetString()!, HasKey, [.. new byte[16], 0, 32, .. id, .. CoseKey()]);
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x58, checked((byte)data.Length), .. data];
        return Credential(new { clientDataJSON = WebEncoders.Base64UrlEncode(client), attestationObject = WebEncoders.Base64UrlEncode(attestation), transports = new[] { "internal" } });
    }

    /// <summary>Signs the challenge of the options.</summary>
    public object Sign(JsonElement options, string origin)
    {
        var client = Client("webauthn.get", options, origin);
        var data = Data(options.GetProperty("rpId").GetString()!, 0, []);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new
        {
            clientDataJSON = WebEncoders.Base64UrlEncode(client),
            authenticatorData = WebEncoders.Base64UrlEncode(data),
            signature = WebEncoders.Base64UrlEncode(signature),
            userHandle,
        });
    }

    public void Dispose() => key.Dispose();

    private object Credential(object response) => new { id = Id, rawId = Id, type = "public-key", clientExtensionResults = new { }, response };

    private static byte[] Client(string type, JsonElement options, string origin) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type, challenge = options.GetProperty("challenge").GetString(), origin, crossOrigin = false }));

    private byte[] Data(string site, byte more, byte[] tail)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, ++count);
        var flags = (byte)(UserPresent | (Verifies ? UserVerified : 0) | more);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), flags, .. counter, .. tail];
    }

    // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    private byte[] CoseKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private static byte[] Text(string text) => [checked((byte)(0x60 + text.Length)), .. Encoding.ASCII.GetBytes(text)];
}
