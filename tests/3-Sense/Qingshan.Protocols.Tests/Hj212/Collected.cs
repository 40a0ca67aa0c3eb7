using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

/// <summary>A sink that keeps what it is given as owned values.</summary>
internal sealed class Collected : IHj212Sink
{
    public List<(long Offset, byte[] Raw, bool CrcOk, bool LengthOk)> Frames { get; } = [];

    public List<(long Offset, long Length, Hj212RejectionReason Reason)> Rejections { get; } = [];

    /// <summary>Every piece in the order reported: place, length, what.</summary>
    public List<(long Offset, long Length, string What)> Pieces { get; } = [];

    public void OnFrame(in Hj212Frame frame)
    {
        Frames.Add((frame.Offset, frame.Raw.ToArray(), frame.CrcOk, frame.LengthOk));
        Pieces.Add((frame.Offset, frame.Raw.Length, "frame"));
    }

    public void OnRejection(in Hj212Rejection rejection)
    {
        Rejections.Add((rejection.Offset, rejection.Length, rejection.Reason));
        Pieces.Add((rejection.Offset, rejection.Length, rejection.Reason.ToString()));
    }

    public static (Collected Sink, Hj212Framer Framer) Of(ReadOnlySpan<byte> input, Func<int, int>? nextSegment = null)
    {
        var framer = new Hj212Framer();
        var sink = new Collected();
        while (!input.IsEmpty)
        {
            var length = Math.Min(input.Length, nextSegment?.Invoke(input.Length) ?? input.Length);
            framer.Feed(input[..length], ref sink);
            input = input[length..];
        }

        framer.Complete(ref sink);
        return (sink, framer);
    }
}
