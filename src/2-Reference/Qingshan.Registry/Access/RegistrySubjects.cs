using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Record.Entries;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry.Access;

/// <summary>What access to the registry depends on: the place of the firm or zone, and which agencies serve that place.</summary>
public static class RegistrySubjects
{
    private const string Stage = "registered";

    private static readonly AgencyKind[] SeaKinds =
        [AgencyKind.JointCentre, AgencyKind.Procuratorate, AgencyKind.Environment, AgencyKind.Fisheries, AgencyKind.NaturalResources, AgencyKind.Transport, AgencyKind.CoastGuard];

    public static Subject Of(Enterprise enterprise, IDirectory directory) =>
        Of(new StreamId(RegistryState.EnterpriseStream, enterprise.Id), enterprise.Division, enterprise.Permit?.IssuedBy ?? "", directory);

    /// <summary>A station is seen by whoever sees its firm.</summary>
    public static Subject Of(Station station, IRegistry registry, IDirectory directory)
    {
        var enterprise = registry.FindEnterprise(station.Enterprise);
        return Of(new StreamId(RegistryState.StationStream, station.Mn), enterprise?.Division ?? "", enterprise?.Permit?.IssuedBy ?? "", directory);
    }

    public static Subject Of(Zone zone, IDirectory directory) => AtSea(new StreamId(RegistryState.ZoneStream, zone.Id), zone.Division, AgencyKind.Environment, directory);

    public static Subject Of(Vessel vessel, IDirectory directory) => AtSea(new StreamId(RegistryState.VesselStream, vessel.Id), vessel.Division, AgencyKind.Fisheries, directory);

    // The environment agency of the place leads; where the place has none of its own, the one that granted the permit.
    private static Subject Of(StreamId stream, string division, string issuedBy, IDirectory directory)
    {
        var lead = directory.FindSameLevel(division, AgencyKind.Environment)?.Id ?? issuedBy;
        var serving = directory.Agencies.Where(agency => Serves(agency.Division, division)).ToList();
        return new Subject(stream, Stage, lead, division)
        {
            Receiving = [.. serving.Where(agency => agency.Kind == AgencyKind.Police).Select(agency => agency.Id)],
            Joint = [.. serving.Where(agency => agency.Kind is AgencyKind.JointCentre or AgencyKind.Procuratorate or AgencyKind.Environment).Select(agency => agency.Id)],
        };
    }

    // Zones and vessels concern who works at sea as well. What lies outside every division is the business of the site's highest agencies.
    private static Subject AtSea(StreamId stream, string division, AgencyKind leading, IDirectory directory)
    {
        var serving = directory.Agencies.Where(agency => division.Length == 0 ? string.IsNullOrEmpty(agency.Superior) : Serves(agency.Division, division)).ToList();
        var lead = directory.FindSameLevel(division, leading) ?? serving.Find(agency => agency.Kind == leading);
        return new Subject(stream, Stage, lead?.Id ?? "", division)
        {
            Receiving = [.. serving.Where(agency => agency.Kind == AgencyKind.Police).Select(agency => agency.Id)],
            Joint = [.. serving.Where(agency => SeaKinds.Contains(agency.Kind)).Select(agency => agency.Id)],
        };
    }

    // 330900 serves 330902: trailing pairs of zeros stand for everything below.
    private static bool Serves(string agencyDivision, string division)
    {
        var prefix = agencyDivision;
        while (prefix.Length > 2 && prefix.EndsWith("00", StringComparison.Ordinal))
            prefix = prefix[..^2];
        return division.StartsWith(prefix, StringComparison.Ordinal);
    }
}
