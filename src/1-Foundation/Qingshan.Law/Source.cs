using System.Text.RegularExpressions;

namespace Qingshan.Law;

/// <summary>A source of law: its number or short title as cited, and its full titles.</summary>
public sealed record Source(string Id, string Zh, string ShortEn, string En);

/// <summary>Says "第一条第二款第（三）项" as "art. 1 para. 2 item (3)".</summary>
internal static partial class ArticleWords
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>What a row says whose source was seen without its articles.</summary>
    public const string NotSeen = "条文未见";

    public static string English(string article) => article == NotSeen ? "(article not seen)" : Part().Replace(article, match => match.Groups["unit"].Value switch
    {
        "条" => $"art. {Number(match)}",
        "款" => $" para. {Number(match)}",
        _ => $" item ({Number(match)})",
    }).Replace("、", ",", StringComparison.Ordinal).Replace(", ", ",", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal);

    private static int Number(Match match)
    {
        var (total, digit) = (0, 0);
        foreach (var character in match.Groups["number"].Value)
        {
            if (Digits.IndexOf(character, StringComparison.Ordinal) is >= 0 and var value)
            {
                digit = value;
                continue;
            }

            total += Math.Max(digit, 1) * (character == '百' ? 100 : 10);
            digit = 0;
        }

        return total + digit;
    }

    [GeneratedRegex("第（?(?<number>[零一二三四五六七八九十百]+)）?(?<unit>[条款项])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
