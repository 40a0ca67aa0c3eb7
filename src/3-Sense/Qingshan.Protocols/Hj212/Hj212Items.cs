namespace Qingshan.Protocols.Hj212;

/// <summary>Walks through the items of a data area; empty ones are passed over (<see cref="SawEmpty"/>).</summary>
public ref struct Hj212Items(ReadOnlySpan<byte> cp)
{
    private readonly ReadOnlySpan<byte> _cp = cp;
    private int _next;
    private int _group = -1;
    private bool _newGroup = true;

    public Hj212Item Current { get; private set; }

    /// <summary>An empty item stood between two separators or before the first one.</summary>
    public bool SawEmpty { get; private set; }

    public readonly Hj212Items GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next < _cp.Length)
        {
            var start = _next;
            var rest = _cp[start..];
            var length = rest.IndexOfAny((byte)';', (byte)',');
            var endsGroup = length < 0 || rest[length] == ';';
            if (length < 0)
                length = rest.Length;
            _next = start + length + 1;
            if (length == 0)
            {
                SawEmpty = true;
                _newGroup |= endsGroup;
                continue;
            }

            if (_newGroup)
                _group++;
            _newGroup = endsGroup;
            var text = rest[..length];
            Current = new Hj212Item(text, text.IndexOf((byte)'='), start, _group);
            return true;
        }

        return false;
    }
}
