using Qingshan.Record.Reasons;

namespace Qingshan.Registry.Codes;

/// <summary>统一社会信用代码: unified social credit code (GB 32100-2015).</summary>
public static class CreditCode
{
    public const int Length = 18;

    // Without I, O, S, V and Z; the place of a sign is its value.
    private const string Signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>Null when the code is well formed and its check character fits; otherwise what is wrong with it.</summary>
    public static Refusal? Check(string text)
    {
        if (text.Length != Length)
            return RegistryReasons.CreditCodeLength.Refuse(("length", text.Length));
        for (var i = 0; i < Length; i++)
        {
            if (!Signs.Contains(text[i], StringComparison.Ordinal))
                return RegistryReasons.CreditCodeCharacter.Refuse(("place", i + 1), ("character", text[i]));
        }

        var division = text[2..8];
        if (!division.All(char.IsAsciiDigit))
            return RegistryReasons.CreditCodeDivision.Refuse(("division", division));
        var expected = CheckCharacter(text);
        return expected == text[^1] ? null : RegistryReasons.CreditCodeCheck.Refuse(("expected", expected), ("actual", text[^1]));
    }

    private static char CheckCharacter(string text)
    {
        var (sum, weight) = (0, 1);
        foreach (var sign in text.AsSpan(0, Length - 1))
        {
            sum += Signs.IndexOf(sign, StringComparison.Ordinal) * weight;
            weight = weight * 3 % Signs.Length;
        }

        return Signs[(Signs.Length - (sum % Signs.Length)) % Signs.Length];
    }
}
