namespace Qingshan.Protocols.Hj212;

/// <summary>What a decode run saw. <c>FramedBytes + RejectedBytes + BlankBytes = Bytes</c>.</summary>
public sealed record Hj212DecodeSummary(
    long Bytes,
    long Frames,
    long FramesWithProblems,
    long FramedBytes,
    IReadOnlyDictionary<Hj212RejectionReason, long> Rejections,
    long RejectedBytes,
    long BlankBytes)
{
    /// <summary>0, or 1 where something was refused.</summary>
    public int ExitCode => Rejections.Count == 0 ? 0 : 1;
}
