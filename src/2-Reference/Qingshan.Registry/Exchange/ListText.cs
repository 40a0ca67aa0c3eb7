using System.Text;

namespace Qingshan.Registry.Exchange;

/// <summary>Several values in one cell: <c>trawl;pot</c>, and parts of a value: <c>浙普渔90001|2019-03-01|2021-06-30</c>. A backslash before <c>;</c>, <c>|</c> or itself keeps the sign.</summary>
internal static class ListText
{
    public const char Items = ';';
    public const char Parts = '|';

    /// <summary>Values as one text.</summary>
    public static string Join(char separator, IEnumerable<string> raw) => string.Join(separator, raw);

    /// <summary>The pieces between separators, still escaped; none for an empty text.</summary>
    public static IReadOnlyList<string> Split(string text, char separator)
    {
        if (text.Trim().Length == 0)
            return [];
        var (pieces, start) = (new List<string>(), 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == separator)
            {
                pieces.Add(text[start..i]);
                start = i + 1;
            }
        }

        pieces.Add(text[start..]);
        return pieces;
    }

    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var sign in value)
            (sign is '\\' or Items or Parts ? text.Append('\\') : text).Append(sign);
        return text.ToString();
    }

    public static string Unescape(string text)
    {
        var value = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            // A backslash before anything else is a backslash.
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is ('\\' or Items or Parts))
                i++;
            value.Append(text[i]);
        }

        return value.ToString();
    }
}
