using System.Security.Cryptography;
using System.Text.Json;
using Qingshan.Record;
using Qingshan.Record.Attachments;
using Qingshan.Record.Reasons;

namespace Qingshan.Cases.Evidence;

/// <summary>A file that is about to come.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Type">Media type; see <see cref="EvidenceFileType.All"/>.</param>
public sealed record UploadDeclared(string Name, long Size, string Type);

/// <summary>How far an upload is.</summary>
/// <param name="Offset">Bytes received; the next part begins here.</param>
public sealed record UploadProgress(string Id, long Offset, long Size);

/// <summary>A file that was kept, byte for byte as it came.</summary>
/// <param name="Sha256">Its digest and its address in the store, 64 lower-case hex digits.</param>
public sealed record StoredEvidence(string Sha256, long Size, string Type, string Name);

/// <summary>
/// Keeps original evidence bytes under their SHA-256. A file comes in parts that survive a restart; it is hashed again on the server, its type is told by
/// its first bytes, and the same content is kept once. Which case a file belongs to is an entry of that case, not known here.
/// </summary>
public sealed class EvidenceStore : IAttachmentStore
{
    /// <summary>Largest part, in bytes.</summary>
    public const int MaxPart = 4 << 20;

    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(7);

    private readonly Ids ids;
    private readonly TimeProvider time;
    private readonly string kept;
    private readonly string parts;

    /// <summary>Opens the store in <c>DIR/evidence</c>, and drops uploads that nobody went on with for a week.</summary>
    public EvidenceStore(string dataFolder, Ids ids, TimeProvider time)
    {
        (this.ids, this.time) = (ids, time);
        kept = System.IO.Directory.CreateDirectory(Path.Combine(dataFolder, "evidence")).FullName;
        parts = System.IO.Directory.CreateDirectory(Path.Combine(kept, "parts")).FullName;
        DropForgotten();
    }

    /// <summary>Begins an upload; size and type are refused here, before a byte travels.</summary>
    /// <param name="person">Only this person may go on with it.</param>
    public Outcome<UploadProgress> Begin(UploadDeclared declared, string person)
    {
        if (Check(declared) is { } refusal)
            return refusal;
        var id = ids.New();
        File.WriteAllText(NotePath(id), JsonSerializer.Serialize(new Note(declared, person)));
        File.Create(PartPath(id)).Dispose();
        return new UploadProgress(id, 0, declared.Size);
    }

    /// <summary>How far an upload is, so that a browser can go on after a dropped line.</summary>
    public Outcome<UploadProgress> Progress(string id, string person) =>
        Find(id, person) is { } note ? new UploadProgress(id, new FileInfo(PartPath(id)).Length, note.Declared.Size) : EvidenceReasons.UploadUnknown.Refuse();

    /// <summary>Adds bytes at the given offset. A part that stops half-way counts as far as it came.</summary>
    public async Task<Outcome<UploadProgress>> AppendAsync(string id, string person, long offset, Stream part, CancellationToken cancel)
    {
        if (Find(id, person) is not { } note)
            return EvidenceReasons.UploadUnknown.Refuse();
        var file = TryOpen(PartPath(id));
        if (file is null)
            return EvidenceReasons.OffsetWrong.Refuse(("expected", new FileInfo(PartPath(id)).Length));
        await using (file)
        {
            if (file.Length != offset)
                return EvidenceReasons.OffsetWrong.Refuse(("expected", file.Length));
            file.Position = offset;
            return await CopyAsync(part, file, Math.Min(MaxPart, note.Declared.Size - offset), cancel)
                ? new UploadProgress(id, file.Length, note.Declared.Size)
                : EvidenceReasons.PartTooLarge.Refuse();
        }
    }

    /// <summary>Ends an upload: hashes what came, compares with the browser's digest and the declared type, and keeps it.</summary>
    public async Task<Outcome<StoredEvidence>> CompleteAsync(string id, string person, string sha256, CancellationToken cancel)
    {
        if (Find(id, person) is not { } note)
            return EvidenceReasons.UploadUnknown.Refuse();
        var (length, digest, head) = await ReadAsync(PartPath(id), cancel);
        if (length != note.Declared.Size)
            return EvidenceReasons.Incomplete.Refuse(("received", length), ("size", note.Declared.Size));
        var refusal = !string.Equals(digest, sha256, StringComparison.OrdinalIgnoreCase) ? EvidenceReasons.DigestDiffers.Refuse()
            : !EvidenceFileType.Find(note.Declared.Type)!.Matches(head) ? EvidenceReasons.TypeFalse.Refuse(("name", note.Declared.Name), ("type", note.Declared.Type))
            : null;
        if (refusal is null)
            Keep(id, digest);
        File.Delete(PartPath(id));
        File.Delete(NotePath(id));
        return refusal is null ? new StoredEvidence(digest, length, note.Declared.Type, note.Declared.Name) : refusal;
    }

    /// <inheritdoc/>
    public StoredFile? Find(string sha256)
    {
        if (!IsDigest(sha256) || !File.Exists(KeptPath(sha256)))
            return null;
        using var file = (FileStream)Open(sha256);
        var head = new byte[EvidenceFileType.HeadLength];
        var got = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var media = EvidenceFileType.All.FirstOrDefault(type => type.Matches(head.AsSpan(0, got)))?.Media ?? "application/octet-stream";
        return new StoredFile(sha256, file.Length, media);
    }

    /// <inheritdoc/>
    public Stream Open(string sha256) => new FileStream(KeptPath(sha256), FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <inheritdoc/>
    public StoredFile Put(ReadOnlySpan<byte> bytes, string mediaType)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var id = ids.New();
        File.WriteAllBytes(PartPath(id), bytes);
        Keep(id, digest);
        return new StoredFile(digest, bytes.Length, mediaType);
    }

    private static Refusal? Check(UploadDeclared declared)
    {
        if (string.IsNullOrWhiteSpace(declared.Name) || declared.Name.Length > 200 || declared.Name.Any(char.IsControl))
            return EvidenceReasons.NameInvalid.RefuseField("name");
        if (EvidenceFileType.Find(declared.Type) is not { } type)
            return EvidenceReasons.TypeNotAccepted.RefuseField("type", ("type", declared.Type));
        if (declared.Size <= 0)
            return EvidenceReasons.SizeInvalid.RefuseField("size");
        return declared.Size > type.MaxBytes
            ? EvidenceReasons.TooLarge.RefuseField("size", ("name", declared.Name), ("size", Megabytes(declared.Size)), ("limit", Megabytes(type.MaxBytes)))
            : null;
    }

    private static string Megabytes(long bytes) => FormattableString.Invariant($"{bytes / 1048576.0:0.#} MB");

    private Note? Find(string id, string person)
    {
        if (id.Length != 32 || !id.All(char.IsAsciiHexDigitLower) || !File.Exists(NotePath(id)))
            return null;
        return JsonSerializer.Deserialize<Note>(File.ReadAllText(NotePath(id))) is { } note && note.Person == person ? note : null;
    }

    // Two tabs may send the same part at once: the second is told where to go on.
    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<bool> CopyAsync(Stream from, FileStream to, long limit, CancellationToken cancel)
    {
        var (buffer, start) = (new byte[128 * 1024], to.Position);
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            if (to.Position - start + read > limit)
            {
                to.SetLength(start);
                return false;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return true;
    }

    private static async Task<(long Length, string Digest, byte[] Head)> ReadAsync(string path, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
        var head = new byte[EvidenceFileType.HeadLength];
        var got = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        file.Position = 0;
        return (file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)), head[..got]);
    }

    private void Keep(string id, string digest)
    {
        var target = KeptPath(digest);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using (var file = new FileStream(PartPath(id), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            file.Flush(flushToDisk: true);
        if (!File.Exists(target))
            File.Move(PartPath(id), target);
    }

    private void DropForgotten()
    {
        var limit = time.GetUtcNow() - Forgotten;
        foreach (var path in System.IO.Directory.EnumerateFiles(parts).Where(path => new DateTimeOffset(File.GetLastWriteTimeUtc(path)) < limit))
            File.Delete(path);
    }

    private static bool IsDigest(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private string KeptPath(string digest) =>
        IsDigest(digest) ? Path.Combine(kept, digest[..2], digest) : throw new ArgumentException("A file is named by its 64 lower-case hex digits.", nameof(digest));

    private string PartPath(string id) => Path.Combine(parts, id + ".part");

    private string NotePath(string id) => Path.Combine(parts, id + ".json");

    private sealed record Note(UploadDeclared Declared, string Person);
}
