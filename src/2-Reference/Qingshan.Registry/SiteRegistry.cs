using NodaTime;
using Qingshan.Directory.Snapshots;
using Qingshan.Record;
using Qingshan.Record.Sealing;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry;

/// <summary>The registry of the site: a snapshot of the streams <c>enterprise/{id}</c>, <c>station/{mn}</c>, <c>zone/{id}</c> and <c>vessel/{id}</c>.</summary>
public sealed class SiteRegistry(IRecord record, ISealer sealer) : IRegistry, IZones, IVessels, IDisposable
{
    private readonly RecordSnapshot<RegistryState> snapshot = new(record, RegistryState.Empty, (state, entry) => state.Apply(entry, sealer));

    public IReadOnlyList<Enterprise> Enterprises => [.. snapshot.Now.Enterprises.Values];

    public IReadOnlyList<Station> Stations => [.. snapshot.Now.Stations.Values];

    public IReadOnlyList<Zone> Zones => [.. snapshot.Now.Zones.Values];

    public IReadOnlyList<Vessel> Vessels => [.. snapshot.Now.Vessels.Values];

    /// <summary>All of it at one moment, for what compares many rows.</summary>
    internal RegistryState Now => snapshot.Now;

    /// <summary>Makes a registry and loads it.</summary>
    public static async Task<SiteRegistry> OpenAsync(IRecord record, ISealer sealer, CancellationToken cancel = default)
    {
        var registry = new SiteRegistry(record, sealer);
        await registry.LoadAsync(cancel);
        return registry;
    }

    /// <summary>Reads the record up to its head; until then the registry is empty.</summary>
    public Task LoadAsync(CancellationToken cancel = default) => snapshot.LoadAsync(cancel);

    public Enterprise? FindEnterprise(string id) => snapshot.Now.Enterprises.GetValueOrDefault(id);

    public Station? FindStation(string mn) => snapshot.Now.Stations.GetValueOrDefault(mn);

    public Zone? FindZone(string id) => snapshot.Now.Zones.GetValueOrDefault(id);

    public Vessel? FindVessel(string id) => snapshot.Now.Vessels.GetValueOrDefault(id);

    public Vessel? FindVesselByMmsi(string mmsi)
    {
        var now = snapshot.Now;
        return now.VesselsByMmsi.TryGetValue(mmsi, out var id) ? now.Vessels[id] : null;
    }

    public IReadOnlyList<Vessel> FindVesselsByName(string name)
    {
        var normal = VesselName.Normal(name);
        return [.. snapshot.Now.Vessels.Values.Where(vessel => vessel.Names.Any(used => VesselName.Normal(used) == normal))];
    }

    public IReadOnlyList<Zone> At(double longitude, double latitude, LocalDate date) =>
        [.. snapshot.Now.Zones.Values.Where(zone => zone.IsValidOn(date) && zone.Contains(longitude, latitude))];

    public void Dispose() => snapshot.Dispose();
}
