using NodaTime;
using Qingshan.Sensing.Vessels;

namespace Qingshan.Web.Picture;

/// <summary>A vessel of the picture as lists and cards show it.</summary>
/// <param name="Said">What it says of itself; null where it has said nothing.</param>
/// <param name="State">At the instant that is pictured.</param>
public sealed record VesselLine(VesselFix Fix, VesselIdentity? Said, VesselState State)
{
    public VesselKind Kind => VesselSigns.Kind(ShipType);

    public int ShipType => Said?.ShipType ?? 0;

    /// <summary>Its name, or its MMSI where it has said none.</summary>
    public string Name => string.IsNullOrWhiteSpace(Said?.Name) ? Mmsi : Said.Name;

    public string Mmsi => Fix.Mmsi.ToString("D9", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Degrees, WGS-84.</summary>
    public double Longitude => (double)Fix.Longitude / VesselFix.Degree;

    /// <summary>Degrees, WGS-84.</summary>
    public double Latitude => (double)Fix.Latitude / VesselFix.Degree;

    /// <summary>Over ground, knots; null where it says none.</summary>
    public decimal? Speed => Fix.Speed == VesselSigns.NoSpeed ? null : Fix.Speed / 10m;

    /// <summary>Over ground, degrees; null where it says none.</summary>
    public decimal? Course => Fix.Course >= VesselSigns.NoCourse ? null : Fix.Course / 10m;

    /// <summary>Degrees; null where it says none.</summary>
    public int? Heading => Fix.Heading >= VesselSigns.NoHeading ? null : Fix.Heading;

    /// <summary>Its page.</summary>
    /// <param name="at">The time that is looked at, as addresses say it; null when live.</param>
    public string Href(string? at) => $"/picture/vessels/{Mmsi}{(string.IsNullOrEmpty(at) ? "" : $"?at={Uri.EscapeDataString(at)}")}";

    public static VesselLine Of(VesselFix fix, IVesselPicture picture, Instant at) => new(fix, picture.Identity(fix.Mmsi), VesselSigns.State(fix, at));
}
