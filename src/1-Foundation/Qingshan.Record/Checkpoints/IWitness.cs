using Qingshan.Record.Reasons;

namespace Qingshan.Record.Checkpoints;

/// <summary>Somebody outside the operator who co-signs checkpoints and never signs two histories. What it throws means that it is away: it is asked again later.</summary>
public interface IWitness
{
    PublicKey Public { get; }

    /// <summary>Size of the last checkpoint it co-signed, from which the next one must be shown to continue; 0 at first.</summary>
    ValueTask<long> SeenSizeAsync(CancellationToken cancel = default);

    /// <summary>Co-signs a checkpoint that the operator signed.</summary>
    /// <param name="checkpoint">The checkpoint with the operator's signature.</param>
    /// <param name="consistency">Proof from the seen size to the checkpoint's.</param>
    ValueTask<Outcome<NoteSignature>> CoSignAsync(SignedCheckpoint checkpoint, IReadOnlyList<byte[]> consistency, CancellationToken cancel = default);
}

/// <summary>Why a witness does not sign.</summary>
public static class WitnessReasons
{
    public static readonly Reason UnknownLog = new(
        "witness.unknown-log", ReasonKind.Forbidden,
        "检查点不是由本见证方认可的日志签署的。",
        "The checkpoint is not signed by the log that this witness follows.");

    public static readonly Reason NotContinued = new(
        "witness.not-continued", ReasonKind.RuleBroken,
        "检查点（{size} 条）不能证明是上次见证（{seen} 条）的延续，历史可能被改写，不予见证。",
        "The checkpoint of {size} entries is not shown to continue the one witnessed at {seen}; history may have been rewritten.");
}
