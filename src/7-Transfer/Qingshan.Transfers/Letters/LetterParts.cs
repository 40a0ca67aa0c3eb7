using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Wordprocessing;
using NodaTime.Text;

namespace Qingshan.Transfers.Letters;

/// <summary>The parts of the letter: text, styles, fonts, settings, page numbers, properties.</summary>
internal static class LetterParts
{
    public const string OddFooterId = "rId4", EvenFooterId = "rId5";

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string PropertiesType = "application/vnd.openxmlformats-package.core-properties+xml";
    private const string PropertiesReference = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    private const string Text = "word/document.xml";

    private static readonly XNamespace CoreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace DublinTerms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static IReadOnlyList<LetterPart> Of(TransferLetterContent content, Document document) =>
    [
        new(Text, Word + "document.main+xml", "", "rId1", Office + "officeDocument", document.WriteTo),
        new("docProps/core.xml", PropertiesType, "", "rId2", PropertiesReference, Properties(content).WriteTo),
        Inner("word/styles.xml", "styles+xml", "rId1", "styles", LetterStyles.Part().WriteTo),
        Inner("word/fontTable.xml", "fontTable+xml", "rId2", "fontTable", LetterFonts.Table().WriteTo),
        Inner("word/settings.xml", "settings+xml", "rId3", "settings", Settings().WriteTo),
        Inner("word/footer1.xml", "footer+xml", OddFooterId, "footer", LetterFooter.Odd().WriteTo),
        Inner("word/footer2.xml", "footer+xml", EvenFooterId, "footer", LetterFooter.Even().WriteTo),
    ];

    private static LetterPart Inner(string path, string type, string id, string reference, Action<XmlWriter> write) =>
        new(path, Word + type, Text, id, Office + reference, write);

    private static Settings Settings() => new(
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(
            new UseFarEastLayout(),
            new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });

    /// <summary>Created: midnight of the letter's date; the moment of printing is nowhere in the file.</summary>
    private static XElement Properties(TransferLetterContent content) => new(
        CoreProperties + "coreProperties",
        new XAttribute(XNamespace.Xmlns + "dcterms", DublinTerms),
        new XAttribute(XNamespace.Xmlns + "xsi", Instance),
        new XElement(DublinCore + "title", LetterText.Clean($"案件移送书 {content.Number}")),
        new XElement(DublinCore + "creator", LetterText.Clean(content.Agency)),
        new XElement(DublinCore + "language", "zh-CN"),
        new XElement(DublinTerms + "created", new XAttribute(Instance + "type", "dcterms:W3CDTF"), LocalDatePattern.Iso.Format(content.Date) + "T00:00:00Z"));
}
