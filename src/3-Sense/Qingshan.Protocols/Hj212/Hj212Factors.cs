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

    private static IEnumerable<Hj212Factor> Load() => Hj212Data.Rows("hj212-factors.psv")
        .Select(row => new Hj212Factor(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8]));
}
