using System.Globalization;
using Qingshan.Geography.Points;
using Qingshan.Registry.Zones;
using Qingshan.Sensing.Vessels;
using Qingshan.Signals.Signals;
using Qingshan.Signals.Zones;

namespace Qingshan.Web.Triage;

/// <summary>
/// A track and the zone around it as paths of a drawing, north up, both axes in the same scale. It fits the track, not the zone, which may be as large as
/// a sea.
/// </summary>
/// <param name="Rings">Outlines of the zone, as SVG paths.</param>
/// <param name="Line">The track, as points of a polyline.</param>
/// <param name="Working">Fixes at working speed within the stay.</param>
/// <param name="Last">Where the vessel was last.</param>
/// <param name="ScaleTo">Where the line of the scale ends.</param>
/// <param name="ScaleMiles">Nautical miles of that line.</param>
internal sealed record TrackSketch(
    IReadOnlyList<string> Rings, string Line, IReadOnlyList<(string X, string Y)> Working, (string X, string Y) Last, string ScaleTo, string ScaleMiles)
{
    public const int Width = 720;
    public const int Height = 400;

    private const double Margin = 40;
    private const double SmallestSpan = 1.0 / 60;
    private static readonly double[] Scales = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

    /// <summary>Null where there is no fix.</summary>
    public static TrackSketch? Of(Zone? zone, IReadOnlyList<VesselFix> track, Passage stay)
    {
        if (track.Count == 0)
            return null;
        var frame = new Frame(track);
        var scale = Scales.Last(miles => miles == Scales[0] || frame.PerMile * miles <= Width / 3.0);
        return new(
            zone is null ? [] : [.. zone.Area.Polygons.SelectMany(polygon => polygon).Select(frame.Path)],
            string.Join(' ', track.Select(fix => frame.At(fix)).Select(at => $"{at.X},{at.Y}")),
            [.. track.Where(fix => fix.At >= stay.StartedAt && fix.At <= stay.LastAt && ZoneRule.Current.IsWork(fix.Speed)).Select(frame.At)],
            frame.At(track[^1]), Text(16 + (frame.PerMile * scale)), scale.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Latitude and longitude in degrees and minutes, as charts have it.</summary>
    public static string Place(VesselFix fix) => $"{Angle(fix.Latitude, "N", "S", 2)} {Angle(fix.Longitude, "E", "W", 3)}";

    public static string Knots(VesselFix fix) => fix.Speed > 1022 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{fix.Speed / 10m:0.0} kn");

    public static string Degrees(VesselFix fix) => fix.Course >= 3600 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{fix.Course / 10m:0}°");

    private static string Angle(int value, string positive, string negative, int digits)
    {
        var (whole, minutes) = (Math.Abs(value) / VesselFix.Degree, Math.Abs(value) % VesselFix.Degree / 10_000.0);
        return string.Create(CultureInfo.InvariantCulture, $"{whole.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}°{minutes:00.000}′{(value < 0 ? negative : positive)}");
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>What part of the sea the drawing shows, and how large.</summary>
    private sealed class Frame
    {
        private readonly double west;
        private readonly double north;
        private readonly double across;
        private readonly double perDegree;

        public Frame(IReadOnlyList<VesselFix> track)
        {
            var (longitudes, latitudes) = (track.Select(f => (double)f.Longitude / VesselFix.Degree).ToList(), track.Select(f => (double)f.Latitude / VesselFix.Degree).ToList());
            var (middle, centre) = ((latitudes.Min() + latitudes.Max()) / 2, (longitudes.Min() + longitudes.Max()) / 2);
            across = Math.Cos(middle * Math.PI / 180);
            var wide = Math.Max((longitudes.Max() - longitudes.Min()) * across, SmallestSpan);
            var high = Math.Max(latitudes.Max() - latitudes.Min(), SmallestSpan);
            perDegree = Math.Min((Width - (2 * Margin)) / wide, (Height - (2 * Margin)) / high);
            (west, north) = (centre - (Width / 2.0 / perDegree / across), middle + (Height / 2.0 / perDegree));
        }

        /// <summary>A nautical mile is a minute of latitude.</summary>
        public double PerMile => perDegree / 60;

        public (string X, string Y) At(VesselFix fix) => At((double)fix.Longitude / VesselFix.Degree, (double)fix.Latitude / VesselFix.Degree);

        public string Path(IReadOnlyList<Wgs84Point> ring) =>
            "M" + string.Join('L', ring.Select(point => At(point.Longitude, point.Latitude)).Select(at => $"{at.X} {at.Y}")) + "Z";

        private (string X, string Y) At(double longitude, double latitude) => (Text((longitude - west) * across * perDegree), Text((north - latitude) * perDegree));
    }
}
