namespace Qingshan.Protocols.Hj212;

/// <summary>The field Flag (6.3, table 3): bits 7–2 version, bit 1 split packets, bit 0 an answer is wanted.</summary>
public readonly record struct Hj212Flag(byte Value)
{
    /// <summary>Version bits: 0 was sent under HJ/T 212-2005, 1 under HJ 212-2017; 2 has more than one meaning in the field.</summary>
    public int Version => Value >> 2;

    public bool Split => (Value & 2) != 0;

    public bool Ack => (Value & 1) != 0;

    /// <summary>A flag of the same version that asks for no answer and announces no parts: that of every answer.</summary>
    public Hj212Flag ForAnswer => new((byte)(Value & ~3));

    /// <summary>The same flag for a packet of a split message.</summary>
    public Hj212Flag AsPart => new((byte)(Value | 2));

    /// <summary>The same flag for a message that is whole again.</summary>
    public Hj212Flag AsWhole => new((byte)(Value & ~2));

    public static bool TryRead(ReadOnlySpan<byte> text, out Hj212Flag flag)
    {
        var read = Hj212Text.TryReadInt(text, out var value) && value <= byte.MaxValue;
        flag = new Hj212Flag(read ? (byte)value : (byte)0);
        return read;
    }
}
