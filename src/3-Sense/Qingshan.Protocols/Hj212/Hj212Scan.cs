using System.Buffers;

namespace Qingshan.Protocols.Hj212;

/// <summary>
/// Finds the end of one frame whose first byte is at index 0. Resumable: the same growing bytes are passed again, work already done is not repeated.
/// The answer depends on the bytes alone, never on how they were cut into segments.
/// </summary>
internal struct Hj212Scan
{
    public const int HeadLength = 6;
    public const int CrcLength = 4;

    /// <summary>Bytes a frame may have: head, 9,999 bytes of data, checksum, line end.</summary>
    public const int FrameCap = HeadLength + 9999 + CrcLength + 2;

    private static readonly SearchValues<byte> Stops = SearchValues.Create("\r\n#"u8);

    private int _at;
    private int _crcAt;
    private ushort _crc;
    private bool _declaredEndChecked;

    public int Head { get; private set; }

    public int Declared { get; private set; }

    /// <summary>Length of the head (<c>##</c> and three or four digits) at index 0: 0 when it is none, −1 when more bytes must tell.</summary>
    public static int HeadAt(ReadOnlySpan<byte> data, bool final)
    {
        const int shortHead = HeadLength - 1;
        for (var i = 0; i < shortHead; i++)
        {
            if (i == data.Length)
                return final ? 0 : -1;
            if (i < 2 ? data[i] != '#' : !char.IsAsciiDigit((char)data[i]))
                return 0;
        }

        if (data.Length == shortHead)
            return final ? shortHead : -1;
        return char.IsAsciiDigit((char)data[shortHead]) ? HeadLength : shortHead;
    }

    public void Begin(ReadOnlySpan<byte> data, int head)
    {
        this = default;
        Head = head;
        foreach (var digit in data[2..head])
            Declared = Declared * 10 + (digit - '0');
        _at = _crcAt = head;
        _crc = Hj212Crc.Initial;
    }

    public Cut Next(ReadOnlySpan<byte> data, bool final)
    {
        if (data.Length > FrameCap)
            data = data[..FrameCap];
        var capped = data.Length == FrameCap;
        var declaredEnd = Head + Declared + CrcLength;
        while (true)
        {
            var found = data[_at..].IndexOfAny(Stops);
            var stop = found < 0 ? data.Length : _at + found;
            if (!_declaredEndChecked && declaredEnd <= stop)
            {
                var cut = AtDeclaredEnd(data, declaredEnd, final || capped);
                if (cut is not null)
                    return cut.Value;
                _declaredEndChecked = true;
            }

            _at = stop;
            if (stop == data.Length)
                return AtDataEnd(data, final, capped);
            var decided = AtStop(data, stop, final || capped);
            if (decided is not null)
                return decided.Value;
            _at = stop + 1;
        }
    }

    private Cut? AtDeclaredEnd(ReadOnlySpan<byte> data, int end, bool final)
    {
        if (!TryReadCrc(data, end, out var sent))
            return null;
        var crc = CrcUpTo(data, end - CrcLength);
        var terminator = TerminatorAt(data, end, final);
        if (crc == sent)
            return terminator < 0 ? Waiting : Frame(end, terminator, crc, true);
        if (terminator < 0)
            return Waiting;
        var lineEnds = terminator == 2 || (terminator == 1 && data[end] == '\n');
        return lineEnds ? Frame(end, terminator, crc, false) : null;
    }

    private Cut? AtStop(ReadOnlySpan<byte> data, int stop, bool final)
    {
        if (data[stop] == '#')
        {
            var head = HeadAt(data[stop..], final);
            if (head <= 0)
                return head < 0 ? Waiting : null;
            return RightCrcBefore(data, stop, out var before) ? Frame(stop, 0, before, true) : Reject(stop, Hj212RejectionReason.Interrupted);
        }

        var terminator = TerminatorAt(data, stop, final);
        if (terminator < 0)
            return Waiting;
        var right = RightCrcBefore(data, stop, out var crc);
        if (right && (terminator == 2 || data[stop] == '\n'))
            return Frame(stop, terminator, crc, true);
        if (terminator != 2)
            return null;
        if (!TryReadCrc(data, stop, out _))
            return Reject(stop + terminator, Hj212RejectionReason.ChecksumNotFound);
        // Of an encrypted data area, length and checksum are those of the plain text: they can fit nothing here.
        return IsEncrypted(data[Head..(stop - CrcLength)])
            ? Frame(stop, terminator, crc, false)
            : Reject(stop + terminator, Hj212RejectionReason.LengthAndChecksumWrong);
    }

    private Cut AtDataEnd(ReadOnlySpan<byte> data, bool final, bool capped)
    {
        // The last bytes may be the beginning of the next head.
        if (capped)
            return Reject(data.Length - HeadLength + 1, Hj212RejectionReason.NoFrameEnd);
        if (!final)
            return Waiting;
        return RightCrcBefore(data, data.Length, out var crc)
            ? Frame(data.Length, 0, crc, true)
            : Reject(data.Length, Hj212RejectionReason.Incomplete);
    }

    private static bool IsEncrypted(ReadOnlySpan<byte> segment) => segment.EndsWith("&&"u8) && Hj212Segment.Parse(segment).IsEncrypted;

    private bool RightCrcBefore(ReadOnlySpan<byte> data, int end, out ushort crc)
    {
        crc = 0;
        if (!TryReadCrc(data, end, out var sent))
            return false;
        crc = CrcUpTo(data, end - CrcLength);
        return crc == sent;
    }

    // Candidates come in rising order, so the checksum of a long line with many of them is still computed once.
    private ushort CrcUpTo(ReadOnlySpan<byte> data, int end)
    {
        _crc = Hj212Crc.Append(_crc, data[_crcAt..end]);
        _crcAt = end;
        return _crc;
    }

    private readonly bool TryReadCrc(ReadOnlySpan<byte> data, int end, out ushort crc)
    {
        crc = 0;
        return end - CrcLength >= Head && Hj212Text.TryReadHex(data.Slice(end - CrcLength, CrcLength), out crc);
    }

    /// <summary>Bytes of line end at <paramref name="at"/>: 2 for CR LF, 1 for a lone CR or LF, 0 for none, −1 when more bytes must tell.</summary>
    private static int TerminatorAt(ReadOnlySpan<byte> data, int at, bool final)
    {
        if (at >= data.Length)
            return final ? 0 : -1;
        if (data[at] == '\n')
            return 1;
        if (data[at] != '\r')
            return 0;
        if (at + 1 >= data.Length)
            return final ? 1 : -1;
        return data[at + 1] == '\n' ? 2 : 1;
    }

    private static Cut Waiting => new(CutKind.NeedMore, 0, 0, 0, 0, false, default);

    private readonly Cut Frame(int end, int terminator, ushort crc, bool crcOk) =>
        new(CutKind.Frame, end + terminator, end - CrcLength - Head, terminator, crc, crcOk, default);

    private static Cut Reject(int length, Hj212RejectionReason reason) => new(CutKind.Rejection, length, 0, 0, 0, false, reason);
}
