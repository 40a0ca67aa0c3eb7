using System.Globalization;
using System.Text;

namespace Qingshan.Transfers.Letters;

/// <summary>Numbers of articles as statutes write them: 338 is 三百三十八.</summary>
internal static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";
    private static readonly string[] Places = ["", "十", "百", "千"];

    /// <summary>A number from 1 to 9999 in Chinese; anything else is given back as it is.</summary>
    public static string Of(string article)
    {
        if (!int.TryParse(article, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 9999)
            return article;
        var (text, digits) = (new StringBuilder(), number.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[i] - '0';
            if (digit > 0)
                text.Append(Digits[digit]).Append(Places[digits.Length - 1 - i]);
            else if (digits[(i + 1)..].Trim('0').Length > 0 && text[^1] != Digits[0])
                text.Append(Digits[0]);
        }

        // Ten to nineteen drop the one: 十二, not 一十二.
        return number is >= 10 and < 20 ? text.ToString(1, text.Length - 1) : text.ToString();
    }
}
