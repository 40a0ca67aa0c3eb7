using DocumentFormat.OpenXml.Wordprocessing;

namespace Qingshan.Transfers.Letters;

/// <summary>A paragraph style of the letter.</summary>
/// <param name="Id">Id that paragraphs name.</param>
/// <param name="Name">Name shown to people who edit the letter.</param>
/// <param name="Font">Chinese type face.</param>
/// <param name="HalfPoints">Size: 44 is 2号, 32 is 3号, 28 is 4号, 24 is 小四.</param>
/// <param name="Line">Exact line height, twips.</param>
/// <param name="Align">Alignment.</param>
internal sealed record LetterStyle(string Id, string Name, string Font, int HalfPoints, int Line, JustificationValues Align)
{
    /// <summary>Indents the first line by two characters.</summary>
    public bool Indented { get; init; }

    /// <summary>Stays on the page of the following paragraph.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Level in the outline, from 0; null for text.</summary>
    public int? OutlineLevel { get; init; }

    /// <summary>Set 22 lines to the page; small type is not.</summary>
    public bool OnGrid { get; init; } = true;
}
