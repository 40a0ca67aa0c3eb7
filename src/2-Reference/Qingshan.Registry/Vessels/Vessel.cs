using NodaTime;
using Qingshan.Registry.Codes;

namespace Qingshan.Registry.Vessels;

/// <summary>A vessel as the register knows it. Natural persons who own one are not kept here: only a firm is named.</summary>
/// <param name="Name">Exactly as typed; compare by <see cref="VesselName.Same"/>.</param>
/// <param name="NameFrom">First day of the name; null when it is not known.</param>
/// <param name="FormerNames">Every name it bore before, the latest first.</param>
/// <param name="Mmsi">What it transmits now; null where it has no transponder.</param>
/// <param name="FormerMmsis">Every MMSI it transmitted before, the latest first.</param>
/// <param name="Type">A word of <see cref="Terms.VesselTypes"/>.</param>
/// <param name="Port">Home port (船籍港), as written in its papers.</param>
/// <param name="Division">GB/T 2260 code of the home port; empty where it lies outside the site.</param>
/// <param name="LengthM">Length over all in metres; null when it is not known.</param>
/// <param name="Owner">Enterprise id; empty where the owner is no firm of the registry.</param>
public sealed record Vessel(
    string Id, string Name, LocalDate? NameFrom, IReadOnlyList<Used> FormerNames, string? Mmsi, LocalDate? MmsiFrom, IReadOnlyList<Used> FormerMmsis,
    string Type, string Port, string Division, Licence? Licence, decimal? LengthM, string Owner, string Note, bool Demo)
{
    /// <summary>Version of its stream.</summary>
    public long Version { get; init; }

    /// <summary>The present name and all before it.</summary>
    public IEnumerable<string> Names => FormerNames.Select(used => used.Text).Prepend(Name);
}

/// <summary>A name or number of the past and the days on which it was used.</summary>
/// <param name="From">First day; null when it is not known.</param>
/// <param name="To">Last day; null when it is not known.</param>
public sealed record Used(string Text, LocalDate? From, LocalDate? To);

/// <summary>捕捞许可证: licence to fish (渔业捕捞许可管理规定).</summary>
/// <param name="From">First valid day; null when it is not known.</param>
/// <param name="To">Last valid day; null when it is not known.</param>
/// <param name="Gear">Gear it permits, ids of <see cref="Terms.Gear"/>.</param>
/// <param name="Waters">Waters it permits (作业场所), as written.</param>
public sealed record Licence(string Number, LocalDate? From, LocalDate? To, IReadOnlyList<string> Gear, IReadOnlyList<string> Waters)
{
    public bool IsValidOn(LocalDate date) => (From is null || From <= date) && (To is null || date <= To);
}
