using NodaTime;
using Qingshan.Protocols.Hj212;

namespace Qingshan.Sensing.Decoding;

/// <summary>What makes a decoded frame an observation. Part of how a stored frame is read: change it and the store must be rebuilt.</summary>
/// <param name="Zone">The zone of the devices' clocks.</param>
/// <param name="ClockTolerance">How far a data time may lie after the receipt.</param>
/// <param name="Earliest">No data time before this is believed.</param>
internal sealed record ObservationRules(DateTimeZone Zone, Duration ClockTolerance, Instant Earliest)
{
    /// <summary>Version of decoder and rules; stored with the observations and quoted in evidence.</summary>
    public const string Version = "hj212-2";

    // A frame is late when it comes later than its period and this allowance after its data time (the start of the period).
    private static readonly Dictionary<int, Duration> DueAfter = new()
    {
        [Hj212Codes.RealTimeData] = Duration.FromMinutes(10),
        [Hj212Codes.MinuteData] = Duration.FromMinutes(20),
        [Hj212Codes.HourlyData] = Duration.FromMinutes(80),
        [Hj212Codes.DailyData] = Duration.FromHours(26),
    };

    public static ObservationRules From(SensingOptions options) => new(
        DateTimeZoneProviders.Tzdb[options.SiteZone],
        Duration.FromTimeSpan(options.ClockTolerance),
        // HJ/T 212-2005 came into force on 1 February 2006; device clocks that lost their battery say 1970 or 2000.
        Instant.FromUtc(2006, 1, 31, 16, 0));

    public static bool IsLate(int command, Instant dataTime, Instant receivedAt) => receivedAt - dataTime > DueAfter[command];

    public Instant ToInstant(Hj212LocalTime time) =>
        new LocalDateTime(time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second, time.Millisecond).InZoneLeniently(Zone).ToInstant();
}
