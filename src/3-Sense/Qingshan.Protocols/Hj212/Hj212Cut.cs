namespace Qingshan.Protocols.Hj212;

internal enum CutKind
{
    NeedMore,
    Frame,
    Rejection,
}

internal readonly record struct Cut(CutKind Kind, int Length, int SegmentLength, int Terminator, ushort Crc, bool CrcOk, Hj212RejectionReason Reason);
