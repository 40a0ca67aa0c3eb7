using Qingshan.Record.Canonical;
using Qingshan.Record.Entries;

namespace Qingshan.Record.Bundles;

/// <summary>Path, hash and size of one file.</summary>
internal sealed record FileLine(string Path, string Sha256, long Size);

/// <summary>The manifest: follows wholly from the other files, so that a verifier computes it anew and compares.</summary>
internal sealed record BundleManifest(
    IReadOnlyList<AttachmentName> Attachments, IReadOnlyList<FileLine> Files, int Format, IReadOnlyList<string> Streams, IReadOnlyList<string> Withheld)
{
    /// <summary>The manifest of these entries and files; an attachment that is named but not there is withheld.</summary>
    public static byte[] Write(IReadOnlyList<Envelope> entries, IReadOnlyCollection<FileLine> files)
    {
        var there = files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var named = entries.SelectMany(e => EntryContent.Attachments(e.Body)).Distinct()
            .OrderBy(a => a.Sha256, StringComparer.Ordinal).ThenBy(a => a.MediaType, StringComparer.Ordinal).ToList();
        return RecordJson.Write(new BundleManifest(
            [.. named.Where(a => there.Contains(BundleLayout.AttachmentPath(a.Sha256)))],
            [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)],
            BundleLayout.Format,
            [.. entries.Select(e => e.Stream.ToString()).Distinct().Order(StringComparer.Ordinal)],
            [.. named.Select(a => a.Sha256).Distinct().Where(a => !there.Contains(BundleLayout.AttachmentPath(a)))]));
    }
}

/// <summary>Why the entries are under the checkpoint, and earlier checkpoints too.</summary>
internal sealed record BundleProofs(IReadOnlyList<ConsistencyLine> Consistency, IReadOnlyList<InclusionLine> Inclusion);

/// <summary>The tree of the checkpoint begins with the tree of this size and root. Hashes are lower-case hex.</summary>
internal sealed record ConsistencyLine(IReadOnlyList<string> Path, string Root, long Size);

internal sealed record InclusionLine(IReadOnlyList<string> Path, long Position);

/// <summary>The disclosed keys.</summary>
internal sealed record BundleKeys(IReadOnlyList<KeyLine> Keys);

/// <summary>The key of one sealed text: its entry, its place in the body, the key in base64.</summary>
internal sealed record KeyLine(long Entry, string Key, string Pointer);
