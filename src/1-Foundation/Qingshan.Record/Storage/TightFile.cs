using System.Text;

namespace Qingshan.Record.Storage;

/// <summary>Files that only their owner may read, written whole or not at all.</summary>
internal static class TightFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Replaces the file; when this returns, the new content is on disk under its name.</summary>
    public static void Write(string path, string text)
    {
        var folder = FolderOf(path);
        MakeFolder(folder);
        var fresh = path + ".new";
        using (var file = new FileStream(fresh, Options(FileMode.Create)))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
        FolderFlush.Flush(folder);
    }

    /// <summary>Adds to the end of the file; when this returns, the addition is on disk.</summary>
    public static void Append(string path, string text)
    {
        Touch(path);
        using var file = new FileStream(path, Options(FileMode.Append));
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Makes an empty file when there is none; when this returns, its name is on disk.</summary>
    public static void Touch(string path)
    {
        if (File.Exists(path))
            return;
        using (new FileStream(path, Options(FileMode.Append)))
        {
        }

        FolderFlush.Flush(FolderOf(path));
    }

    /// <summary>Throws when group or others may read the file.</summary>
    public static void Check(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
            throw new UnauthorizedAccessException($"{path} must be readable by its owner only (mode 600).");
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    // Each new folder is a name in the one above it.
    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        var above = Path.GetDirectoryName(folder)!;
        MakeFolder(above);
        Directory.CreateDirectory(folder);
        FolderFlush.Flush(above);
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }
}
