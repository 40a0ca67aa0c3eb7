using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Qingshan.Transfers.Letters;

/// <summary>Paragraphs and runs of the letter; every text of the content passes <see cref="Run"/>, which cleans it.</summary>
internal static class LetterParagraphs
{
    public static Paragraph Of(string style, string text) => Of(style, Run(text));

    public static Paragraph Of(string style, params Run[] runs) =>
        Of(new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } }, runs);

    public static Paragraph Of(ParagraphProperties properties, params Run[] runs) => new(runs.Prepend<OpenXmlElement>(properties));

    public static Paragraph Blank() => Of(LetterStyles.Normal, []);

    /// <summary>A blank line that stays with what follows.</summary>
    public static Paragraph BoundBlank() => Bind(Blank());

    /// <summary>Keeps the paragraph whole and on the page of the next one.</summary>
    public static Paragraph Bind(Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        paragraph.ParagraphProperties.KeepLines = new KeepLines();
        return paragraph;
    }

    public static Run Run(string text) => new(new Text(LetterText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>An empty line of the given number of characters to write on by hand.</summary>
    public static Run Pen(int characters) =>
        new(
            new RunProperties { Underline = new Underline { Val = UnderlineValues.Single } },
            new Text(new string('\u3000', characters)) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>Two characters before the first line: by characters for Word, by length for programs that know only lengths.</summary>
    public static Indentation FirstLine() => new() { FirstLineChars = 200, FirstLine = LetterStyles.Text(2 * LetterLayout.CharacterPitch) };

    /// <summary>Indents all lines by characters of body text, the first one by <paramref name="hanging"/> fewer.</summary>
    public static Indentation Hanging(int left, int hanging) => new()
    {
        LeftChars = left * 100,
        Left = LetterStyles.Text(left * LetterLayout.CharacterPitch),
        HangingChars = hanging * 100,
        Hanging = LetterStyles.Text(hanging * LetterLayout.CharacterPitch),
    };
}
