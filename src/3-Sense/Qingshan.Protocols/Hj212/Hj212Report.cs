namespace Qingshan.Protocols.Hj212;

/// <summary>The content of an upload of data (2011, 2031, 2051, 2061), owned.</summary>
/// <param name="Command">2011, 2031, 2051 or 2061.</param>
/// <param name="St">System code.</param>
/// <param name="Mn">Identity of the device.</param>
/// <param name="Qn">Request number as sent; empty where none was sent.</param>
/// <param name="DataTime">Time of the data on the site's clock; null where missing or no time.</param>
/// <param name="Measurements">Values in the order sent, repeats kept.</param>
public sealed record Hj212Report(
    int Command, string St, string Mn, string Qn, Hj212LocalTime? DataTime, IReadOnlyList<Hj212Measurement> Measurements)
{
    /// <summary>Reads a report; null where the command carries no measurements (requests for data included).</summary>
    public static Hj212Report? From(in Hj212Segment segment) => IsUpload(segment) ? Read(segment, segment.Cp) : null;

    /// <summary>
    /// One report for each DataTime of the data area, in order: a joined message may carry several. Values before the first one belong to it.
    /// Empty where <see cref="From"/> is null.
    /// </summary>
    public static IReadOnlyList<Hj212Report> All(in Hj212Segment segment)
    {
        var reports = new List<Hj212Report>();
        for (var rest = IsUpload(segment) ? segment.Cp : default; !rest.IsEmpty;)
        {
            var end = EndOfTime(rest);
            if (Read(segment, rest[..end]) is { } report)
                reports.Add(report);
            rest = rest[end..];
        }

        return reports;
    }

    private static bool IsUpload(in Hj212Segment segment) =>
        segment.Command is Hj212Codes.RealTimeData or Hj212Codes.DailyData or Hj212Codes.MinuteData or Hj212Codes.HourlyData && !segment.IsEncrypted;

    /// <summary>Where the first DataTime ends and another one that differs begins.</summary>
    private static int EndOfTime(ReadOnlySpan<byte> cp)
    {
        var time = ReadOnlySpan<byte>.Empty;
        foreach (var item in new Hj212Items(cp))
        {
            if (!item.Key.SequenceEqual("DataTime"u8))
                continue;
            if (!time.IsEmpty && !item.Value.SequenceEqual(time))
                return item.Start;
            time = item.Value;
        }

        return cp.Length;
    }

    private static Hj212Report? Read(in Hj212Segment segment, ReadOnlySpan<byte> cp)
    {
        var measurements = new List<Hj212Measurement>();
        foreach (var reading in new Hj212Readings(cp))
            measurements.Add(Measurement(reading));
        var timed = Hj212LocalTime.TryRead(Hj212Segment.Value(cp, "DataTime"u8), out var time);
        if (measurements.Count == 0 && !timed)
            return null;
        return new Hj212Report(
            segment.Command,
            Hj212Text.ToText(segment.St),
            Hj212Text.ToText(segment.Mn),
            Hj212Text.ToText(segment.Qn),
            timed ? time : null,
            measurements);
    }

    private static Hj212Measurement Measurement(in Hj212Reading reading) => new(
        Hj212Text.ToText(reading.Factor),
        reading.Statistic,
        Hj212Text.ToText(reading.ValueText),
        reading.Number,
        Hj212Text.ToText(reading.Mark),
        Hj212LocalTime.TryRead(reading.SampleTimeText, out var time) ? time : null);
}
