using System.Security.Cryptography;
using Qingshan.Record.Storage;

namespace Qingshan.Record.Checkpoints;

/// <summary>A key that signs checkpoints, wherever it lies.</summary>
public interface ISigningKey
{
    PublicKey Public { get; }

    /// <summary>ECDSA over P-256 with SHA-256: r ‖ s, 64 bytes.</summary>
    byte[] Sign(ReadOnlySpan<byte> text);
}

/// <summary>A key in a PKCS #8 PEM file that only its owner may read.</summary>
public sealed class FileSigningKey : ISigningKey, IDisposable
{
    private readonly ECDsa key;

    private FileSigningKey(string name, ECDsa key) => (this.key, Public) = (key, PublicKey.Of(name, key));

    public PublicKey Public { get; }

    /// <summary>Opens the key, making it at first. Throws when others may read the file, and when the name is not one word.</summary>
    public static FileSigningKey Open(string path, string name)
    {
        if (name.Length is 0 or > 128 || name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            throw new ArgumentException("A signer's name is one word.", nameof(name));
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (!File.Exists(path))
            TightFile.Write(path, key.ExportPkcs8PrivateKeyPem());
        TightFile.Check(path);
        key.ImportFromPem(File.ReadAllText(path));
        return new(name, key);
    }

    public byte[] Sign(ReadOnlySpan<byte> text) => key.SignData(text, HashAlgorithmName.SHA256);

    public void Dispose() => key.Dispose();
}
