namespace Qingshan.Protocols.Hj212;

/// <summary>Why a stretch of input is not a frame. Texts are in <see cref="Hj212Catalogue"/>.</summary>
public enum Hj212RejectionReason
{
    /// <summary>No <c>##</c> with a length stands before these bytes.</summary>
    NoFrameStart,

    /// <summary><c>##</c> is not followed by at least three decimal digits.</summary>
    LengthNotDecimal,

    /// <summary>No end was found within the frame cap.</summary>
    NoFrameEnd,

    /// <summary>The next frame begins before this one ended.</summary>
    Interrupted,

    /// <summary>The line ends without four hexadecimal digits before it.</summary>
    ChecksumNotFound,

    /// <summary>Neither the declared length nor the checksum fits the line.</summary>
    LengthAndChecksumWrong,

    /// <summary>The input ended inside a frame.</summary>
    Incomplete,
}
