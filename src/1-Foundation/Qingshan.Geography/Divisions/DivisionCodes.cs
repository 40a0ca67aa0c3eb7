namespace Qingshan.Geography.Divisions;

/// <summary>What a code of GB/T 2260 says by its digits alone, for codes of any province.</summary>
public static class DivisionCodes
{
    public static bool IsCode(string text) => text.Length == 6 && text.All(char.IsAsciiDigit) && !text.StartsWith("00", StringComparison.Ordinal);

    /// <summary>True for the division itself and everything below it.</summary>
    public static bool IsWithin(string code, string ancestor) => code.StartsWith(Stem(ancestor), StringComparison.Ordinal);

    /// <summary>The level that the trailing pairs of zeros tell.</summary>
    public static DivisionLevel Level(string code) => Stem(code).Length switch
    {
        2 => DivisionLevel.Province,
        4 => DivisionLevel.Prefecture,
        _ => DivisionLevel.County,
    };

    private static string Stem(string code) =>
        code.EndsWith("0000", StringComparison.Ordinal) ? code[..2] :
        code.EndsWith("00", StringComparison.Ordinal) ? code[..4] : code;
}
