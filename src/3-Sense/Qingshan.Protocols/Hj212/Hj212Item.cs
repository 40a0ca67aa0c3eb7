namespace Qingshan.Protocols.Hj212;

/// <summary>One <c>key=value</c> of the data area; items joined by commas share a group, groups are joined by semicolons.</summary>
public readonly ref struct Hj212Item(ReadOnlySpan<byte> text, int equals, int start, int group)
{
    private readonly int _equals = equals;

    /// <summary>The item as sent.</summary>
    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>Index of the item's first byte within the data area.</summary>
    public int Start { get; } = start;

    /// <summary>Number of the group, from 0.</summary>
    public int Group { get; } = group;

    public bool HasValue => _equals >= 0;

    public ReadOnlySpan<byte> Key => _equals < 0 ? Text : Text[.._equals];

    public ReadOnlySpan<byte> Value => _equals < 0 ? default : Text[(_equals + 1)..];
}
