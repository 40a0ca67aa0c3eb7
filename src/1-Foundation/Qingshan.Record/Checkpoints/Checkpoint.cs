using System.Globalization;
using System.Text;
using Qingshan.Record.Merkle;

namespace Qingshan.Record.Checkpoints;

/// <summary>The state of a log that is signed: its text is three lines, origin, size and root in base64.</summary>
/// <param name="Origin">Names the log; one line without spaces, up to 128 characters.</param>
/// <param name="Size">Number of entries.</param>
/// <param name="Root">Root over them, 32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>The text that is signed.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    internal byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    /// <summary>Reads exactly what <see cref="Text"/> writes; null for anything else.</summary>
    internal static Checkpoint? TryParse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length != 4 || lines[0].Length is 0 or > 128 || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            return null;
        var root = new byte[MerkleHash.Size];
        if (!Convert.TryFromBase64String(lines[2], root, out var written) || written != root.Length)
            return null;
        var checkpoint = new Checkpoint(lines[0], size, root);
        return checkpoint.Text == text ? checkpoint : null;
    }
}

/// <summary>A checkpoint with the signatures under it: the operator's first, then those of witnesses.</summary>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>The whole note: the text, an empty line, and a line <c>— name base64(key id ‖ signature)</c> for each signature.</summary>
    public string Note => Checkpoint.Text + "\n" + string.Concat(Signatures.Select(s => s.Line));

    /// <summary>Reads exactly what <see cref="Note"/> writes; null for anything else.</summary>
    public static SignedCheckpoint? TryParse(string note)
    {
        var end = note.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || Checkpoint.TryParse(note[..(end + 1)]) is not { } checkpoint)
            return null;
        var signatures = new List<NoteSignature>();
        foreach (var line in note[(end + 2)..].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (NoteSignature.TryParse(line) is not { } signature)
                return null;
            signatures.Add(signature);
        }

        var signed = new SignedCheckpoint(checkpoint, signatures);
        return signatures.Count > 0 && signed.Note == note ? signed : null;
    }

    /// <summary>True when the key signed this checkpoint.</summary>
    public bool IsSignedBy(PublicKey key) =>
        Signatures.Any(s => s.Name == key.Name && s.KeyId.AsSpan().SequenceEqual(key.Id) && key.Verifies(Checkpoint.Bytes, s.Signature));
}

/// <summary>One signature under a note.</summary>
/// <param name="Name">Who signed.</param>
/// <param name="KeyId">First four bytes of the SHA-256 of the public key.</param>
/// <param name="Signature">ECDSA over P-256 with SHA-256, r ‖ s, 64 bytes.</param>
public sealed record NoteSignature(string Name, byte[] KeyId, byte[] Signature)
{
    internal string Line => $"— {Name} {Convert.ToBase64String([.. KeyId, .. Signature])}\n";

    internal static NoteSignature? TryParse(string line)
    {
        var parts = line.Split(' ');
        var bytes = new byte[PublicKey.IdSize + PublicKey.SignatureSize];
        return parts is ["—", { Length: > 0 and <= 128 } name, var text] && Convert.TryFromBase64String(text, bytes, out var written) && written == bytes.Length
            ? new(name, bytes[..PublicKey.IdSize], bytes[PublicKey.IdSize..])
            : null;
    }
}
