using System.Globalization;
using System.Text;
using NodaTime;

namespace Qingshan.Transfers.Letters;

/// <summary>Texts made fit for print.</summary>
internal static class LetterText
{
    private const int FirstWideCharacter = 0x2E80;
    private static readonly char[] LineEnds = ['\r', '\n', '\u2028', '\u2029'];
    private static readonly char[] Stops = ['。', '；', '！', '？', '.', ';'];

    /// <summary>
    /// The text on one line, with U+FFFD for what XML cannot carry or nobody could read: control characters, lone surrogates, U+FFFE, U+FFFF.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(Printable(rune).ToString());
        return clean.ToString();
    }

    /// <summary>The paragraphs of a text that people typed: its lines without the empty ones.</summary>
    public static IReadOnlyList<string> Paragraphs(string text) => text.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Ends a sentence that was left open.</summary>
    public static string Sentence(string text) => text.Trim() is var trimmed && trimmed.Length > 0 && Stops.Contains(trimmed[^1]) ? trimmed : trimmed + "。";

    /// <summary>All names, or from four on the first and their number.</summary>
    public static string Names(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "（当事人待查）",
        <= 3 => string.Join("、", names),
        _ => string.Create(CultureInfo.InvariantCulture, $"{names[0]}等{names.Count}名当事人"),
    };

    /// <summary>A date as official letters write it: Arabic figures, no leading zeros.</summary>
    public static string Date(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");

    /// <summary>Width in half characters: a Chinese character counts two, a Latin letter or a figure one.</summary>
    public static int HalfWidth(string text) => text.EnumerateRunes().Sum(rune => rune.Value < FirstWideCharacter ? 1 : 2);

    private static Rune Printable(Rune rune) => rune.Value switch
    {
        '\t' or '\r' or '\n' or 0x2028 or 0x2029 => new Rune(' '),
        0xFFFE or 0xFFFF => Rune.ReplacementChar,
        _ => Rune.IsControl(rune) ? Rune.ReplacementChar : rune,
    };
}
