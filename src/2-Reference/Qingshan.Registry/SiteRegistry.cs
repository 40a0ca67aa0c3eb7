using NodaTime;
using Qingshan.Directory.Snapshots;
using Qingshan.Record;
using Qingshan.Record.Sealing;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry;

/// <summary>The registry of the site: a snapshot of the streams <c>enterprise/{id}</c>, <c>station/{mn}</c> and <c>zone/{id}</c>.</summary>
public sealed class SiteRegistry(IRecord record, ISealer sealer) : IRegistry, IZones, IDisposable
{
    private readonly RecordSnapshot<RegistryState> snapshot = new(record, RegistryState.Empty, (state, entry) => state.Apply(entry, sealer));

    public IReadOnlyList<Enterprise> Enterprises => [.. snapshot.Now.Enterprises.Values];

    public IReadOnlyList<Station> Stations => [.. snapshot.Now.Stations.Values];

    public IReadOnlyList<Zone> Zones => [.. snapshot.Now.Zones.Values];

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

    public IReadOnlyList<Zone> At(double longitude, double latitude, LocalDate date) =>
        [.. snapshot.Now.Zones.Values.Where(zone => zone.IsValidOn(date) && zone.Contains(longitude, latitude))];

    public void Dispose() => snapshot.Dispose();
}
