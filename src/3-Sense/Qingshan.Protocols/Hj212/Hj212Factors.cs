using System.Collections.Frozen;

namespace Qingshan.Protocols.Hj212;

/// <summary>The factor table.</summary>
public static class Hj212Factors
{
    private static readonly FrozenDictionary<string, Hj212Factor> ByCode = Load().ToFrozenDictionary(factor => factor.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Hj212Factor> ByOldCode = ByCode.Values
        .Where(factor => factor.OldCode.Length > 0)
        .ToFrozenDictionary(factor => factor.OldCode, StringComparer.Ordinal);

    public static IReadOnlyList<Hj212Factor> All => ByCode.Values;

    /// <summary>The factor of a code of either edition; null for private and unknown codes.</summary>
    public static Hj212Factor? Find(string code) => ByCode.GetValueOrDefault(code) ?? ByOldCode.GetValueOrDefault(code);

    /// <summary>
    /// The unit of a value by the table of the edition whose code was sent: 024 is mg/L, w20117 μg/L. Empty where it is not known.
    /// The registry's unit of the outlet wins over it.
    /// </summary>
    public static string UnitOf(string code, Hj212Statistic statistic)
    {
        if (Find(code) is not { } factor)
            return "";
        var old = factor.Code != code;
        return statistic == Hj212Statistic.Total ? (old ? factor.OldTotalUnit : factor.TotalUnit) : (old ? factor.OldUnit : factor.Unit);
    }

    /// <summary>Whether the code has the form of a table of annex B that is not held here: a letter of the family and five digits (e01001).</summary>
    internal static bool IsOfFamily(string code) =>
        code.Length == 6 && !code.AsSpan(1).ContainsAnyExceptInRange('0', '9') && Hj212Catalogue.Find("family", code[..1]) is not null;

    private static IEnumerable<Hj212Factor> Load() => Hj212Data.Rows("hj212-factors.psv")
        .Select(row => new Hj212Factor(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9], row[10]));
}
