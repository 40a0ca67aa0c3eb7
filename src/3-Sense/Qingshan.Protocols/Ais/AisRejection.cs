namespace Qingshan.Protocols.Ais;

/// <summary>Why a sentence gave no message.</summary>
public enum AisRejection
{
    None,

    /// <summary>Fields are missing or are no numbers.</summary>
    Syntax,

    /// <summary>The sentence or its tag block has a wrong checksum, or none.</summary>
    Checksum,

    /// <summary>A character is not of the six-bit armour, or the fill bits are wrong.</summary>
    Armor,

    /// <summary>A part of a message whose other parts never came.</summary>
    Fragment,

    /// <summary>Too few bits for its type.</summary>
    Length,

    /// <summary>A message type that is not known here.</summary>
    Type,
}
