using System.Security.Cryptography;
using Qingshan.Record;
using Qingshan.Record.Attachments;
using Qingshan.Record.Reasons;
using Qingshan.Record.Storage;

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

    private readonly Ids ids;
    private readonly string kept;
    private readonly OpenUploads open;

    /// <summary>Opens the store in <c>DIR/evidence</c>, and drops uploads that nobody went on with for a week.</summary>
    /// <param name="free">How much room the disk has; the operating system's answer where none is given.</param>
    public EvidenceStore(string dataFolder, Ids ids, TimeProvider time, FreeSpace? free = null)
    {
        this.ids = ids;
        kept = System.IO.Directory.CreateDirectory(Path.Combine(dataFolder, "evidence")).FullName;
        open = new OpenUploads(Path.Combine(kept, "parts"), time, free ?? Disk.Free);
    }

    /// <summary>Begins an upload; size, type, and what the person or the disk has no room for are refused here, before a byte travels.</summary>
    /// <param name="person">Only this person may go on with it.</param>
    public Outcome<UploadProgress> Begin(UploadDeclared declared, string person)
    {
        if (Check(declared) is { } refusal)
            return refusal;
        var id = ids.New();
        return open.Begin(id, declared, person) is { } full ? full : new UploadProgress(id, 0, declared.Size);
    }

    /// <summary>How far an upload is, so that a browser can go on after a dropped line.</summary>
    public Outcome<UploadProgress> Progress(string id, string person) =>
        open.Find(id, person) is { } note ? new UploadProgress(id, open.Received(id, note), note.Declared.Size) : EvidenceReasons.UploadUnknown.Refuse();

    /// <summary>Adds bytes at the given offset. A part that stops half-way counts as far as it came.</summary>
    public async Task<Outcome<UploadProgress>> AppendAsync(string id, string person, long offset, Stream part, CancellationToken cancel)
    {
        if (open.Find(id, person) is not { } note)
            return EvidenceReasons.UploadUnknown.Refuse();
        var most = Math.Min(MaxPart, note.Declared.Size - offset);
        if (open.NoRoomFor(most) is { } full)
            return full;
        var file = TryOpen(open.PartPath(id));
        if (file is null)
            return EvidenceReasons.OffsetWrong.Refuse(("expected", open.Received(id, note)));
        try
        {
            await using (file)
            {
                if (file.Length != offset)
                    return EvidenceReasons.OffsetWrong.Refuse(("expected", file.Length));
                file.Position = offset;
                return await CopyAsync(part, file, most, cancel)
                    ? new UploadProgress(id, file.Length, note.Declared.Size)
                    : EvidenceReasons.PartTooLarge.Refuse();
            }
        }
        finally
        {
            open.Touch(id);
        }
    }

    /// <summary>Ends an upload: hashes what came, compares with the browser's digest and the declared type, and keeps it.</summary>
    public async Task<Outcome<StoredEvidence>> CompleteAsync(string id, string person, string sha256, CancellationToken cancel)
    {
        if (open.Find(id, person) is not { } note)
            return EvidenceReasons.UploadUnknown.Refuse();
        if (!File.Exists(open.PartPath(id)))
            return AlreadyKept(id, note, sha256.ToLowerInvariant());
        var (length, digest, head) = await ReadAsync(open.PartPath(id), cancel);
        if (length != note.Declared.Size)
            return EvidenceReasons.Incomplete.Refuse(("received", length), ("size", note.Declared.Size));
        var refusal = !string.Equals(digest, sha256, StringComparison.OrdinalIgnoreCase) ? EvidenceReasons.DigestDiffers.Refuse()
            : !EvidenceFileType.Find(note.Declared.Type)!.Matches(head) ? EvidenceReasons.TypeFalse.Refuse(("name", note.Declared.Name), ("type", note.Declared.Type))
            : null;
        if (refusal is null)
            Keep(id, digest);
        open.End(id);
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
        File.WriteAllBytes(open.PartPath(id), bytes);
        Keep(id, digest);
        open.End(id);
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

    /// <summary>A crash came between keeping the file and forgetting the upload: what the browser asks for again is done.</summary>
    private Outcome<StoredEvidence> AlreadyKept(string id, UploadNote note, string digest)
    {
        open.End(id);
        return Find(digest) is { } file && file.Length == note.Declared.Size
            ? new StoredEvidence(digest, file.Length, note.Declared.Type, note.Declared.Name)
            : EvidenceReasons.UploadUnknown.Refuse();
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

    /// <summary>When this returns, the bytes, their name and the folder it stands in are on the disk: an entry will name them.</summary>
    private void Keep(string id, string digest)
    {
        var target = KeptPath(digest);
        var folder = Path.GetDirectoryName(target)!;
        System.IO.Directory.CreateDirectory(folder);
        FolderFlush.Flush(kept);
        using (var file = new FileStream(open.PartPath(id), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            file.Flush(flushToDisk: true);
        if (!File.Exists(target))
            File.Move(open.PartPath(id), target);
        FolderFlush.Flush(folder);
    }

    private static bool IsDigest(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private string KeptPath(string digest) =>
        IsDigest(digest) ? Path.Combine(kept, digest[..2], digest) : throw new ArgumentException("A file is named by its 64 lower-case hex digits.", nameof(digest));
}
