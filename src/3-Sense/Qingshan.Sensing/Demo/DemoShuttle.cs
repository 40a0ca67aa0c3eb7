using NodaTime;

namespace Qingshan.Sensing.Demo;

/// <summary>A demo vessel's way: to and fro along a straight leg, for ever. A pure function of time, so that a restart goes on where it should.</summary>
/// <param name="Longitude">Middle of the leg, WGS-84 degrees.</param>
/// <param name="Latitude">Middle of the leg, WGS-84 degrees.</param>
/// <param name="Course">Of the outward leg, degrees.</param>
/// <param name="Miles">Length of the leg, nautical miles.</param>
/// <param name="Knots">Speed over ground; 0 lies at anchor in the middle.</param>
/// <param name="Phase">Where on its way it is at the beginning of 1970, 0–1.</param>
internal sealed record DemoShuttle(double Longitude, double Latitude, double Course, double Miles, double Knots, double Phase)
{
    /// <summary>Place in WGS-84 degrees and course in degrees.</summary>
    public (double Longitude, double Latitude, double Course) At(Instant instant)
    {
        if (Knots == 0)
            return (Longitude, Latitude, Course);
        var hours = (instant - NodaConstants.UnixEpoch).TotalHours;
        var round = ((hours * Knots / (2 * Miles)) + Phase) % 1;
        var (along, course) = round < 0.5 ? ((4 * round) - 1, Course) : (3 - (4 * round), (Course + 180) % 360);
        var (miles, radians) = (along * Miles / 2, Course * Math.PI / 180);
        return (Longitude + (miles * Math.Sin(radians) / 60 / Math.Cos(Latitude * Math.PI / 180)), Latitude + (miles * Math.Cos(radians) / 60), course);
    }
}
