namespace Qingshan.Protocols.Hj212;

/// <summary>Names every deviation from the standard in a frame. Slower than reading it: for people, quarantine and the command line.</summary>
public static class Hj212Inspection
{
    /// <summary>All problems: of the frame, of its fields and of its data area.</summary>
    public static Hj212Problems Inspect(in Hj212Frame frame)
    {
        var problems = frame.FramingProblems | Inspect(frame.Segment);
        // Length and CRC of an encrypted frame are those of the plain text: without the key there is nothing to compare them with.
        return (problems & Hj212Problems.DataEncrypted) == 0 ? problems : problems & ~(Hj212Problems.LengthWrong | Hj212Problems.CrcWrong);
    }

    public static Hj212Problems Inspect(in Hj212Segment segment)
    {
        var year = Hj212Version.Infer(segment).Year;
        var problems = segment.HeaderProblems | Numbers(segment, year) | Identity(segment, year) | Split(segment, year) | Resent(segment)
            | (segment.IsEncrypted ? Hj212Problems.DataEncrypted : Hj212DataInspection.Inspect(segment, year));
        return System.Text.Unicode.Utf8.IsValid(segment.Bytes) ? problems : problems | Hj212Problems.TextNotUtf8;
    }

    // QN and Flag may be left out under the edition of 2005.
    private static Hj212Problems Numbers(in Hj212Segment segment, int? year)
    {
        var problems = Hj212Problems.None;
        if (segment.Qn.IsEmpty)
            problems |= year == 2005 && !segment.Has(Hj212Field.Qn) ? Hj212Problems.None : Hj212Problems.QnMissing;
        else if (segment.Qn.Length != 17 || !Hj212LocalTime.TryRead(segment.Qn, out _))
            problems |= Hj212Problems.QnFormat;
        if (!segment.Has(Hj212Field.Flag))
            problems |= year == 2005 ? Hj212Problems.None : Hj212Problems.FlagMissing;
        else if (segment.Flag is null)
            problems |= Hj212Problems.FlagFormat;
        return problems;
    }

    private static Hj212Problems Identity(in Hj212Segment segment, int? year)
    {
        var problems = Hj212Problems.None;
        if (segment.St.IsEmpty)
            problems |= Hj212Problems.StMissing;
        if (segment.Cn.IsEmpty)
            problems |= Hj212Problems.CnMissing;
        else if (segment.Cn.Length != 4 || !Hj212Text.IsDigits(segment.Cn))
            problems |= Hj212Problems.CnFormat;
        if (segment.Pw.IsEmpty)
            problems |= segment.Has(Hj212Field.Pw) ? Hj212Problems.PwEmpty : Hj212Problems.PwMissing;
        if (segment.Mn.IsEmpty)
            problems |= segment.Has(Hj212Field.Mn) ? Hj212Problems.MnEmpty : Hj212Problems.MnMissing;
        else if (segment.Mn.Length != (year == 2005 ? 14 : 24))
            problems |= Hj212Problems.MnLength;
        return problems;
    }

    private static Hj212Problems Resent(in Hj212Segment segment) =>
        segment.Has(Hj212Field.Rf) && !segment.Rf.SequenceEqual("1"u8) ? Hj212Problems.RfFormat : Hj212Problems.None;

    private static Hj212Problems Split(in Hj212Segment segment, int? year)
    {
        var split = segment.Flag is { Split: true };
        var both = segment.Has(Hj212Field.Pnum) && segment.Has(Hj212Field.Pno);
        var any = segment.Has(Hj212Field.Pnum) || segment.Has(Hj212Field.Pno);
        var problems = Hj212Problems.None;
        // Requests of the edition of 2005 carry Flag=3 and no numbers (annex C).
        if (split && !both && (any || year != 2005))
            problems |= Hj212Problems.SplitNumbersMissing;
        if (!split && any)
            problems |= Hj212Problems.SplitNumbersUnexpected;
        return both && segment.Part is null ? problems | Hj212Problems.SplitNumbersFormat : problems;
    }
}
