using System.Net;
using NodaTime;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Listening;

/// <summary>Cuts what one connection receives into stretches, with all their bytes, and prepares the answers it is owed. One for each protocol.</summary>
internal interface IStretchCutter
{
    /// <summary>The source has shown that it is one that is known.</summary>
    bool Identified { get; }

    /// <summary>Bytes since the source last showed that it is known.</summary>
    long UntrustedBytes { get; }

    /// <summary>Something was decided since the last <see cref="Take"/>.</summary>
    bool HasDecided { get; }

    /// <summary>A frame has begun and not ended.</summary>
    bool InFrame { get; }

    void Feed(ReadOnlySpan<byte> bytes, Instant now);

    /// <summary>Decides what is left when no more will come.</summary>
    void Complete(Instant now);

    /// <summary>The stretches decided since the last call, in order, and the bytes to send once they are durable.</summary>
    (IReadOnlyList<Stretch> Stretches, ReadOnlyMemory<byte> Answers) Take();
}

/// <summary>Makes the cutter of a new connection.</summary>
/// <param name="remote">Address of the other side.</param>
/// <param name="source">Address and port as text.</param>
/// <param name="connection">Number of the connection within this run of the listener.</param>
internal delegate IStretchCutter CutterOf(IPAddress remote, string source, long connection);
