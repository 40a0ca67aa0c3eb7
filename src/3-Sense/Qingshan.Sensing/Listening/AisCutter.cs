using NodaTime;
using Qingshan.Protocols.Ais;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Listening;

/// <summary>
/// Cuts the lines of an AIS receiver: each line with a sentence is one stretch, any other text another. A receiver is known by its address, so its
/// connection is judged once; what the transponders say is judged by nobody. Empty lines are dropped.
/// </summary>
internal sealed class AisCutter(string source, long connection, SourceAuthentication authentication) : IStretchCutter
{
    /// <summary>Bytes of the longest line that is kept whole; a longer one is kept in pieces and refused.</summary>
    public const int LongestLine = 4096;

    private readonly List<Stretch> stretches = [];
    private readonly byte[] window = new byte[LongestLine];
    private int held;
    private Instant receivedAt;

    public bool Identified => authentication.IsTrusted();

    public long UntrustedBytes { get; private set; }

    public bool HasDecided => stretches.Count > 0;

    public bool InFrame => held > 0;

    public void Feed(ReadOnlySpan<byte> bytes, Instant now)
    {
        receivedAt = now;
        if (!Identified)
            UntrustedBytes += bytes.Length;
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var part = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            Hold(part);
            if (end >= 0)
                Decide(StretchCut.NoFrameStart);
        }
    }

    public void Complete(Instant now)
    {
        receivedAt = now;
        Decide(StretchCut.Incomplete);
    }

    public (IReadOnlyList<Stretch> Stretches, ReadOnlyMemory<byte> Answers) Take()
    {
        (IReadOnlyList<Stretch>, ReadOnlyMemory<byte>) taken = (stretches.ToArray(), default);
        stretches.Clear();
        return taken;
    }

    private void Hold(ReadOnlySpan<byte> part)
    {
        while (part.Length > LongestLine - held)
        {
            var fits = LongestLine - held;
            part[..fits].CopyTo(window.AsSpan(held));
            part = part[fits..];
            held = LongestLine;
            Add(window, StretchCut.NoFrameEnd);
        }

        part.CopyTo(window.AsSpan(held));
        held += part.Length;
    }

    // A last line without its end may be whole all the same: the checksum tells.
    private void Decide(StretchCut otherwise)
    {
        var line = window.AsSpan(0, held).TrimEnd("\r\0 "u8);
        if (line.IsEmpty)
            held = 0;
        else
            Add(line, NmeaSentence.Find(line) >= 0 ? StretchCut.Frame : otherwise);
    }

    private void Add(ReadOnlySpan<byte> line, StretchCut cut)
    {
        stretches.Add(new Stretch(receivedAt, source, connection, cut, authentication, line.ToArray()));
        held = 0;
    }
}
