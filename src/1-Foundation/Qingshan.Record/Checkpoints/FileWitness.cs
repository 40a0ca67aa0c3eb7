using Qingshan.Record.Merkle;
using Qingshan.Record.Reasons;
using Qingshan.Record.Storage;

namespace Qingshan.Record.Checkpoints;

/// <summary>
/// A witness with its own key and its own memory in a folder of its own, which must not be the record's: <c>key.pem</c>, and <c>seen</c>,
/// the last note it co-signed. The memory is on disk before a signature leaves.
/// </summary>
public sealed class FileWitness : IWitness, IDisposable
{
    private readonly FileSigningKey key;
    private readonly PublicKey log;
    private readonly string seenPath;
    private readonly Lock gate = new();
    private SignedCheckpoint? seen;

    private FileWitness(FileSigningKey key, PublicKey log, string seenPath)
    {
        (this.key, this.log, this.seenPath) = (key, log, seenPath);
        if (File.Exists(seenPath))
            seen = SignedCheckpoint.TryParse(File.ReadAllText(seenPath)) ?? throw new InvalidDataException($"{seenPath} is not a checkpoint.");
    }

    public PublicKey Public => key.Public;

    /// <summary>Opens the witness, making its key at first.</summary>
    /// <param name="log">The operator's key; nothing else is co-signed.</param>
    public static FileWitness Open(string folder, string name, PublicKey log) =>
        new(FileSigningKey.Open(Path.Combine(folder, "key.pem"), name), log, Path.Combine(folder, "seen"));

    public ValueTask<long> SeenSizeAsync(CancellationToken cancel = default) => ValueTask.FromResult(seen?.Checkpoint.Size ?? 0);

    public ValueTask<Outcome<NoteSignature>> CoSignAsync(SignedCheckpoint checkpoint, IReadOnlyList<byte[]> consistency, CancellationToken cancel = default)
    {
        lock (gate)
            return ValueTask.FromResult(CoSign(checkpoint, consistency));
    }

    public void Dispose() => key.Dispose();

    private Outcome<NoteSignature> CoSign(SignedCheckpoint signed, IReadOnlyList<byte[]> consistency)
    {
        var checkpoint = signed.Checkpoint;
        if (!signed.IsSignedBy(log) || seen is not null && seen.Checkpoint.Origin != checkpoint.Origin)
            return WitnessReasons.UnknownLog.Refuse();
        var (size, root) = seen is null ? (0, MerkleHash.Empty) : (seen.Checkpoint.Size, seen.Checkpoint.Root);
        if (!MerkleProof.Continues(size, root, checkpoint.Size, checkpoint.Root, consistency))
            return WitnessReasons.NotContinued.Refuse(("size", checkpoint.Size), ("seen", size));
        TightFile.Write(seenPath, signed.Note);
        seen = signed;
        return new NoteSignature(Public.Name, Public.Id, key.Sign(checkpoint.Bytes));
    }
}
