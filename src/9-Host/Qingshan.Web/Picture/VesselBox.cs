using System.Globalization;

namespace Qingshan.Web.Picture;

/// <summary>The part of the sea that a map shows, WGS-84 degrees. West lies beyond east where it spans the date line.</summary>
internal readonly record struct VesselBox(double West, double South, double East, double North)
{
    /// <summary>Reads <c>west,south,east,north</c>; null where it is none.</summary>
    public static VesselBox? TryRead(string? text)
    {
        var parts = (text ?? "").Split(',');
        var values = new double[4];
        for (var i = 0; i < values.Length; i++)
        {
            if (parts.Length != values.Length || !double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]) || !double.IsFinite(values[i]))
                return null;
        }

        return new(values[0], values[1], values[2], values[3]);
    }

    public bool Contains(VesselLine line)
    {
        var (lon, lat) = (line.Longitude, line.Latitude);
        return lat >= South && lat <= North && (West <= East ? lon >= West && lon <= East : lon >= West || lon <= East);
    }
}
