using Qingshan.Geography.Divisions;
using Qingshan.Registry.Enterprises;

namespace Qingshan.Web.Registers;

/// <summary>What the address of the list of enterprises says.</summary>
/// <param name="Division">GB/T 2260 code; what lies below it fits too.</param>
/// <param name="Text">Part of a name or number.</param>
/// <param name="Key"><c>true</c> keeps key dischargers only.</param>
public sealed record EnterpriseFilter(string? Division, string? Text, string? Key)
{
    public bool IsEmpty => string.IsNullOrEmpty(Division) && string.IsNullOrWhiteSpace(Text) && Key != "true";

    public bool Fits(Enterprise firm) =>
        (string.IsNullOrEmpty(Division) || DivisionCodes.IsWithin(firm.Division, Division))
        && (Key != "true" || firm.KeyDischarger)
        && (string.IsNullOrWhiteSpace(Text)
            || new[] { firm.NameZh, firm.NameEn, firm.CreditCode, firm.PermitNumber }.Any(word => word.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase)));
}
