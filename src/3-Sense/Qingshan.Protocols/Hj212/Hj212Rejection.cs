namespace Qingshan.Protocols.Hj212;

/// <summary>A stretch of input that is not a frame.</summary>
public readonly ref struct Hj212Rejection(long offset, long length, Hj212RejectionReason reason, ReadOnlySpan<byte> sample)
{
    /// <summary>Longest sample kept of a stretch, in bytes.</summary>
    public const int MaxSample = 64;

    /// <summary>Bytes from the start of the stream.</summary>
    public long Offset { get; } = offset;

    /// <summary>Bytes in the stretch.</summary>
    public long Length { get; } = length;

    public Hj212RejectionReason Reason { get; } = reason;

    /// <summary>The first bytes of the stretch, at most <see cref="MaxSample"/>.</summary>
    public ReadOnlySpan<byte> Sample { get; } = sample;
}
