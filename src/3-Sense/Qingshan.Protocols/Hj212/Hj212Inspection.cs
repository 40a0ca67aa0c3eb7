namespace Qingshan.Protocols.Hj212;

/// <summary>Names every deviation from the standard in a frame. Slower than reading it: for people, quarantine and the command line.</summary>
public static class Hj212Inspection
{
    /// <summary>All problems: of the frame, of its fields and of its data area.</summary>
    public static Hj212Problems Inspect(in Hj212Frame frame) => frame.FramingProblems | Inspect(frame.Segment);

    public static Hj212Problems Inspect(in Hj212Segment segment)
    {
        var year = Hj212Version.Infer(segment).Year;
        var problems = segment.HeaderProblems | Numbers(segment, year) | Identity(segment, year) | Split(segment) | DataArea(segment);
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

    private static Hj212Problems Split(in Hj212Segment segment)
    {
        var split = segment.Flag is { Split: true };
        var both = segment.Has(Hj212Field.Pnum) && segment.Has(Hj212Field.Pno);
        var any = segment.Has(Hj212Field.Pnum) || segment.Has(Hj212Field.Pno);
        var problems = Hj212Problems.None;
        if (split && !both)
            problems |= Hj212Problems.SplitNumbersMissing;
        if (!split && any)
            problems |= Hj212Problems.SplitNumbersUnexpected;
        var ordered = Hj212Text.TryReadInt(segment.Pnum, out var count) && Hj212Text.TryReadInt(segment.Pno, out var number) && number >= 1 && number <= count;
        return both && !ordered ? problems | Hj212Problems.SplitNumbersFormat : problems;
    }

    private static Hj212Problems DataArea(in Hj212Segment segment)
    {
        var problems = Hj212Problems.None;
        if (segment.Cp.EndsWith(";"u8) || segment.Cp.EndsWith(","u8))
            problems |= Hj212Problems.TrailingSeparator;
        var items = segment.Items;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (items.MoveNext())
        {
            var item = items.Current;
            if (!item.HasValue)
                problems |= Hj212Problems.ItemWithoutValue;
            var dash = item.Key.IndexOf((byte)'-');
            if (dash > 0 && !seen.Add(Hj212Text.ToText(item.Key)))
                problems |= Hj212Problems.FactorRepeated;
        }

        if (items.SawEmpty)
            problems |= Hj212Problems.EmptyItem;
        return problems | Factors(segment) | Data(segment);
    }

    private static Hj212Problems Factors(in Hj212Segment segment)
    {
        var group = -1;
        var factor = ReadOnlySpan<byte>.Empty;
        foreach (var item in segment.Items)
        {
            var dash = item.Key.IndexOf((byte)'-');
            if (dash <= 0)
                continue;
            if (item.Group == group && !item.Key[..dash].SequenceEqual(factor))
                return Hj212Problems.FactorsMixed;
            group = item.Group;
            factor = item.Key[..dash];
        }

        return Hj212Problems.None;
    }

    private static Hj212Problems Data(in Hj212Segment segment)
    {
        var problems = Hj212Problems.None;
        var readings = segment.Readings;
        var any = false;
        while (readings.MoveNext())
        {
            any = true;
            if (readings.Current.Number is null)
                problems |= Hj212Problems.ValueNotNumber;
            var mark = readings.Current.Mark;
            if (!mark.IsEmpty && Hj212Catalogue.Find("mark", Hj212Text.ToText(mark)) is null)
                problems |= Hj212Problems.MarkUnknown;
        }

        var time = segment.Value("DataTime"u8);
        if (time.IsEmpty)
            return any ? problems | Hj212Problems.DataTimeMissing : problems;
        return time.Length == 14 && Hj212LocalTime.TryRead(time, out _) ? problems : problems | Hj212Problems.DataTimeFormat;
    }
}
