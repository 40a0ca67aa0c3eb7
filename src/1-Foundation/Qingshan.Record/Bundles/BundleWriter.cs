using System.Text;
using Qingshan.Record.Canonical;
using Qingshan.Record.Checkpoints;
using Qingshan.Record.Entries;
using Qingshan.Record.Merkle;
using Qingshan.Record.Reasons;
using Qingshan.Record.Sealing;
using Qingshan.Record.Storage;

namespace Qingshan.Record.Bundles;

/// <summary>What a bundle is to hold.</summary>
/// <param name="Streams">The streams, each from its first entry on.</param>
/// <param name="OpenAttachment">The content of an attachment by its SHA-256; null withholds it, and the bundle says so.</param>
/// <param name="Disclose">The key of a sealed text (<see cref="Sealer.TextKey"/>) that is to be readable; null leaves it sealed.</param>
/// <param name="SeenSizes">Sizes of earlier checkpoints the receiver holds, beside those proved anyway.</param>
public sealed record BundleRequest(
    IReadOnlyList<StreamId> Streams, Func<string, Stream?> OpenAttachment, Func<SealedText, byte[]?> Disclose, IReadOnlyList<long>? SeenSizes = null);

/// <summary>What went out.</summary>
public sealed record BundleSummary(int Entries, int Attachments, int Withheld, int Disclosed, SignedCheckpoint Checkpoint);

/// <summary>
/// Writes streams of a record as a bundle: raw entries, proofs, the signed checkpoint, attachments, disclosed keys, a page for people, and a
/// manifest of it all. Nothing is signed: what was stored goes out. Attachments are found in the entries: every object of a body with the members
/// <c>sha256</c> and <c>mediaType</c>.
/// </summary>
public static class BundleWriter
{
    private const int ProvedCheckpoints = 500;

    /// <summary>
    /// Writes to a new or empty folder, or to a file ending in <c>.zip</c>, reading the record beside its writer. What stood there stays untouched on failure.
    /// </summary>
    /// <param name="recordFolder">The record's folder.</param>
    /// <param name="progress">Told the number of files written.</param>
    public static Outcome<BundleSummary> Write(string recordFolder, BundleRequest request, string path, IProgress<int>? progress = null)
    {
        using var store = SqliteStore.OpenReader(recordFolder);
        store.BeginRead();
        var stored = new List<StoredEntry>();
        foreach (var stream in request.Streams.Distinct())
        {
            var entries = store.StreamEntries(stream.ToString(), long.MaxValue);
            if (entries.Count == 0)
                return BundleReasons.NothingThere.Refuse(("stream", stream));
            stored.AddRange(entries);
        }

        var all = stored.Select(s => (Envelope: Envelope.Read(s.Bytes), s.Bytes)).OrderBy(e => e.Envelope.Position).ToList();
        var last = all.Count == 0 ? 0 : all[^1].Envelope.Position;
        if (CheckpointTable.Latest(store) is not { } signed || signed.Checkpoint.Size <= last)
            return BundleReasons.NotYetSigned.Refuse(("position", last));
        using var target = BundleTarget.Create(path);
        return Fill(target, store, request, [.. all.Select(e => e.Envelope)], [.. all.Select(e => e.Bytes)], signed, progress);
    }

    private static Outcome<BundleSummary> Fill(
        BundleTarget target, SqliteStore store, BundleRequest request, List<Envelope> entries, List<byte[]> bytes, SignedCheckpoint signed, IProgress<int>? progress)
    {
        var withheld = 0;
        var attachments = entries.SelectMany(e => EntryContent.Attachments(e.Body)).Select(a => a.Sha256).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var sha256 in attachments)
        {
            using var content = request.OpenAttachment(sha256);
            if (content is null)
                withheld++;
            else if (target.Add(BundleLayout.AttachmentPath(sha256), content) is not { } written)
                return BundleReasons.TooLargeForZip.Refuse();
            else if (written != sha256)
                return BundleReasons.AttachmentDamaged.Refuse(("sha256", sha256));
            progress?.Report(target.Files.Count);
        }

        var keys = Keys(entries, request.Disclose);
        var opened = keys.ToDictionary(k => (k.Entry, k.Pointer), k => Convert.FromBase64String(k.Key));
        var parts = entries.Select((e, i) => (Name: BundleLayout.EntryPath(e.Position), Content: bytes[i])).ToList();
        parts.Insert(0, (BundleLayout.Checkpoint, Encoding.UTF8.GetBytes(signed.Note)));
        parts.Add((BundleLayout.Index, Encoding.UTF8.GetBytes(BundleIndex.Render(entries, opened))));
        parts.Add((BundleLayout.Keys, RecordJson.Write(new BundleKeys(keys))));
        var proofs = RecordJson.Write(Proofs(store, entries, signed.Checkpoint, request.SeenSizes ?? []));
        var manifest = BundleManifest.Write(entries, [.. target.Files, .. parts.Append((BundleLayout.Proofs, proofs)).Select(Line)]);
        parts.Add((BundleLayout.Manifest, manifest));
        parts.Add((BundleLayout.Proofs, proofs));
        foreach (var (name, content) in parts)
        {
            if (target.Add(name, content) is null)
                return BundleReasons.TooLargeForZip.Refuse();
            progress?.Report(target.Files.Count);
        }

        return target.Finish()
            ? new BundleSummary(entries.Count, attachments.Count - withheld, withheld, keys.Count, signed)
            : BundleReasons.TooLargeForZip.Refuse();
    }

    private static FileLine Line((string Name, byte[] Content) part) =>
        new(part.Name, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(part.Content)), part.Content.Length);

    private static List<KeyLine> Keys(IEnumerable<Envelope> entries, Func<SealedText, byte[]?> disclose) =>
        [.. from entry in entries
            from found in EntryContent.SealedTexts(entry.Body)
            let key = disclose(found.Text)
            where key is not null && SealedBox.Open(found.Text, key) is not null
            select new KeyLine(entry.Position, Convert.ToBase64String(key), found.Pointer)];

    private static BundleProofs Proofs(SqliteStore store, List<Envelope> entries, Checkpoint checkpoint, IReadOnlyList<long> seenSizes)
    {
        var tree = new MerkleTree(store.Hashes);
        var sizes = Thin(CheckpointTable.Sizes(store)).Concat(seenSizes).Where(s => s > 0 && s < checkpoint.Size).Distinct().Order();
        return new(
            [.. sizes.Select(s => new ConsistencyLine(Hex(tree.Consistency(s, checkpoint.Size)), Convert.ToHexStringLower(tree.Root(s)), s))],
            [.. entries.Select(e => new InclusionLine(Hex(tree.Inclusion(e.Position, checkpoint.Size)), e.Position))]);
    }

    /// <summary>The newest checkpoints, and of the older ones as many again, evenly.</summary>
    private static IEnumerable<long> Thin(IReadOnlyList<long> sizes)
    {
        var older = Math.Max(0, sizes.Count - ProvedCheckpoints);
        var step = Math.Max(1, older / ProvedCheckpoints);
        return sizes.Where((_, i) => i >= older || i % step == 0);
    }

    private static List<string> Hex(IReadOnlyList<byte[]> hashes) => [.. hashes.Select(Convert.ToHexStringLower)];
}
