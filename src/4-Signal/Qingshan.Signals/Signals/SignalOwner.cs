using Qingshan.Directory.Agencies;

namespace Qingshan.Signals.Signals;

/// <summary>Who decides about a signal.</summary>
public static class SignalOwner
{
    /// <summary>The joint centre of the place, or of the city above it; empty where there is none.</summary>
    /// <param name="division">GB/T 2260 code.</param>
    public static string Of(IDirectory directory, string division) => division.Length < 4
        ? ""
        : (directory.FindSameLevel(division, AgencyKind.JointCentre) ?? directory.FindSameLevel(division[..4] + "00", AgencyKind.JointCentre))?.Id ?? "";

    /// <summary>The division of the site itself, for what happens at sea outside all of its divisions: that of its widest joint centre; empty where there is none.</summary>
    public static string SiteDivision(IDirectory directory) =>
        directory.Agencies.Where(agency => agency.Kind == AgencyKind.JointCentre).Select(agency => agency.Division).Min(StringComparer.Ordinal) ?? "";
}
