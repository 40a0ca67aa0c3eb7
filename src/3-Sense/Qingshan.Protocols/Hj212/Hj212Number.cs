namespace Qingshan.Protocols.Hj212;

/// <summary>A decimal number kept exactly: <c>Unscaled × 10^−Scale</c>.</summary>
public readonly record struct Hj212Number(long Unscaled, int Scale)
{
    private const int MaxDigits = 18;

    public decimal Value
    {
        get
        {
            var size = Math.Abs(Unscaled);
            return new decimal(unchecked((int)size), unchecked((int)(size >> 32)), 0, Unscaled < 0, (byte)Scale);
        }
    }

    /// <summary>Reads an optional sign, digits and at most one point; at most 18 digits. No exponent, no blank, no "NaN".</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Hj212Number number)
    {
        number = default;
        var at = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        var point = -1;
        var digits = 0;
        long sum = 0;
        for (var i = at; i < text.Length; i++)
        {
            var digit = text[i] - '0';
            if (text[i] == '.' && point < 0)
            {
                point = i;
                continue;
            }

            if (digit is < 0 or > 9 || ++digits > MaxDigits)
                return false;
            sum = sum * 10 + digit;
        }

        if (digits == 0)
            return false;
        number = new Hj212Number(text[0] == '-' ? -sum : sum, point < 0 ? 0 : text.Length - 1 - point);
        return true;
    }
}
