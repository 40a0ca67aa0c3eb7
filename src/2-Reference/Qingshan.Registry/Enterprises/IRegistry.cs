namespace Qingshan.Registry.Enterprises;

/// <summary>What is watched: a snapshot folded from the registry's streams, kept current.</summary>
public interface IRegistry
{
    Enterprise? FindEnterprise(string id);

    Station? FindStation(string mn);

    IReadOnlyList<Enterprise> Enterprises { get; }

    IReadOnlyList<Station> Stations { get; }
}
