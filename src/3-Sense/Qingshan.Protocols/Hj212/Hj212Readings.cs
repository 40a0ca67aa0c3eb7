namespace Qingshan.Protocols.Hj212;

/// <summary>Walks through the values of a data area, in order; repeats are kept.</summary>
public ref struct Hj212Readings(ReadOnlySpan<byte> cp)
{
    private readonly ReadOnlySpan<byte> _cp = cp;
    private Hj212Items _items = new(cp);

    public Hj212Reading Current { get; private set; }

    public readonly Hj212Readings GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_items.MoveNext())
        {
            var item = _items.Current;
            var dash = item.Key.IndexOf((byte)'-');
            if (dash <= 0 || !item.HasValue || Hj212Suffixes.StatisticOf(item.Key[(dash + 1)..]) is not { } statistic)
                continue;
            Current = new Hj212Reading(_cp, item, dash, statistic);
            return true;
        }

        return false;
    }
}
