namespace Qingshan.Protocols.Hj212;

/// <summary>The fields before the data area of a frame to be sent. A null field is left out; an empty one is sent empty.</summary>
public sealed record Hj212Envelope(string? Qn, string St, string Cn, string? Pw, string? Mn, Hj212Flag? Flag)
{
    /// <summary>Number of packets and number of this one, where the message is split.</summary>
    public (int Count, int Number)? Part { get; init; }
}
