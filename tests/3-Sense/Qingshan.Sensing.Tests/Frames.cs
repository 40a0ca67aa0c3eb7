using System.Text;
using NodaTime;
using NodaTime.Text;
using Qingshan.Protocols.Hj212;
using Qingshan.Registry.Enterprises;

namespace Qingshan.Sensing.Tests;

/// <summary>Self-written frames of the test stations.</summary>
internal static class Frames
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly LocalDateTimePattern Number = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMddHHmmss");

    /// <summary>A frame of real-time data (2011) that asks for an answer.</summary>
    public static byte[] RealTime(Station station, Instant dataTime, string value, string factor = "w20117", string? password = null) =>
        Of($"QN={Text(dataTime)}000;ST=32;CN=2011;PW={password ?? station.Password};MN={station.Mn};Flag=5;CP=&&DataTime={Text(dataTime)};{factor}-Rtd={value},{factor}-Flag=N&&");

    public static byte[] Of(string segment) => Hj212Encoder.Frame(Encoding.UTF8.GetBytes(segment));

    /// <summary>The same frame with its last value changed on the way.</summary>
    public static byte[] Damaged(byte[] frame)
    {
        var bytes = (byte[])frame.Clone();
        var at = bytes.AsSpan().IndexOf("-Rtd="u8) + 5;
        bytes[at] = bytes[at] == (byte)'1' ? (byte)'2' : (byte)'1';
        return bytes;
    }

    public static string Text(Instant instant) => Number.Format(instant.InZone(Zone).LocalDateTime);

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(p => p)];
}
