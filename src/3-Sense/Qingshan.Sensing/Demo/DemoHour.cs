using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Qingshan.Protocols.Hj212;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Replay;

namespace Qingshan.Sensing.Demo;

/// <summary>One frame of the demo hour and how it is sent.</summary>
internal sealed record DemoFrame(Instant DataTime, byte[] Bytes, Segmentation Segmentation);

/// <summary>
/// What one demo station reported in the last full clock hour before a moment: a real-time frame each minute (2011) and the hour's values (2061).
/// The same station and hour give the same bytes.
/// </summary>
internal static class DemoHour
{
    private const int Minutes = 60;
    private const int DamagedMinute = 17;
    private const byte CurrentEditionWithAnswer = 5;

    private static readonly LocalDateTimePattern Qn = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMddHHmmssfff");

    // How the frames of successive minutes are cut; glued ones leave together with the frame that follows.
    private static readonly Segmentation[] Cuts =
        [Segmentation.Whole, Segmentation.Split, Segmentation.Glued, Segmentation.Whole, Segmentation.OneByte, Segmentation.Split, Segmentation.Glued];

    public static IReadOnlyList<DemoFrame> Of(Station station, IReadOnlyList<DischargeLimit> limits, string? exceedingFactor, Instant now, DateTimeZone zone)
    {
        var local = now.InZone(zone).LocalDateTime;
        var hour = local.Date.At(new LocalTime(local.Hour, 0)).PlusHours(-1);
        var rows = limits.Select(limit => DemoValues.Of(station.Mn, limit, limit.Factor == exceedingFactor, hour)).ToList();
        var frames = new List<DemoFrame>();
        for (var minute = 0; minute < Minutes; minute++)
        {
            var time = hour.PlusMinutes(minute);
            var values = rows.Select(r => new Hj212FactorValues(r.Factor, [new(Hj212Statistic.RealTime, r.Text(minute))], "N"));
            var bytes = Frame(station, Hj212Codes.RealTimeData, time, time.PlusSeconds(2), values);
            var at = zone.AtLeniently(time).ToInstant();
            if (minute == DamagedMinute && exceedingFactor is not null)
                frames.Add(new DemoFrame(at, Damaged(bytes), Segmentation.Whole));
            frames.Add(new DemoFrame(at, bytes, Cuts[minute % Cuts.Length]));
        }

        var hourly = rows.Select(r => new Hj212FactorValues(
            r.Factor, [new(Hj212Statistic.Minimum, r.Minimum), new(Hj212Statistic.Average, r.Average), new(Hj212Statistic.Maximum, r.Maximum)], "N"));
        frames.Add(new DemoFrame(
            zone.AtLeniently(hour).ToInstant(), Frame(station, Hj212Codes.HourlyData, hour, hour.PlusHours(1).PlusSeconds(5), hourly), Segmentation.Whole));
        return frames;
    }

    private static byte[] Frame(Station station, int command, LocalDateTime dataTime, LocalDateTime sentAt, IEnumerable<Hj212FactorValues> values)
    {
        var envelope = new Hj212Envelope(
            Qn.Format(sentAt), station.System, command.ToString(CultureInfo.InvariantCulture), station.Password, station.Mn, new Hj212Flag(CurrentEditionWithAnswer));
        return Hj212Encoder.Report(envelope, new Hj212LocalTime(Number(dataTime), 0), values);
    }

    // The first digit of the last value turned on the way: the length is right, the checksum is not.
    private static byte[] Damaged(byte[] frame)
    {
        var bytes = (byte[])frame.Clone();
        var at = bytes.AsSpan().LastIndexOf("-Rtd="u8) + "-Rtd=".Length;
        bytes[at] = (byte)('0' + ((bytes[at] - '0' + 1) % 10));
        return bytes;
    }

    private static long Number(LocalDateTime time) =>
        (((((((((time.Year * 100L) + time.Month) * 100) + time.Day) * 100) + time.Hour) * 100) + time.Minute) * 100) + time.Second;
}
