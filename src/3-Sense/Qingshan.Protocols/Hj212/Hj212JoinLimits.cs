namespace Qingshan.Protocols.Hj212;

/// <summary>What a <see cref="Hj212Joiner"/> may hold and how long it waits. The standard gives none of these numbers.</summary>
public sealed record Hj212JoinLimits
{
    /// <summary>Split messages under way; of more than that the oldest gives way.</summary>
    public int OpenMessages { get; init; } = 256;

    /// <summary>Largest PNUM that is believed.</summary>
    public int Parts { get; init; } = 255;

    /// <summary>Bytes of data areas that one message may have.</summary>
    public int MessageBytes { get; init; } = 256 * 1024;

    /// <summary>Bytes that all messages together may hold; beyond that the oldest give way.</summary>
    public int HeldBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>From its first packet on, a message must be complete within this time.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);
}
