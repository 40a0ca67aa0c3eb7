namespace Qingshan.Protocols.Hj212;

/// <summary>
/// The platform's answers (6.1 and annex C): asked for by bit 0 of Flag, with the QN, PW and MN of the frame they answer, in the form of its edition.
/// </summary>
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
        return Hj212Catalogue.FindAny("cn", Hj212Text.ToText(segment.Cn), YearOf(segment))?.Extra switch
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
        var data = kind == Hj212AnswerKind.Data;
        var in2005 = YearOf(segment) == 2005;
        return new Hj212Reply(
            data ? Hj212Codes.DataAnswer : Hj212Codes.NoticeAnswer,
            Hj212Text.ToText(segment.Qn),
            Hj212Text.ToText(segment.Pw),
            Hj212Text.ToText(segment.Mn),
            segment.Flag!.Value.ForAnswer)
        {
            In2005 = in2005,
            AnsweredCommand = data && segment.Command > 0 ? segment.Command : null,
            AnsweredPart = data ? segment.Part : null,
        }.ToFrame();
    }

    // Only version bits 0 can mean 2005: for all others the data area need not be looked through.
    private static int? YearOf(in Hj212Segment segment) => segment.Flag is { Version: 0 } ? Hj212Version.Infer(segment).Year : null;

    // What a device sends goes back to it only as plain text that cannot change the frame.
    private static bool MayEcho(ReadOnlySpan<byte> field) =>
        field.Length <= MaxEchoed && !field.ContainsAny("#&"u8) && !field.ContainsAnyExceptInRange((byte)'!', (byte)'~');
}
