namespace Qingshan.Directory.Accounts;

/// <summary>Files that only their owner may read.</summary>
internal static class PrivateFile
{
    /// <summary>Opens or makes a file, and its folder, with mode 600.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return File.Open(path, options);
    }
}
