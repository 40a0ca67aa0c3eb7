namespace Qingshan.Protocols.Ais;

/// <summary>Cuts a stream into lines at each line feed, without a copy; a carriage return before it is left out. A line that is longer than any sentence with its tag block is given cut, once.</summary>
public sealed class AisLines
{
    /// <summary>Bytes of the longest line that is given whole: two sentences and a tag block fit many times.</summary>
    public const int Longest = 4096;

    private readonly byte[] pending = new byte[Longest];
    private int held;

    /// <summary>Takes the next bytes and calls for each line.</summary>
    public void Feed(ReadOnlySpan<byte> bytes, Line take)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var part = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            if (held == 0 && end >= 0)
            {
                take(Trim(part[..Math.Min(part.Length, Longest)]));
                continue;
            }

            part = part[..Math.Min(part.Length, Longest - held)];
            part.CopyTo(pending.AsSpan(held));
            held += part.Length;
            if (end >= 0)
                Complete(take);
        }
    }

    /// <summary>Gives the last line, which may lack its end.</summary>
    public void Complete(Line take)
    {
        if (held > 0)
            take(Trim(pending.AsSpan(0, held)));
        held = 0;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line) => line.TrimEnd((byte)'\r');

    public delegate void Line(ReadOnlySpan<byte> line);
}
