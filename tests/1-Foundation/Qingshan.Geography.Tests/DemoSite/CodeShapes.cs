using System.Text.RegularExpressions;

namespace Qingshan.Geography.Tests.DemoSite;

/// <summary>Shapes and check characters of the codes that the demo site carries.</summary>
internal static partial class CodeShapes
{
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string OrganisationAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly int[] CreditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1];
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>GB 32100-2015: the values weighted by 3^i modulo 31, the check character by 1, sum up to a multiple of 31.</summary>
    public static bool IsCreditCode(string code) =>
        code.Length == 18 && code.All(CreditAlphabet.Contains) && Sum(code, CreditAlphabet, CreditWeights) % 31 == 0;

    /// <summary>GB 11714-1997: eight characters and a check character, X for ten.</summary>
    public static bool IsOrganisationCode(string code)
    {
        var expected = (11 - (Sum(code[..8], OrganisationAlphabet, OrganisationWeights) % 11)) % 11;
        return code.Length == 9 && code[8] == "0123456789X"[expected];
    }

    /// <summary>HJ 608-2017: credit code, site sequence, one letter.</summary>
    public static bool IsPermitNumber(string number, string creditCode) => number.StartsWith(creditCode, StringComparison.Ordinal) && SiteAndLetter().IsMatch(number[creditCode.Length..]);

    /// <summary>HJ 212-2017: 24 hexadecimal digits.</summary>
    public static bool IsMn(string mn) => Mn().IsMatch(mn);

    private static int Sum(string code, string alphabet, int[] weights) => code.Select((c, i) => alphabet.IndexOf(c, StringComparison.Ordinal) * weights[i]).Sum();

    [GeneratedRegex("^[0-9]{3}[A-Z]$")]
    private static partial Regex SiteAndLetter();

    [GeneratedRegex("^[0-9A-F]{24}$")]
    private static partial Regex Mn();
}
