namespace Qingshan.Record.Sealing;

/// <summary>
/// A personal text as it stands in an entry: ciphertext under the person's own key (AES-256-GCM). Hashes cover the ciphertext.
/// When the key is destroyed, the text is gone from every copy; the entry and its proof remain.
/// </summary>
/// <param name="Person">Id of the person the text is about; names the key's owner.</param>
/// <param name="KeyId">Which of the person's keys.</param>
/// <param name="Nonce">Base64, 12 bytes.</param>
/// <param name="Ciphertext">Base64, ciphertext followed by the 16-byte tag.</param>
public sealed record SealedText(string Person, string KeyId, string Nonce, string Ciphertext);

/// <summary>Seals and opens personal texts. Keys live in a store of their own.</summary>
public interface ISealer
{
    /// <summary>Seals a text about a person, making the person's key on first use.</summary>
    SealedText Seal(string person, string text);

    /// <summary>The text, or null when the key was destroyed (shown as "erased").</summary>
    string? Open(SealedText text);

    /// <summary>Destroys every key of a person for good and remembers that it did.</summary>
    void Destroy(string person);
}
