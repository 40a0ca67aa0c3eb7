using System.Security.Cryptography;

namespace Qingshan.Record.Bundles;

/// <summary>
/// Where a bundle is written: files come in order of name, and each is hashed on its way. Nothing stands under the final name before <see cref="Finish"/>.
/// </summary>
internal abstract class BundleTarget(string path) : IDisposable
{
    private readonly List<FileLine> files = [];

    /// <summary>The files written so far.</summary>
    public IReadOnlyList<FileLine> Files => files;

    protected string Path { get; } = path;

    protected string Fresh => Path + ".new";

    /// <summary>A ZIP when the name ends in <c>.zip</c>, else a folder.</summary>
    public static BundleTarget Create(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? new ZipTarget(path) : new FolderTarget(path);

    /// <summary>Writes a file and returns its hash; null when the form cannot hold it.</summary>
    public string? Add(string name, Stream content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long size = 0;
        var written = Write(name, content, part =>
        {
            hash.AppendData(part);
            size += part.Length;
        });
        var line = new FileLine(name, Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        files.Add(line);
        return written ? line.Sha256 : null;
    }

    public string? Add(string name, byte[] content) => Add(name, new MemoryStream(content));

    /// <summary>Puts the whole under its final name; false when the form cannot hold it.</summary>
    public abstract bool Finish();

    public abstract void Dispose();

    protected abstract bool Write(string name, Stream content, Action<ReadOnlySpan<byte>> seen);
}

internal sealed class ZipTarget : BundleTarget
{
    private readonly FileStream zip;
    private readonly List<StoredZip.Member> members = [];

    public ZipTarget(string path)
        : base(path) => zip = new(Fresh, FileMode.Create, FileAccess.ReadWrite);

    public override bool Finish()
    {
        if (!StoredZip.Finish(zip, members))
            return false;
        zip.Flush(flushToDisk: true);
        zip.Dispose();
        File.Move(Fresh, Path, overwrite: true);
        return true;
    }

    public override void Dispose()
    {
        zip.Dispose();
        File.Delete(Fresh);
    }

    protected override bool Write(string name, Stream content, Action<ReadOnlySpan<byte>> seen)
    {
        if (StoredZip.Add(zip, name, content, seen) is not { } member)
            return false;
        members.Add(member);
        return true;
    }
}

internal sealed class FolderTarget : BundleTarget
{
    public FolderTarget(string path)
        : base(path)
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new IOException($"{path} is not empty.");
        Discard();
        Directory.CreateDirectory(Fresh);
    }

    public override bool Finish()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path);
        Directory.Move(Fresh, Path);
        return true;
    }

    public override void Dispose() => Discard();

    protected override bool Write(string name, Stream content, Action<ReadOnlySpan<byte>> seen)
    {
        var path = System.IO.Path.Combine(Fresh, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew);
        var buffer = new byte[1 << 16];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            seen(buffer.AsSpan(0, read));
            file.Write(buffer, 0, read);
        }

        return true;
    }

    private void Discard()
    {
        if (Directory.Exists(Fresh))
            Directory.Delete(Fresh, recursive: true);
    }
}
