using System.Text;

namespace Qingshan.Protocols.Hj212;

/// <summary>Names what deviates inside a data area that can be read.</summary>
internal static class Hj212DataInspection
{
    public static Hj212Problems Inspect(in Hj212Segment segment, int? year) => Items(segment) | Factors(segment) | Values(segment, year) | Times(segment) | ReturnCode(segment);

    private static Hj212Problems Items(in Hj212Segment segment)
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

        return items.SawEmpty ? problems | Hj212Problems.EmptyItem : problems;
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

    private static Hj212Problems Values(in Hj212Segment segment, int? year)
    {
        var problems = Hj212Problems.None;
        foreach (var reading in segment.Readings)
        {
            if (reading.Number is null)
                problems |= Hj212Problems.ValueNotNumber;
            if (!reading.Mark.IsEmpty && Hj212Catalogue.Find("mark", Hj212Text.ToText(reading.Mark), year) is null)
                problems |= Hj212Problems.MarkUnknown;
            var factor = Hj212Text.ToText(reading.Factor);
            if (Hj212Factors.Find(factor) is null && !Hj212Factors.IsOfFamily(factor))
                problems |= Hj212Problems.FactorUnknown;
        }

        return problems;
    }

    private static Hj212Problems Times(in Hj212Segment segment)
    {
        var time = segment.Value("DataTime"u8);
        if (time.IsEmpty)
            return segment.Readings.MoveNext() ? Hj212Problems.DataTimeMissing : Hj212Problems.None;
        var problems = time.Length == 14 && Hj212LocalTime.TryRead(time, out _) ? Hj212Problems.None : Hj212Problems.DataTimeFormat;
        foreach (var item in segment.Items)
        {
            if (item.Key.SequenceEqual("DataTime"u8) && !item.Value.SequenceEqual(time))
                problems |= Hj212Problems.DataTimesDiffer;
        }

        return problems;
    }

    private static Hj212Problems ReturnCode(in Hj212Segment segment)
    {
        var (key, kind) = segment.Command switch
        {
            Hj212Codes.RequestAnswer => ("QnRtn", "qnrtn"),
            Hj212Codes.ExecutionResult => ("ExeRtn", "exertn"),
            _ => ("", ""),
        };
        if (key.Length == 0)
            return Hj212Problems.None;
        var code = segment.Value(Encoding.ASCII.GetBytes(key));
        if (code.IsEmpty)
            return Hj212Problems.ReturnCodeMissing;
        return Hj212Catalogue.Find(kind, Hj212Text.ToText(code)) is null ? Hj212Problems.ReturnCodeUnknown : Hj212Problems.None;
    }
}
