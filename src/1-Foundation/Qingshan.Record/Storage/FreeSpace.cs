namespace Qingshan.Record.Storage;

/// <summary>Says how many bytes may still be written where a folder lies. Replaced in tests.</summary>
public delegate long FreeSpace(string folder);

/// <summary>What the operating system says about the disk.</summary>
public static class Disk
{
    /// <summary>Bytes that this process's user may still write on the file system of the folder.</summary>
    public static long Free(string folder) => new DriveInfo(folder).AvailableFreeSpace;
}
