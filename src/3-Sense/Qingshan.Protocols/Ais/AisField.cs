namespace Qingshan.Protocols.Ais;

/// <summary>A field of a message: gpsd's name, first bit, width in bits, and how the bits are meant.</summary>
public readonly record struct AisField(string Name, int Start, int Width, AisKind Kind = AisKind.Number);

/// <summary>One message type as data: reading, printing and writing all walk these fields.</summary>
/// <param name="Type">Message type, 1 to 27.</param>
/// <param name="MinBits">With fewer bits it is refused; fields behind the end of a shorter message read as zero.</param>
/// <param name="Bits">Bits of the whole message.</param>
/// <param name="Fields">After type, repeat indicator and MMSI, which all messages begin with, in the order in which they are printed.</param>
/// <param name="Table">Table of ITU-R M.1371-5 annex 8.</param>
public sealed record AisLayout(int Type, int MinBits, int Bits, IReadOnlyList<AisField> Fields, string Table)
{
    /// <summary>Part of a message that comes in parts of its own (24): its letter; null for the others.</summary>
    public string? Part { get; init; }
}
