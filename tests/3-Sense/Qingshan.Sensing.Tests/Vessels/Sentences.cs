using System.Text;
using NodaTime;
using Qingshan.Protocols.Ais;

namespace Qingshan.Sensing.Tests.Vessels;

/// <summary>AIS sentences of invented ships.</summary>
internal static class Sentences
{
    private static readonly AisLayout Position = AisLayouts.Of(1);
    private static readonly AisLayout Voyage = AisLayouts.Of(5);

    /// <summary>A class A position in degrees and knots.</summary>
    public static string At(int mmsi, double longitude, double latitude, double knots = 8, double course = 90, Instant? time = null) =>
        AisEncoder.Encode(Position, mmsi, new Dictionary<string, object>
        {
            ["lon"] = (int)Math.Round(longitude * 600_000),
            ["lat"] = (int)Math.Round(latitude * 600_000),
            ["speed"] = (int)Math.Round(knots * 10),
            ["course"] = (int)Math.Round(course * 10),
            ["heading"] = 511,
            ["status"] = 7,
        }, tags: time is { } t ? $"s:demo,c:{t.ToUnixTimeSeconds()}" : "").Single();

    /// <summary>Message 5 in its two sentences.</summary>
    public static IReadOnlyList<string> Named(int mmsi, string name, int shipType = 30, int sequence = 3) => AisEncoder.Encode(
        Voyage, mmsi, new Dictionary<string, object> { ["shipname"] = name, ["callsign"] = "BDEMO", ["shiptype"] = shipType, ["to_bow"] = 20, ["to_stern"] = 12, ["to_port"] = 3, ["to_starboard"] = 4, ["destination"] = "ZHOUSHAN" },
        sequence: sequence);

    public static byte[] Lines(params IEnumerable<string> lines) => Encoding.ASCII.GetBytes(string.Concat(lines.Select(l => l + "\r\n")));
}
