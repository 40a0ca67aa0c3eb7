using Qingshan.Geography.Divisions;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;

namespace Qingshan.Web.Registers;

/// <summary>What the address of the lists of vessels and zones says.</summary>
/// <param name="Kind">Type of vessel or kind of zone.</param>
/// <param name="Division">GB/T 2260 code; what lies below it fits too.</param>
/// <param name="Text">Part of a name or number.</param>
public sealed record SeaFilter(string? Kind, string? Division, string? Text)
{
    public bool IsEmpty => string.IsNullOrEmpty(Kind) && string.IsNullOrEmpty(Division) && string.IsNullOrWhiteSpace(Text);

    /// <summary>Former names and numbers are searched for those who may see them.</summary>
    public bool Fits(Vessel vessel, bool full) => Fits(vessel.Type, vessel.Division)
        && (string.IsNullOrWhiteSpace(Text) || (full ? [.. vessel.Names, vessel.Mmsi ?? "", .. vessel.FormerMmsis.Select(used => used.Text), vessel.Licence?.Number ?? ""] : new[] { vessel.Name })
            .Any(word => Has(word)));

    public bool Fits(Zone zone) => Fits(zone.Kind, zone.Division)
        && (string.IsNullOrWhiteSpace(Text) || new[] { zone.Id, zone.NameZh, zone.NameEn, zone.Source, zone.Agency }.Any(Has));

    private bool Fits(string kind, string division) =>
        (string.IsNullOrEmpty(Kind) || kind == Kind) && (string.IsNullOrEmpty(Division) || DivisionCodes.IsWithin(division, Division));

    private bool Has(string word) =>
        word.Contains(Text!.Trim(), StringComparison.OrdinalIgnoreCase) || (word.Length > 0 && VesselName.Normal(word).Contains(VesselName.Normal(Text), StringComparison.Ordinal));
}
