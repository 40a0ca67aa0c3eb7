using System.Security.Cryptography;

namespace Qingshan.Record.Checkpoints;

/// <summary>A named public key: ECDSA over P-256. Its text form, <c>name base64(SubjectPublicKeyInfo)</c>, is what a trust file holds.</summary>
public sealed class PublicKey
{
    internal const int IdSize = 4;
    internal const int SignatureSize = 64;
    private const string Curve = "1.2.840.10045.3.1.7";
    private readonly byte[] encoded;

    private PublicKey(string name, byte[] encoded)
    {
        (Name, this.encoded) = (name, encoded);
        Id = SHA256.HashData(encoded)[..IdSize];
    }

    public string Name { get; }

    /// <summary>First four bytes of the SHA-256 of the key.</summary>
    internal byte[] Id { get; }

    /// <summary>The key without its name, in base64.</summary>
    internal string Key => Convert.ToBase64String(encoded);

    internal static PublicKey Of(string name, ECDsa key) => new(name, key.ExportSubjectPublicKeyInfo());

    /// <summary>Reads the text form; null for anything else.</summary>
    public static PublicKey? TryParse(string? text)
    {
        if (text?.Split(' ') is not [{ Length: > 0 and <= 128 } name, var key])
            return null;
        try
        {
            using var ecdsa = ECDsa.Create();
            var bytes = Convert.FromBase64String(key);
            ecdsa.ImportSubjectPublicKeyInfo(bytes, out var read);
            return read == bytes.Length && ecdsa.ExportParameters(false).Curve.Oid.Value == Curve ? new(name, bytes) : null;
        }
        catch (Exception malformed) when (malformed is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>True when the signature (r ‖ s) is this key's over the text.</summary>
    public bool Verifies(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(encoded, out _);
        return signature.Length == SignatureSize && ecdsa.VerifyData(text, signature, HashAlgorithmName.SHA256);
    }

    public override string ToString() => $"{Name} {Key}";
}
