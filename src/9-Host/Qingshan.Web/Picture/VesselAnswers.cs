using Qingshan.Sensing.Vessels;

namespace Qingshan.Web.Picture;

/// <summary>A page of the list of vessels.</summary>
/// <param name="At">The instant that is pictured, ISO 8601.</param>
/// <param name="Heard">Vessels in the picture.</param>
/// <param name="Count">Those that are wanted.</param>
/// <param name="HasSource">False where the site listens to no vessels.</param>
public sealed record VesselListAnswer(string At, int Heard, int Count, int Page, int Pages, bool HasSource, IReadOnlyList<VesselItem> Vessels)
{
    /// <summary>Rows of a page.</summary>
    public const int Length = 100;

    /// <summary>Pages that a list fills; an empty one fills a page too.</summary>
    public static int PagesOf(int count) => Math.Max(1, (count + Length - 1) / Length);

    /// <summary>The page that is asked for, or the one nearest to it.</summary>
    public static int Nearest(int? page, int count) => Math.Clamp(page ?? 1, 1, PagesOf(count));

    public static VesselListAnswer Of(VesselSight sight, int? page)
    {
        var shown = Nearest(page, sight.Lines.Count);
        return new(
            PictureTime.Write(sight.At), sight.Heard, sight.Lines.Count, shown, PagesOf(sight.Lines.Count), sight.HasSource,
            [.. sight.Lines.Skip((shown - 1) * Length).Take(Length).Select(VesselItem.Of)]);
    }
}

/// <summary>A vessel of the list.</summary>
/// <param name="Mmsi">Nine digits, claimed by the transponder.</param>
/// <param name="Kind"><c>fishing</c>, <c>cargo</c> or <c>other</c>.</param>
/// <param name="ShipType">ITU-R M.1371 table 53; 0 not said.</param>
/// <param name="Longitude">Degrees, WGS-84.</param>
/// <param name="Latitude">Degrees, WGS-84.</param>
/// <param name="Speed">Over ground, knots; null where it says none.</param>
/// <param name="Course">Over ground, degrees; null where it says none.</param>
/// <param name="Status">Navigation status, ITU-R M.1371 table 45.</param>
/// <param name="HeardAt">ISO 8601.</param>
public sealed record VesselItem(
    string Mmsi, string? Name, string? CallSign, string Kind, string State, int ShipType, double Longitude, double Latitude,
    decimal? Speed, decimal? Course, int? Heading, int Status, string HeardAt)
{
    public static VesselItem Of(VesselLine line) => new(
        line.Mmsi, line.Said?.Name, line.Said?.CallSign, VesselFilter.Word(line.Kind), VesselFilter.Word(line.State), line.ShipType,
        Math.Round(line.Longitude, 6), Math.Round(line.Latitude, 6), line.Speed, line.Course, line.Heading, line.Fix.Status, PictureTime.Write(line.Fix.At));
}

/// <summary>A track, one array a fix, so that it stays small: longitude and latitude in WGS-84 degrees, seconds since 1970, speed in 0.1 knot (1023 none).</summary>
public sealed record VesselTrackAnswer(string Mmsi, string From, string To, IReadOnlyList<double[]> Fixes)
{
    public static VesselTrackAnswer Of(VesselTrack track) => new(
        track.Mmsi.ToString("D9", System.Globalization.CultureInfo.InvariantCulture), PictureTime.Write(track.From), PictureTime.Write(track.To),
        [.. track.Fixes.Select(fix => new[] { Degrees(fix.Longitude), Degrees(fix.Latitude), fix.At.ToUnixTimeSeconds(), fix.Speed })]);

    private static double Degrees(int units) => Math.Round((double)units / VesselFix.Degree, 6);
}
