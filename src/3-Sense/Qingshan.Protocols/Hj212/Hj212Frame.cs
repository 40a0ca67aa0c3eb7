namespace Qingshan.Protocols.Hj212;

/// <summary>One frame (HJ 212-2017, 6.3, table 2): <c>##</c>, four digits of length, data segment, four hexadecimal digits of CRC, CR LF. A view; nothing is copied.</summary>
public readonly ref struct Hj212Frame
{
    private readonly int _head;
    private readonly int _segmentLength;
    private readonly int _terminator;

    internal Hj212Frame(ReadOnlySpan<byte> raw, long offset, int head, int declared, scoped in Cut cut)
    {
        Raw = raw;
        Offset = offset;
        DeclaredLength = declared;
        CrcComputed = cut.Crc;
        CrcOk = cut.CrcOk;
        _head = head;
        _segmentLength = cut.SegmentLength;
        _terminator = cut.Terminator;
    }

    /// <summary>All bytes of the frame as received, its line end included.</summary>
    public ReadOnlySpan<byte> Raw { get; }

    /// <summary>Bytes from the start of the stream to the first <c>#</c>.</summary>
    public long Offset { get; }

    /// <summary>Length the sender declares, bytes of the data segment.</summary>
    public int DeclaredLength { get; }

    public int ActualLength => _segmentLength;

    public bool LengthOk => DeclaredLength == _segmentLength;

    /// <summary>The four digits as sent, in the sender's case.</summary>
    public ReadOnlySpan<byte> Crc => Raw.Slice(_head + _segmentLength, Hj212Scan.CrcLength);

    public ushort CrcComputed { get; }

    public bool CrcOk { get; }

    /// <summary>The data segment as bytes.</summary>
    public ReadOnlySpan<byte> SegmentBytes => Raw.Slice(_head, _segmentLength);

    /// <summary>Bytes before the data segment: 6, or 5 where the sender wrote three digits.</summary>
    public int HeadLength => _head;

    /// <summary>Bytes of line end: 2 for CR LF, 1 for a lone CR or LF, 0 for none.</summary>
    public int TerminatorLength => _terminator;

    /// <summary>The fields of the data segment.</summary>
    public Hj212Segment Segment => Hj212Segment.Parse(SegmentBytes);

    /// <summary>What deviates from table 2 in the frame around the segment.</summary>
    public Hj212Problems FramingProblems
    {
        get
        {
            var problems = Hj212Problems.None;
            if (_head != Hj212Scan.HeadLength)
                problems |= Hj212Problems.LengthThreeDigits;
            if (!LengthOk)
                problems |= Hj212Problems.LengthWrong;
            if (!CrcOk)
                problems |= Hj212Problems.CrcWrong;
            if (Crc.ContainsAnyInRange((byte)'a', (byte)'f'))
                problems |= Hj212Problems.CrcLowerCase;
            if (_terminator != 2)
                problems |= _terminator == 0 ? Hj212Problems.TerminatorMissing : Hj212Problems.TerminatorPartial;
            if (_segmentLength > Hj212Segment.MaxLength)
                problems |= Hj212Problems.SegmentTooLong;
            return problems;
        }
    }

    /// <summary>Reads a stored frame again. False where the bytes are not exactly one frame.</summary>
    public static bool TryRead(ReadOnlySpan<byte> raw, out Hj212Frame frame)
    {
        frame = default;
        var head = Hj212Scan.HeadAt(raw, final: true);
        if (head <= 0)
            return false;
        var scan = default(Hj212Scan);
        scan.Begin(raw, head);
        var cut = scan.Next(raw, final: true);
        if (cut.Kind != CutKind.Frame || cut.Length != raw.Length)
            return false;
        frame = new Hj212Frame(raw, 0, head, scan.Declared, cut);
        return true;
    }
}
