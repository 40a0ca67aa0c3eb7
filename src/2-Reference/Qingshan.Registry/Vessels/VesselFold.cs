namespace Qingshan.Registry.Vessels;

/// <summary>A vessel from its entries.</summary>
internal static class VesselFold
{
    public static Vessel Of(string id, VesselRecorded v, long version) => new(
        id, v.Name, v.NameFrom, v.FormerNames, v.Mmsi.Length == 0 ? null : v.Mmsi, v.MmsiFrom, v.FormerMmsis, v.Type, v.Port, v.Division, v.Licence,
        v.Length?.Value, v.Owner, v.Note, v.Demo)
    {
        Version = version,
    };
}
