namespace Qingshan.Registry.Vessels;

/// <summary>Which vessels are known: a snapshot folded from the streams <c>vessel/{id}</c>, kept current.</summary>
public interface IVessels
{
    /// <summary>In the order of their ids.</summary>
    IReadOnlyList<Vessel> Vessels { get; }

    Vessel? FindVessel(string id);

    /// <summary>The vessel that transmits this MMSI now by the register; null when none does.</summary>
    Vessel? FindVesselByMmsi(string mmsi);

    /// <summary>Vessels that bear or bore the name, compared by <see cref="VesselName.Normal"/>, in the order of their ids.</summary>
    IReadOnlyList<Vessel> FindVesselsByName(string name);
}
