using Qingshan.Record.Reasons;

namespace Qingshan.Registry.Codes;

/// <summary>排污许可证编号 (HJ 608-2017): credit code, site number of three digits, and a letter, whose meaning the sources disagree on and which is therefore not computed.</summary>
public static class PermitNumber
{
    public const int Length = 22;

    /// <summary>Null when the number is well formed; otherwise what is wrong with it.</summary>
    public static Refusal? Check(string text)
    {
        if (text.Length != Length)
            return RegistryReasons.PermitNumberLength.Refuse(("length", text.Length));
        if (CreditCode.Check(Owner(text)) is { } refusal)
            return refusal;
        var sequence = text[CreditCode.Length..^1];
        if (!sequence.All(char.IsAsciiDigit))
            return RegistryReasons.PermitNumberSequence.Refuse(("sequence", sequence));
        return char.IsAsciiLetterUpper(text[^1]) ? null : RegistryReasons.PermitNumberLetter.Refuse(("letter", text[^1]));
    }

    /// <summary>Null when the number is well formed and belongs to the firm with this credit code.</summary>
    public static Refusal? Check(string text, string creditCode) =>
        Check(text) ?? (Owner(text) == creditCode ? null : RegistryReasons.PermitNumberOwner.Refuse(("owner", Owner(text)), ("code", creditCode)));

    private static string Owner(string text) => text[..CreditCode.Length];
}
