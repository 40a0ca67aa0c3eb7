using System.Buffers;

namespace Qingshan.Protocols.Hj212;

/// <summary>
/// Cuts a byte stream into frames and rejections. Feed any segments; what comes out does not depend on where they were cut.
/// Every byte ends in exactly one frame, one rejection or one blank (CR, LF, space, tab between frames):
/// <c>FramedBytes + RejectedBytes + BlankBytes + PendingBytes = ReceivedBytes</c>.
/// Memory is bounded by one frame cap (10,011 bytes), whatever arrives. Never throws on input. Not thread-safe: one framer a connection.
/// </summary>
public sealed class Hj212Framer
{
    /// <summary>A rejection is reported at the latest after this many bytes.</summary>
    public const int MaxRejection = 65536;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create("\r\n \t"u8);

    private byte[] _kept = [];
    private int _keptLength;
    private long _offset;
    private bool _inFrame;
    private Hj212Scan _scan;
    private readonly byte[] _sample = new byte[Hj212Rejection.MaxSample];
    private Hj212RejectionReason _skipReason;
    private int _skipped;

    public long FramedBytes { get; private set; }

    public long RejectedBytes { get; private set; }

    public long BlankBytes { get; private set; }

    /// <summary>Bytes that arrived and are not decided yet.</summary>
    public long PendingBytes => ReceivedBytes - FramedBytes - RejectedBytes - BlankBytes;

    public long ReceivedBytes { get; private set; }

    /// <summary>Takes the next bytes of the stream.</summary>
    public void Feed<TSink>(ReadOnlySpan<byte> input, ref TSink sink)
        where TSink : IHj212Sink, allows ref struct
    {
        ReceivedBytes += input.Length;
        while (_keptLength > 0 && !input.IsEmpty)
        {
            var before = _keptLength;
            var taken = Math.Min(input.Length, Hj212Scan.FrameCap - before);
            Keep(input[..taken]);
            var consumed = Process(_kept.AsSpan(0, _keptLength), final: false, ref sink);
            if (consumed >= before)
            {
                _keptLength = 0;
                input = input[(consumed - before)..];
            }
            else
            {
                _kept.AsSpan(consumed, _keptLength - consumed).CopyTo(_kept);
                _keptLength -= consumed;
                input = input[taken..];
            }
        }

        if (input.IsEmpty)
            return;
        var used = Process(input, final: false, ref sink);
        Keep(input[used..]);
    }

    /// <summary>Decides everything that is pending: at the end of the stream, or when a device has been silent for so long that no more is to be expected.</summary>
    public void Complete<TSink>(ref TSink sink)
        where TSink : IHj212Sink, allows ref struct
    {
        Process(_kept.AsSpan(0, _keptLength), final: true, ref sink);
        _keptLength = 0;
        _inFrame = false;
        ReportSkipped(ref sink);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_kept.Length < _keptLength + bytes.Length)
            Array.Resize(ref _kept, Math.Max(512, Math.Min(Hj212Scan.FrameCap, (_keptLength + bytes.Length) * 2)));
        bytes.CopyTo(_kept.AsSpan(_keptLength));
        _keptLength += bytes.Length;
    }

    private int Process<TSink>(ReadOnlySpan<byte> data, bool final, ref TSink sink)
        where TSink : IHj212Sink, allows ref struct
    {
        var at = 0;
        while (at < data.Length)
        {
            var rest = data[at..];
            var used = _inFrame ? Cut(rest, final, ref sink) : Search(rest, final, ref sink);
            if (used < 0)
                break;
            at += used;
            _offset += used;
        }

        return at;
    }

    /// <summary>Looks for the next head. Returns the bytes used, −1 when more must arrive.</summary>
    private int Search<TSink>(ReadOnlySpan<byte> data, bool final, ref TSink sink)
        where TSink : IHj212Sink, allows ref struct
    {
        if (_skipped == 0)
        {
            var blank = data.IndexOfAnyExcept(Blanks);
            if (blank != 0)
            {
                var count = blank < 0 ? data.Length : blank;
                BlankBytes += count;
                return count;
            }
        }

        var mark = data.IndexOf((byte)'#');
        if (mark != 0)
            return Skip(mark < 0 ? data : data[..mark], Hj212RejectionReason.NoFrameStart, ref sink);
        var head = Hj212Scan.HeadAt(data, final);
        if (head < 0)
            return -1;
        if (head == 0)
        {
            var reason = data.StartsWith("##"u8) ? Hj212RejectionReason.LengthNotDecimal : Hj212RejectionReason.NoFrameStart;
            return Skip(data[..1], reason, ref sink);
        }

        ReportSkipped(ref sink);
        _scan.Begin(data, head);
        _inFrame = true;
        return 0;
    }

    private int Cut<TSink>(ReadOnlySpan<byte> data, bool final, ref TSink sink)
        where TSink : IHj212Sink, allows ref struct
    {
        var cut = _scan.Next(data, final);
        if (cut.Kind == CutKind.NeedMore)
            return -1;
        _inFrame = false;
        if (cut.Kind == CutKind.Frame)
        {
            FramedBytes += cut.Length;
            sink.OnFrame(new Hj212Frame(data[..cut.Length], _offset, _scan.Head, _scan.Declared, cut));
            return cut.Length;
        }

        if (cut.Reason == Hj212RejectionReason.NoFrameEnd)
            return Skip(data[..cut.Length], cut.Reason, ref sink);
        RejectedBytes += cut.Length;
        sink.OnRejection(new Hj212Rejection(_offset, cut.Length, cut.Reason, data[..Math.Min(cut.Length, Hj212Rejection.MaxSample)]));
        return cut.Length;
    }

    /// <summary>Adds bytes to the running rejection; a mess of any length becomes few rejections and no memory.</summary>
    private int Skip<TSink>(ReadOnlySpan<byte> bytes, Hj212RejectionReason reason, ref TSink sink)
        where TSink : IHj212Sink, allows ref struct
    {
        if (_skipped == 0)
            _skipReason = reason;
        var taken = Math.Min(bytes.Length, MaxRejection - _skipped);
        if (_skipped < _sample.Length)
            bytes[..Math.Min(taken, _sample.Length - _skipped)].CopyTo(_sample.AsSpan(_skipped));
        _skipped += taken;
        if (_skipped == MaxRejection)
            ReportSkipped(ref sink, taken);
        return taken;
    }

    private void ReportSkipped<TSink>(ref TSink sink, int notYetCounted = 0)
        where TSink : IHj212Sink, allows ref struct
    {
        if (_skipped == 0)
            return;
        var length = _skipped;
        _skipped = 0;
        RejectedBytes += length;
        sink.OnRejection(new Hj212Rejection(
            _offset + notYetCounted - length, length, _skipReason, _sample.AsSpan(0, Math.Min(length, _sample.Length))));
    }
}
