namespace Qingshan.Protocols.Hj212;

/// <summary>What became of a frame that was handed to a <see cref="Hj212Joiner"/>.</summary>
public enum Hj212JoinKind
{
    /// <summary>No PNUM and PNO, or PNUM = 1: the frame stands for itself.</summary>
    NotSplit,

    /// <summary>Kept; other packets are missing.</summary>
    Waiting,

    /// <summary>The last missing packet came: the message is whole.</summary>
    Whole,

    /// <summary>The same packet once more; nothing changed.</summary>
    Repeated,

    /// <summary>A packet of that number is there with other content; the first one counts.</summary>
    Contradicted,

    /// <summary>PNUM or PNO is missing, no number, or PNO &gt; PNUM.</summary>
    NumbersWrong,

    /// <summary>PNUM is larger than is believed.</summary>
    TooManyParts,

    /// <summary>The message would become larger than is allowed; it is given up.</summary>
    TooLarge,
}

/// <summary>Why a message was given up before it was whole.</summary>
public enum Hj212LossReason
{
    /// <summary>A packet did not come in time.</summary>
    Expired,

    /// <summary>It gave way to newer ones.</summary>
    Displaced,

    /// <summary>It became too large.</summary>
    TooLarge,
}

/// <summary>A split message that was given up.</summary>
/// <param name="Present">Numbers of the packets that had come, in order.</param>
public sealed record Hj212Unfinished(string Mn, string Qn, int Command, int Count, IReadOnlyList<int> Present, Hj212LossReason Reason);

/// <summary>The answer of <see cref="Hj212Joiner.Add"/>.</summary>
/// <param name="Whole">The data segment of the joined message, to be read by <see cref="Hj212Segment.Parse"/>; null unless it is whole.</param>
/// <param name="Lost">Messages that were given up meanwhile.</param>
public readonly record struct Hj212JoinResult(Hj212JoinKind Kind, byte[]? Whole, IReadOnlyList<Hj212Unfinished> Lost);
