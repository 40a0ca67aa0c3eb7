using System.Security.Cryptography;
using System.Text;

namespace Qingshan.Record.Sealing;

/// <summary>
/// The form of a sealed text: AES-256-GCM over 16 zero bytes and the UTF-8 text, with person and key id as associated data. The zero bytes
/// bind the ciphertext to one key: it has no second reading under another.
/// </summary>
internal static class SealedBox
{
    public const int KeySize = 32;
    public const int NonceSize = 12;
    private const int TagSize = 16;
    private const int BindingSize = 16;

    /// <summary>The key of one text from its person's key.</summary>
    public static byte[] TextKey(byte[] personKey, ReadOnlySpan<byte> nonce)
    {
        var key = new byte[KeySize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, personKey, key, nonce, "qingshan sealed text"u8);
        return key;
    }

    public static SealedText Close(string person, string keyId, byte[] textKey, ReadOnlySpan<byte> nonce, string text)
    {
        var plain = new byte[BindingSize + Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, plain.AsSpan(BindingSize));
        var sealedBytes = new byte[plain.Length + TagSize];
        using var aes = new AesGcm(textKey, TagSize);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(0, plain.Length), sealedBytes.AsSpan(plain.Length), Associated(person, keyId));
        CryptographicOperations.ZeroMemory(plain);
        return new(person, keyId, Convert.ToBase64String(nonce), Convert.ToBase64String(sealedBytes));
    }

    /// <summary>The text; null when key and text do not belong together or the text is not of this form.</summary>
    public static string? Open(SealedText text, byte[] textKey)
    {
        var sealedBytes = new byte[text.Ciphertext.Length];
        if (textKey.Length != KeySize || Nonce(text) is not { } nonce
            || !Convert.TryFromBase64String(text.Ciphertext, sealedBytes, out var size) || size < BindingSize + TagSize)
            return null;
        var plain = new byte[size - TagSize];
        using var aes = new AesGcm(textKey, TagSize);
        try
        {
            aes.Decrypt(nonce, sealedBytes.AsSpan(0, plain.Length), sealedBytes.AsSpan(plain.Length, TagSize), plain, Associated(text.Person, text.KeyId));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return plain.AsSpan(0, BindingSize).ContainsAnyExcept((byte)0) ? null : Encoding.UTF8.GetString(plain.AsSpan(BindingSize));
    }

    public static byte[]? Nonce(SealedText text)
    {
        var nonce = new byte[NonceSize];
        return Convert.TryFromBase64String(text.Nonce, nonce, out var size) && size == NonceSize ? nonce : null;
    }

    private static byte[] Associated(string person, string keyId) => Encoding.UTF8.GetBytes(person + "\n" + keyId);
}
