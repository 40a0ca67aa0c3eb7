using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Qingshan.Transfers.Letters;

/// <summary>A part of the package.</summary>
/// <param name="Path">Path inside the package, without a leading slash.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Owner">Path of the part that refers to it; empty for the package itself.</param>
/// <param name="Id">Id of that reference.</param>
/// <param name="Relationship">Type of that reference.</param>
/// <param name="Write">Writes the root element.</param>
internal sealed record LetterPart(string Path, string ContentType, string Owner, string Id, string Relationship, Action<XmlWriter> Write);

/// <summary>
/// Writes an OPC package (ISO/IEC 29500-2) whose bytes depend on its parts alone. System.IO.Packaging would stamp each entry with the time of day,
/// and the Open XML SDK would draw random reference ids.
/// </summary>
internal static class LetterPackage
{
    private const string RelationshipsType = "application/vnd.openxmlformats-package.relationships+xml";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The first moment that a ZIP entry can carry.</summary>
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyList<LetterPart> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes(parts).WriteTo);
            foreach (var owned in parts.GroupBy(part => part.Owner))
                Add(zip, RelationshipsPath(owned.Key), References(owned).WriteTo);
            foreach (var part in parts)
                Add(zip, part.Path, part.Write);
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string path, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = EntryTime;
        using var stream = entry.Open();
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        writer.WriteStartDocument(standalone: true);
        write(writer);
    }

    private static XElement ContentTypes(IEnumerable<LetterPart> parts) => new(
        Types + "Types",
        new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", RelationshipsType)),
        parts.Select(part => new XElement(
            Types + "Override", new XAttribute("PartName", "/" + part.Path), new XAttribute("ContentType", part.ContentType))));

    private static XElement References(IGrouping<string, LetterPart> owned) => new(
        Relationships + "Relationships",
        owned.Select(part => new XElement(
            Relationships + "Relationship",
            new XAttribute("Id", part.Id), new XAttribute("Type", part.Relationship), new XAttribute("Target", "/" + part.Path))));

    private static string RelationshipsPath(string owner)
    {
        var slash = owner.LastIndexOf('/') + 1;
        return $"{owner[..slash]}_rels/{owner[slash..]}.rels";
    }
}
