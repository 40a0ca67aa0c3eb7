using System.Globalization;
using System.Text;

namespace Qingshan.Protocols.Hj212;

/// <summary>Writes an upload that is too long for one frame as several (拆分包; annex C.49 and C.50).</summary>
public static class Hj212Split
{
    private const int MaxParts = 9999;
    private const string Area = "CP=&&&&";

    // Each group counts the separator that follows it; none follows the last one.
    private const int LastSeparator = 1;

    /// <summary>
    /// One frame where the data fit, else several, each with its DataTime, PNUM, PNO and the split bit. Since 2017 each has a QN of its own, a millisecond after the
    /// one before, so that each is answered by itself; under 2005 all have the same.
    /// </summary>
    /// <param name="maxSegment">Longest data segment, bytes. A factor that is longer by itself still goes into one frame.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than 9,999 packets.</exception>
    public static IReadOnlyList<byte[]> Report(
        Hj212Envelope envelope, Hj212LocalTime dataTime, IEnumerable<Hj212FactorValues> factors, int maxSegment = Hj212Segment.MaxLength)
    {
        var time = new[] { KeyValuePair.Create("DataTime", dataTime.ToString()) };
        var groups = factors.Select(Hj212Encoder.Group).ToList();
        if (Length(time) + groups.Sum(Length) <= Room(envelope, maxSegment))
            return [Hj212Encoder.Frame(envelope, [time, .. groups])];
        var parts = Fill(groups, Room(Part(envelope, new Hj212Part(MaxParts, MaxParts)), maxSegment) - Length(time)).ToList();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parts.Count, MaxParts, nameof(factors));
        return [.. parts.Select((part, index) => Hj212Encoder.Frame(Part(envelope, new Hj212Part(parts.Count, index + 1)), [time, .. part]))];
    }

    private static int Room(Hj212Envelope envelope, int maxSegment) =>
        maxSegment - Encoding.UTF8.GetByteCount(Hj212Encoder.Header(envelope)) - Area.Length + LastSeparator;

    private static IEnumerable<List<IReadOnlyList<KeyValuePair<string, string>>>> Fill(IEnumerable<IReadOnlyList<KeyValuePair<string, string>>> groups, int room)
    {
        var part = new List<IReadOnlyList<KeyValuePair<string, string>>>();
        var used = 0;
        foreach (var group in groups)
        {
            if (part.Count > 0 && used + Length(group) > room)
            {
                yield return part;
                (part, used) = ([], 0);
            }

            part.Add(group);
            used += Length(group);
        }

        if (part.Count > 0)
            yield return part;
    }

    // Each item with its equals sign and the separator that follows it.
    private static int Length(IReadOnlyList<KeyValuePair<string, string>> group) =>
        group.Sum(item => Encoding.UTF8.GetByteCount(item.Key) + Encoding.UTF8.GetByteCount(item.Value) + 2);

    private static Hj212Envelope Part(Hj212Envelope envelope, Hj212Part part) => envelope with
    {
        Qn = envelope.Flag is { Version: > 0 } ? After(envelope.Qn, part.Number - 1) : envelope.Qn,
        Flag = envelope.Flag is { } flag ? flag.AsPart : null,
        Part = part,
    };

    private static string? After(string? qn, int milliseconds)
    {
        const string form = "yyyyMMddHHmmssfff";
        return DateTime.TryParseExact(qn, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year < DateTime.MaxValue.Year
            ? first.AddMilliseconds(milliseconds).ToString(form, CultureInfo.InvariantCulture) : qn;
    }
}
