namespace Qingshan.Sensing.Archive;

/// <summary>How a stretch of received bytes was cut from the stream. Stored as its number: never renumber.</summary>
public enum StretchCut : byte
{
    /// <summary>One frame in form; whether its checksum is right is decided when it is decoded.</summary>
    Frame = 1,

    /// <summary>Bytes that no frame head precedes.</summary>
    NoFrameStart = 2,

    /// <summary>A frame head without a decimal length.</summary>
    LengthNotDecimal = 3,

    /// <summary>No frame end within the longest frame: oversize.</summary>
    NoFrameEnd = 4,

    /// <summary>The next frame began before this one ended.</summary>
    Interrupted = 5,

    /// <summary>The line ended without a checksum.</summary>
    ChecksumNotFound = 6,

    /// <summary>Neither the declared length nor the checksum fits the line.</summary>
    LengthAndChecksumWrong = 7,

    /// <summary>The connection ended, or its time ran out, inside a frame.</summary>
    Incomplete = 8,
}
