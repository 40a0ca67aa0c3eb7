using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Qingshan.Record.Canonical;
using Qingshan.Record.Checkpoints;
using Qingshan.Record.Entries;
using Qingshan.Record.Merkle;
using Qingshan.Record.Sealing;

namespace Qingshan.Record.Bundles;

/// <summary>What a verification says.</summary>
/// <param name="Verified">True when everything holds and the signer is pinned.</param>
/// <param name="Line">One line for people: what was verified, or the first thing that is wrong and where.</param>
/// <param name="Withheld">Attachments that entries name and the bundle leaves out, openly.</param>
public sealed record Verification(bool Verified, string Line, int Withheld = 0);

/// <summary>
/// Checks a bundle offline, every byte of it: each file follows from the entries, and the entries follow from a checkpoint that a pinned operator
/// signed and pinned witnesses co-signed. Never throws on input.
/// </summary>
public static class BundleVerifier
{
    /// <summary>Verifies.</summary>
    /// <param name="path">A folder, or a ZIP as <see cref="BundleWriter"/> makes it.</param>
    /// <param name="trust">Pinned keys; null when none are, and then the answer is never "verified".</param>
    /// <param name="seen">Earlier checkpoints of the same log that the verifier holds: the log must have only grown since.</param>
    public static Verification Verify(string path, Trust? trust, IReadOnlyList<SignedCheckpoint> seen)
    {
        try
        {
            using var source = BundleSource.TryOpen(path, out var problem);
            return source is null ? new(false, problem!) : new BundleCheck(source, trust, seen).Run();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new(false, "cannot be read: " + unreadable.Message);
        }
    }
}

/// <summary>One run over one bundle. Each step gives the first problem it finds, or null.</summary>
internal sealed class BundleCheck(BundleSource source, Trust? trust, IReadOnlyList<SignedCheckpoint> seen)
{
    private const int TextLimit = 256 << 20;
    private readonly List<Envelope> entries = [];
    private readonly List<byte[]> hashes = [];
    private readonly List<FileLine> files = [];
    private readonly Dictionary<(long Position, string Pointer), byte[]> keys = [];
    private SignedCheckpoint signed = null!;
    private BundleProofs proofs = null!;

    private Checkpoint Checkpoint => signed.Checkpoint;

    public Verification Run()
    {
        var problem = CheckFiles() ?? ReadEntries() ?? CheckChains() ?? ReadCheckpoint() ?? CheckProofs()
            ?? CheckKeys() ?? CheckIndex() ?? CheckManifest() ?? CheckSeen() ?? CheckSigners();
        if (problem is not null)
            return new(false, problem);
        var named = entries.SelectMany(e => EntryContent.Attachments(e.Body)).Select(a => a.Sha256).Distinct().Count();
        var attachments = files.Count(f => f.Path.StartsWith("attachments/", StringComparison.Ordinal));
        if (trust is null)
            return new(false, "consistent, but signer unknown", named - attachments);
        var signer = trust.Operators.First(signed.IsSignedBy).Name;
        var witnesses = string.Join(", ", trust.Witnesses.Where(signed.IsSignedBy).Select(w => w.Name).DefaultIfEmpty("nobody"));
        return new(
            true,
            FormattableString.Invariant($"verified: {entries.Count} entries, {attachments} attachments, signed by {signer}, witnessed by {witnesses}"),
            named - attachments);
    }

    private string? CheckFiles()
    {
        if (BundleLayout.Always.FirstOrDefault(p => !source.Paths.Contains(p)) is { } missing)
            return "missing file: " + missing;
        if (source.Paths.FirstOrDefault(p => !p.StartsWith("attachments/", StringComparison.Ordinal) && source.Size(p) > TextLimit) is { } large)
            return "too large: " + large;
        if (Read<BundleManifest>(BundleLayout.Manifest) is not { } manifest)
            return "manifest.json: malformed";
        var listed = manifest.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        if (source.Paths.FirstOrDefault(p => p != BundleLayout.Manifest && !listed.Contains(p)) is { } extra)
            return "extra file: " + extra;
        if (listed.FirstOrDefault(p => !source.Paths.Contains(p)) is { } absent)
            return "missing file: " + absent;
        foreach (var line in manifest.Files)
        {
            using var content = source.Open(line.Path);
            var actual = new FileLine(line.Path, Convert.ToHexStringLower(SHA256.HashData(content)), source.Size(line.Path));
            if (actual != line)
                return line.Path + ": not the content that the manifest lists";
            files.Add(actual);
        }

        return null;
    }

    private string? ReadEntries()
    {
        foreach (var path in source.Paths.Where(p => p.StartsWith("entries/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var bytes = source.ReadAll(path);
            if (Envelope.TryRead(bytes, out var problem) is not { } entry)
                return $"{path}: {problem}";
            if (BundleLayout.EntryPath(entry.Position) != path)
                return $"{path}: it says position {entry.Position}";
            entries.Add(entry);
            hashes.Add(MerkleHash.Leaf(bytes));
        }

        return entries.Count == 0 ? "there are no entries" : null;
    }

    private string? CheckChains()
    {
        var ends = new Dictionary<StreamId, (long Version, string Hash)>();
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var (version, hash) = ends.GetValueOrDefault(entry.Stream, (0, ""));
            if (entry.Version != version + 1 || entry.Previous != hash)
                return $"{BundleLayout.EntryPath(entry.Position)}: it does not follow version {version} of {entry.Stream}";
            if (i > 0 && entry.RecordedAt < entries[i - 1].RecordedAt)
                return $"{BundleLayout.EntryPath(entry.Position)}: its recording time runs back";
            ends[entry.Stream] = (entry.Version, Convert.ToHexStringLower(hashes[i]));
        }

        foreach (var path in source.Paths.Where(p => p.StartsWith("attachments/", StringComparison.Ordinal)))
        {
            if (files.Find(f => f.Path == path)!.Sha256 != path["attachments/".Length..])
                return path + ": the content does not have this hash";
            if (!entries.SelectMany(e => EntryContent.Attachments(e.Body)).Any(a => BundleLayout.AttachmentPath(a.Sha256) == path))
                return path + ": no entry names it";
        }

        return null;
    }

    private string? ReadCheckpoint()
    {
        var bytes = source.ReadAll(BundleLayout.Checkpoint);
        signed = SignedCheckpoint.TryParse(Encoding.UTF8.GetString(bytes))!;
        return signed is not null && Encoding.UTF8.GetBytes(signed.Note).AsSpan().SequenceEqual(bytes) ? null : "checkpoint.txt: not a signed checkpoint";
    }

    private string? CheckProofs()
    {
        proofs = Read<BundleProofs>(BundleLayout.Proofs)!;
        if (proofs is null || !proofs.Inclusion.Select(p => p.Position).SequenceEqual(entries.Select(e => e.Position)))
            return "proofs.json: malformed, or not one proof for each entry";
        for (var i = 0; i < entries.Count; i++)
        {
            if (!MerkleProof.Includes(hashes[i], entries[i].Position, Checkpoint.Size, HashText.Parse(proofs.Inclusion[i].Path), Checkpoint.Root))
                return $"proofs.json: entry {entries[i].Position} is not shown to be under the checkpoint";
        }

        foreach (var line in proofs.Consistency)
        {
            if (!MerkleProof.Continues(line.Size, HashText.Parse([line.Root])[0], Checkpoint.Size, Checkpoint.Root, HashText.Parse(line.Path)))
                return $"proofs.json: the checkpoint is not shown to continue the one at {line.Size}";
        }

        return null;
    }

    private string? CheckKeys()
    {
        if (Read<BundleKeys>(BundleLayout.Keys) is not { } disclosed)
            return "keys.json: malformed";
        foreach (var line in disclosed.Keys)
        {
            var key = new byte[line.Key.Length];
            var texts = entries.Where(e => e.Position == line.Entry).SelectMany(e => EntryContent.SealedTexts(e.Body));
            var text = texts.FirstOrDefault(t => t.Pointer == line.Pointer).Text;
            if (text is null || !Convert.TryFromBase64String(line.Key, key, out var size) || Convert.ToBase64String(key.AsSpan(0, size)) != line.Key
                || SealedBox.Open(text, key[..size]) is null || !keys.TryAdd((line.Entry, line.Pointer), key[..size]))
                return $"keys.json: the key for entry {line.Entry}{line.Pointer} does not open it";
        }

        return null;
    }

    private string? CheckIndex() =>
        Encoding.UTF8.GetBytes(BundleIndex.Render(entries, keys)).AsSpan().SequenceEqual(source.ReadAll(BundleLayout.Index))
            ? null
            : "index.html: does not follow from the entries";

    private string? CheckManifest() =>
        BundleManifest.Write(entries, files).AsSpan().SequenceEqual(source.ReadAll(BundleLayout.Manifest)) ? null : "manifest.json: does not follow from the files";

    private string? CheckSeen()
    {
        foreach (var earlier in seen.Select(s => s.Checkpoint))
        {
            var proved = proofs.Consistency.Where(c => c.Size == earlier.Size).Select(c => HashText.Parse([c.Root])[0]);
            var holds = earlier.Size == Checkpoint.Size ? Checkpoint.Root : proved.FirstOrDefault();
            if (earlier.Origin != Checkpoint.Origin)
                return $"checkpoint.txt: the log is {Checkpoint.Origin}, the checkpoint seen is of {earlier.Origin}";
            if (holds is null)
                return $"proofs.json: no proof from the checkpoint seen at {earlier.Size} to this one at {Checkpoint.Size}; export again with it";
            if (!holds.AsSpan().SequenceEqual(earlier.Root))
                return $"checkpoint.txt: history was changed since the checkpoint seen at {earlier.Size}";
        }

        return null;
    }

    private string? CheckSigners()
    {
        if (trust is null)
            return null;
        if (!trust.Operators.Any(signed.IsSignedBy))
            return "checkpoint.txt: not signed by a pinned operator";
        if (seen.FirstOrDefault(s => !trust.Operators.Any(s.IsSignedBy)) is { } unsigned)
            return $"the checkpoint seen at {unsigned.Checkpoint.Size} is not signed by a pinned operator";
        foreach (var line in signed.Signatures.Skip(1))
        {
            if (trust.Witnesses.FirstOrDefault(w => w.Name == line.Name) is { } witness && !signed.IsSignedBy(witness))
                return $"checkpoint.txt: the signature of {line.Name} does not hold";
        }

        var witnessed = trust.Witnesses.Count(signed.IsSignedBy);
        return witnessed < trust.Quorum
            ? $"checkpoint.txt: {witnessed} of {trust.Witnesses.Count} pinned witnesses co-signed, {trust.Quorum} are needed; history may have been changed"
            : null;
    }

    /// <summary>Reads a file that must be exactly what its content writes; null when it is not.</summary>
    private T? Read<T>(string path)
        where T : class
    {
        var bytes = source.ReadAll(path);
        try
        {
            // No member of these files may be null; the serializer sees to members, but not to what stands in a list.
            if (HasNull(bytes))
                return null;
            return JsonSerializer.Deserialize<T>(bytes, RecordJson.Options) is { } value && RecordJson.Write(value).AsSpan().SequenceEqual(bytes) ? value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool HasNull(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null)
                return true;
        }

        return false;
    }
}
