namespace Qingshan.Protocols.Hj212;

/// <summary>The platform's answers (6.1 and annex C): asked for by bit 0 of Flag, with the QN, PW and MN of the frame they answer.</summary>
public static class Hj212Answer
{
    private const int MaxEchoed = 64;

    /// <summary>
    /// The answer the standard demands. None where the frame asks for none, is itself an answer, has a wrong CRC (the device must send again),
    /// or has no QN of digits, by which the device would match the answer.
    /// </summary>
    public static Hj212AnswerKind Owed(in Hj212Frame frame)
    {
        var segment = frame.Segment;
        if (!frame.CrcOk || segment.Flag is not { Ack: true } || !Hj212Text.IsDigits(segment.Qn))
            return Hj212AnswerKind.None;
        if (!MayEcho(segment.Qn) || !MayEcho(segment.Pw) || !MayEcho(segment.Mn))
            return Hj212AnswerKind.None;
        return Hj212Catalogue.Find("cn", Hj212Text.ToText(segment.Cn))?.Extra switch
        {
            "answer" => Hj212AnswerKind.None,
            "notice" => Hj212AnswerKind.Notice,
            _ => Hj212AnswerKind.Data,
        };
    }

    /// <summary>The answer frame ready to send, or null where none is owed.</summary>
    public static byte[]? For(in Hj212Frame frame)
    {
        var kind = Owed(frame);
        if (kind == Hj212AnswerKind.None)
            return null;
        var segment = frame.Segment;
        return Hj212Encoder.Answer(
            Hj212Text.ToText(segment.Qn),
            kind == Hj212AnswerKind.Data ? Hj212Codes.DataAnswer : Hj212Codes.NoticeAnswer,
            Hj212Text.ToText(segment.Pw),
            Hj212Text.ToText(segment.Mn),
            segment.Flag!.Value.ForAnswer);
    }

    // What a device sends goes back to it only as plain text that cannot change the frame.
    private static bool MayEcho(ReadOnlySpan<byte> field) =>
        field.Length <= MaxEchoed && !field.ContainsAny("#&"u8) && !field.ContainsAnyExceptInRange((byte)'!', (byte)'~');
}
