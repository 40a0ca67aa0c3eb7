using System.Text;
using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Listening;

/// <summary>
/// Cuts what one connection receives into stretches with all their bytes, judges the source of each frame, and prepares the answers it is owed.
/// Holds what is not decided yet: less than one rejection and one frame (some 75 kB), whatever arrives. Blanks between frames are dropped.
/// </summary>
internal sealed class Hj212Cutter(string source, long connection, Func<SourceAuthenticationQuery, SourceAuthentication> authenticate) : IStretchCutter, IHj212Sink
{
    private readonly Hj212Framer framer = new();
    private readonly List<Stretch> stretches = [];
    private readonly List<byte> answers = [];
    private byte[] window = [];
    private int windowLength;
    private long windowAt;
    private Instant receivedAt;

    /// <summary>A frame of a registered, matching station has come.</summary>
    public bool Identified { get; private set; }

    /// <summary>Bytes since the last frame of a registered, matching station: a right checksum is no proof of anything.</summary>
    public long UntrustedBytes { get; private set; }

    /// <summary>Something was decided since the last <see cref="Take"/>.</summary>
    public bool HasDecided => stretches.Count > 0;

    /// <summary>A frame has begun and not ended.</summary>
    public bool InFrame => framer.PendingBytes > 0;

    public void Feed(ReadOnlySpan<byte> bytes, Instant now)
    {
        receivedAt = now;
        if (window.Length < windowLength + bytes.Length)
            Array.Resize(ref window, Math.Max(windowLength + bytes.Length, window.Length * 2));
        bytes.CopyTo(window.AsSpan(windowLength));
        windowLength += bytes.Length;
        var sink = this;
        framer.Feed(bytes, ref sink);
        KeepPending();
    }

    /// <summary>Decides what is left when no more will come.</summary>
    public void Complete(Instant now)
    {
        receivedAt = now;
        var sink = this;
        framer.Complete(ref sink);
        KeepPending();
    }

    /// <summary>The stretches decided since the last call, in order, and the bytes to send once they are durable.</summary>
    public (IReadOnlyList<Stretch> Stretches, ReadOnlyMemory<byte> Answers) Take()
    {
        (IReadOnlyList<Stretch>, ReadOnlyMemory<byte>) taken = (stretches.ToArray(), answers.ToArray());
        stretches.Clear();
        answers.Clear();
        return taken;
    }

    void IHj212Sink.OnFrame(in Hj212Frame frame)
    {
        var authentication = frame.CrcOk ? Authenticate(frame.Segment) : SourceAuthentication.NotJudged;
        UntrustedBytes = authentication.IsTrusted() ? 0 : UntrustedBytes + frame.Raw.Length;
        Add(frame.Offset, frame.Raw.Length, StretchCut.Frame, authentication);
        if (!authentication.IsTrusted())
            return;
        Identified = true;
        if (Hj212Answer.For(frame) is { } answer)
            answers.AddRange(answer);
    }

    void IHj212Sink.OnRejection(in Hj212Rejection rejection)
    {
        UntrustedBytes += rejection.Length;
        Add(rejection.Offset, checked((int)rejection.Length), CutOf(rejection.Reason), SourceAuthentication.NotJudged);
    }

    private SourceAuthentication Authenticate(in Hj212Segment segment) =>
        authenticate(new SourceAuthenticationQuery(Encoding.Latin1.GetString(segment.Mn), segment.Pw.ToArray()));

    private void Add(long offset, int length, StretchCut cut, SourceAuthentication authentication) =>
        stretches.Add(new Stretch(receivedAt, source, connection, cut, authentication, window.AsSpan((int)(offset - windowAt), length).ToArray()));

    private void KeepPending()
    {
        var decided = windowLength - (int)framer.PendingBytes;
        if (decided == 0)
            return;
        windowAt += decided;
        windowLength -= decided;
        if (windowLength == 0)
            window = [];
        else
            window.AsSpan(decided, windowLength).CopyTo(window);
    }

    private static StretchCut CutOf(Hj212RejectionReason reason) => reason switch
    {
        Hj212RejectionReason.LengthNotDecimal => StretchCut.LengthNotDecimal,
        Hj212RejectionReason.NoFrameEnd => StretchCut.NoFrameEnd,
        Hj212RejectionReason.Interrupted => StretchCut.Interrupted,
        Hj212RejectionReason.ChecksumNotFound => StretchCut.ChecksumNotFound,
        Hj212RejectionReason.LengthAndChecksumWrong => StretchCut.LengthAndChecksumWrong,
        Hj212RejectionReason.Incomplete => StretchCut.Incomplete,
        _ => StretchCut.NoFrameStart,
    };
}
