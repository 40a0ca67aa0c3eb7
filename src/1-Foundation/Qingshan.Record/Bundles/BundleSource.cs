namespace Qingshan.Record.Bundles;

/// <summary>The files of a bundle, in a folder or a ZIP, opened for checking.</summary>
internal abstract class BundleSource : IDisposable
{
    /// <summary>All files there are, by name.</summary>
    public abstract IReadOnlyCollection<string> Paths { get; }

    public abstract long Size(string path);

    public abstract Stream Open(string path);

    /// <summary>Opens a bundle; null and the problem when it is none, or holds anything that a bundle does not have.</summary>
    public static BundleSource? TryOpen(string path, out string? problem)
    {
        if (Directory.Exists(path))
            return FolderSource.TryOpen(path, out problem);
        problem = "no such file or folder";
        return File.Exists(path) ? ZipSource.TryOpen(path, out problem) : null;
    }

    public byte[] ReadAll(string path)
    {
        using var stream = Open(path);
        var bytes = new byte[Size(path)];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public abstract void Dispose();
}

internal sealed class FolderSource(string root, IReadOnlyCollection<string> paths) : BundleSource
{
    public override IReadOnlyCollection<string> Paths => paths;

    public static new FolderSource? TryOpen(string root, out string? problem)
    {
        var paths = new List<string>();
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 };
        foreach (var item in new DirectoryInfo(root).EnumerateFileSystemInfos("*", everything))
        {
            var path = Path.GetRelativePath(root, item.FullName).Replace('\\', '/');
            problem = "extra file: " + path;
            if (item.LinkTarget is not null || !(item is DirectoryInfo ? path is "entries" or "attachments" : BundleLayout.IsAllowed(path)))
                return null;
            if (item is FileInfo)
                paths.Add(path);
        }

        problem = null;
        return new(root, paths);
    }

    public override long Size(string path) => new FileInfo(Path.Combine(root, path)).Length;

    public override Stream Open(string path) => File.OpenRead(Path.Combine(root, path));

    public override void Dispose()
    {
    }
}

internal sealed class ZipSource : BundleSource
{
    private readonly FileStream zip;
    private readonly Dictionary<string, StoredZip.Member> members;

    private ZipSource(FileStream zip, IReadOnlyList<StoredZip.Member> members) =>
        (this.zip, this.members) = (zip, members.ToDictionary(m => m.Name, StringComparer.Ordinal));

    public override IReadOnlyCollection<string> Paths => members.Keys;

    public static new ZipSource? TryOpen(string path, out string? problem)
    {
        var zip = File.OpenRead(path);
        var members = StoredZip.TryRead(zip, out problem);
        if (members is not null && members.Zip(members.Skip(1)).Any(pair => string.CompareOrdinal(pair.First.Name, pair.Second.Name) >= 0))
            (members, problem) = (null, "ZIP: members are not in order, or one is there twice");
        if (members is not null)
            return new(zip, members);
        zip.Dispose();
        return null;
    }

    public override long Size(string path) => members[path].Size;

    public override Stream Open(string path) => new MemberStream(zip, members[path].DataOffset, members[path].Size);

    public override void Dispose() => zip.Dispose();
}

/// <summary>A part of a file, read once from start to end.</summary>
internal sealed class MemberStream(FileStream file, long start, long size) : Stream
{
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = RandomAccess.Read(file.SafeFileHandle, buffer.AsSpan(offset, (int)Math.Min(count, size - position)), start + position);
        position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
