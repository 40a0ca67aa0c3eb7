namespace Qingshan.Protocols.Hj212;

/// <summary>
/// Infers the edition from at least two signs that agree. The version bits of Flag are never enough: value 2 is sent both for the 2025 edition and for surface-water stations.
/// </summary>
public static class Hj212Version
{
    private const int LongMn = 24;
    private const int ShortMn = 14;

    private enum CodeForm
    {
        None,
        Old,
        New,
        Other,
    }

    public static Hj212Edition Infer(in Hj212Segment segment)
    {
        var version = segment.Flag?.Version;
        var codes = CodesOf(segment.Items);
        var mn = segment.Mn.Length;
        var only2025 = SignsOf2025(segment);
        var inside = segment.Qn.IsEmpty && !segment.Value("QN"u8).IsEmpty;
        return new Hj212Edition(Decide(version, codes, mn, only2025.Length > 0, inside), Describe(version, codes, mn, only2025, inside));
    }

    private static int? Decide(int? version, CodeForm codes, int mn, bool only2025, bool qnInside) => version switch
    {
        2 when only2025 => 2025,
        1 when codes == CodeForm.New || (codes != CodeForm.Old && mn == LongMn) => 2017,
        null or 0 when codes == CodeForm.Old || (codes != CodeForm.New && (mn == ShortMn || qnInside)) => 2005,
        _ => null,
    };

    private static string SignsOf2025(in Hj212Segment segment)
    {
        var signs = Hj212Codes.IsOnly2025(segment) ? "; system or command code new in 2025" : "";
        if (segment.Has(Hj212Field.Rf))
            signs += "; field RF, new in 2025";
        return segment.IsEncrypted ? signs + "; encrypted data area, new in 2025" : signs;
    }

    private static string Describe(int? version, CodeForm codes, int mn, string only2025, bool qnInside)
    {
        var flag = version is null ? "no Flag" : $"Flag version bits {version}";
        var form = codes switch
        {
            CodeForm.New => "; factor codes in the form of 2017 and later",
            CodeForm.Old => "; factor codes in the form of 2005",
            CodeForm.Other => "; no standard factor code",
            _ => "; no factor code",
        };
        var inside = qnInside ? "; QN inside the data area" : "";
        return $"{flag}{form}; MN of {mn} characters{only2025}{inside}";
    }

    private static CodeForm CodesOf(Hj212Items items)
    {
        var form = CodeForm.None;
        foreach (var item in items)
        {
            var dash = item.Key.IndexOf((byte)'-');
            if (dash <= 0)
                continue;
            var seen = FormOf(item.Key[..dash]);
            if (seen == CodeForm.New)
                return seen;
            if (form is CodeForm.None or CodeForm.Other)
                form = seen;
        }

        return form;
    }

    /// <summary>
    /// Since 2017: a small letter for the medium and five digits (w01018); some senders write fewer digits. 2005: three or two characters, the last ones digits (011, B01, 02).
    /// </summary>
    private static CodeForm FormOf(ReadOnlySpan<byte> code)
    {
        if (code.Length >= 3 && char.IsAsciiLetterLower((char)code[0]) && Hj212Text.IsDigits(code[1..]))
            return CodeForm.New;
        var old = code.Length is 2 or 3 && Hj212Text.IsDigits(code[1..]) && (char.IsAsciiDigit((char)code[0]) || code[0] is (byte)'B' or (byte)'S');
        return old ? CodeForm.Old : CodeForm.Other;
    }
}
