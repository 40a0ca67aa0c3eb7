using System.Text;

namespace Qingshan.Registry.Vessels;

/// <summary>How names of vessels are compared: AIS sends capitals and spaces, papers have full-width signs; what was typed stays as it is.</summary>
public static class VesselName
{
    // ！ to ～ stand for ! to ~ at this distance. Written out, because without the platform's tables .NET does not normalise.
    private const int FirstFullWidth = 0xFF01;
    private const int LastFullWidth = 0xFF5E;
    private const int Distance = 0xFEE0;

    /// <summary>Full-width signs narrow, capitals, letters and digits only: 「浙普渔 ９０００１」 and 「浙普渔90001」 are one name. A text of other signs alone stays whole.</summary>
    public static string Normal(string name)
    {
        var narrow = name.EnumerateRunes().Select(Narrow).ToList();
        var kept = narrow.Where(Rune.IsLetterOrDigit).Select(Rune.ToUpperInvariant);
        var text = string.Concat(kept);
        return text.Length > 0 ? text : string.Concat(narrow);
    }

    public static bool Same(string one, string other) => Normal(one) == Normal(other);

    private static Rune Narrow(Rune sign) => sign.Value is >= FirstFullWidth and <= LastFullWidth ? new Rune(sign.Value - Distance) : sign;
}
