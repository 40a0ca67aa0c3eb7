namespace Qingshan.Protocols.Hj212;

/// <summary>A monitored factor.</summary>
/// <param name="Code">Code since 2017 (HJ 212-2017 annex B; HJ 524 and HJ 525 for names).</param>
/// <param name="OldCode">Code of HJ/T 212-2005; empty where there is none.</param>
/// <param name="Medium">water, air, noise.</param>
/// <param name="Unit">Unit of values in annex B. A station may be set up in another one: the registry's unit of the outlet wins.</param>
/// <param name="TotalUnit">Unit of Cou; empty where a total makes no sense.</param>
/// <param name="Element">Symbol of the metal for the rows PE-C03 and PE-C04 (Cr6 for hexavalent chromium, Cr for total); empty for others.</param>
/// <param name="Confidence"><c>agreed</c>: two independent published tables agree; <c>single</c>: one table; <c>named</c>: the code is that of HJ 525, the unit is assumed.</param>
/// <param name="OldUnit">Unit under HJ/T 212-2005, where it is known: metals in mg/L, of which 2017 made μg/L.</param>
/// <param name="OldTotalUnit">Unit of Cou under HJ/T 212-2005, where it is known.</param>
public sealed record Hj212Factor(
    string Code, string OldCode, string Zh, string En, string Medium, string Unit, string TotalUnit, string Element, string Confidence,
    string OldUnit, string OldTotalUnit)
{
    /// <summary>The row of the interpretation 法释〔2023〕7号 art. 1 that counts this metal (PE-C03, PE-C04), or null.</summary>
    public string? ScreeningRow => Element switch
    {
        "Pb" or "Hg" or "Cd" or "Cr" or "Cr6" or "As" or "Tl" or "Sb" => "PE-C03",
        "Ni" or "Cu" or "Zn" or "Ag" or "V" or "Mn" or "Co" => "PE-C04",
        _ => null,
    };
}
