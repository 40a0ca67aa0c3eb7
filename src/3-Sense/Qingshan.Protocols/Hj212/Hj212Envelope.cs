namespace Qingshan.Protocols.Hj212;

/// <summary>The fields before the data area of a frame to be sent. A null field is left out; an empty one is sent empty.</summary>
public sealed record Hj212Envelope(string? Qn, string St, string Cn, string? Pw, string? Mn, Hj212Flag? Flag)
{
    /// <summary>PNUM and PNO, where the message is split.</summary>
    public Hj212Part? Part { get; init; }

    /// <summary>Sent again or late: RF=1 (2025).</summary>
    public bool Resent { get; init; }
}
