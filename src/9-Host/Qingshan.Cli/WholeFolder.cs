namespace Qingshan.Cli;

/// <summary>A folder that is put in place whole or not at all.</summary>
internal static class WholeFolder
{
    public static void Remove(string folder)
    {
        if (System.IO.Directory.Exists(folder))
            System.IO.Directory.Delete(folder, recursive: true);
    }

    /// <summary>Puts a folder where another stands; that one is kept under the name given, in place of what was kept there.</summary>
    public static void PutInPlace(string fresh, string target, string kept)
    {
        if (System.IO.Directory.Exists(target))
        {
            Remove(kept);
            System.IO.Directory.Move(target, kept);
        }

        System.IO.Directory.Move(fresh, target);
    }
}
