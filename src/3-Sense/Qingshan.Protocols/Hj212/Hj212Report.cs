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
    public static Hj212Report? From(in Hj212Segment segment)
    {
        if (segment.Command is not (Hj212Codes.RealTimeData or Hj212Codes.DailyData or Hj212Codes.MinuteData or Hj212Codes.HourlyData))
            return null;
        var measurements = new List<Hj212Measurement>();
        foreach (var reading in segment.Readings)
            measurements.Add(Measurement(reading));
        var timed = Hj212LocalTime.TryRead(segment.Value("DataTime"u8), out var time);
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
