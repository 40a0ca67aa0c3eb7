using System.Text;
using Qingshan.Record.Sealing;

namespace Qingshan.TestKit;

/// <summary>Seals without secrecy: the ciphertext is the text XOR 0x5A, so that a test can look for plaintext. Destroyed persons open as null.</summary>
public sealed class InMemorySealer : ISealer
{
    private readonly Lock gate = new();
    private readonly HashSet<string> destroyed = new(StringComparer.Ordinal);
    private long sealedTexts;

    public SealedText Seal(string person, string text)
    {
        var nonce = new byte[12];
        BitConverter.TryWriteBytes(nonce, Interlocked.Increment(ref sealedTexts));
        return new SealedText(person, $"{person}:1", Convert.ToBase64String(nonce), Convert.ToBase64String(Mask(Encoding.UTF8.GetBytes(text))));
    }

    public string? Open(SealedText text)
    {
        lock (gate)
            return destroyed.Contains(text.Person) ? null : Encoding.UTF8.GetString(Mask(Convert.FromBase64String(text.Ciphertext)));
    }

    public void Destroy(string person)
    {
        lock (gate)
            destroyed.Add(person);
    }

    private static byte[] Mask(byte[] bytes) => [.. bytes.Select(b => (byte)(b ^ 0x5A))];
}
