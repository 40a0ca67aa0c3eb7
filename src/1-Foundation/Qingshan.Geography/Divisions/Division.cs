namespace Qingshan.Geography.Divisions;

/// <summary>An administrative division.</summary>
/// <param name="Code">Six digits of GB/T 2260: a pair each for province, prefecture and county.</param>
/// <param name="Parent">Code of the division above it; null for a province.</param>
public sealed record Division(string Code, string NameZh, string NameEn, string? Parent)
{
    public DivisionLevel Level => DivisionCodes.Level(Code);
}
