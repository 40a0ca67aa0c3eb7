namespace Qingshan.Protocols.Hj212;

/// <summary>Which packet of a split message a frame is (拆分包).</summary>
/// <param name="Count">PNUM, from 1.</param>
/// <param name="Number">PNO, from 1 to <paramref name="Count"/>.</param>
public readonly record struct Hj212Part(int Count, int Number)
{
    /// <summary>A message that is really split: two packets and more.</summary>
    public bool IsSplit => Count > 1;
}
