using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Qingshan.Transfers.Letters;

namespace Qingshan.Transfers.Tests.Letters;

/// <summary>A written letter, opened again as any other program would.</summary>
internal sealed class PrintedLetter : IDisposable
{
    private readonly MemoryStream bytes;
    private readonly WordprocessingDocument document;

    public PrintedLetter(TransferLetterContent content)
        : this(TransferLetter.Write(content))
    {
    }

    public PrintedLetter(byte[] letter)
    {
        bytes = new MemoryStream(letter);
        document = WordprocessingDocument.Open(bytes, isEditable: false);
    }

    public MainDocumentPart Main => document.MainDocumentPart!;

    public string Title => document.PackageProperties.Title!;

    public IReadOnlyList<Paragraph> Paragraphs => [.. Main.Document.Body!.Elements<Paragraph>()];

    public IReadOnlyList<Table> Tables => [.. Main.Document.Body!.Elements<Table>()];

    /// <summary>Violations of the Office 2019 schema, as text.</summary>
    public IReadOnlyList<string> Violations()
    {
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document);
        return [.. errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    /// <summary>Text of the paragraphs outside tables that have the style.</summary>
    public IReadOnlyList<string> Texts(string style) =>
        [.. Paragraphs.Where(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val == style).Select(paragraph => paragraph.InnerText)];

    /// <summary>Text of every cell, row by row.</summary>
    public static IReadOnlyList<string[]> Cells(Table table) =>
        [.. table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray())];

    public void Dispose()
    {
        document.Dispose();
        bytes.Dispose();
    }
}
