namespace Qingshan.Protocols.Hj212;

/// <summary>One value of one factor, as views into the frame.</summary>
public readonly ref struct Hj212Reading
{
    private readonly ReadOnlySpan<byte> _cp;
    private readonly int _start;

    internal Hj212Reading(ReadOnlySpan<byte> cp, scoped in Hj212Item item, int dash, Hj212Statistic statistic)
    {
        _cp = cp;
        _start = item.Start;
        Factor = item.Key[..dash];
        ValueText = item.Value;
        Group = item.Group;
        Statistic = statistic;
    }

    /// <summary>Factor code as sent: w20117, 024, PM25.</summary>
    public ReadOnlySpan<byte> Factor { get; }

    public Hj212Statistic Statistic { get; }

    /// <summary>The value exactly as sent.</summary>
    public ReadOnlySpan<byte> ValueText { get; }

    /// <summary>The data mark of the factor in the same group (N, F, M, S, D, C, T, B or a private one); empty where none was sent.</summary>
    public ReadOnlySpan<byte> Mark => Hj212Suffixes.FindInGroup(_cp, _start, Factor, "Flag"u8);

    /// <summary>The text of the factor's SampleTime in the same group; empty where none was sent.</summary>
    public ReadOnlySpan<byte> SampleTimeText => Hj212Suffixes.FindInGroup(_cp, _start, Factor, "SampleTime"u8);

    public int Group { get; }

    /// <summary>The value as an exact decimal; null where the text is not one.</summary>
    public Hj212Number? Number => Hj212Number.TryRead(ValueText, out var number) ? number : null;
}
