namespace Qingshan.Cli;

/// <summary>A folder that is put in place whole or not at all.</summary>
internal static class WholeFolder
{
    public static void Remove(string folder)
    {
        if (System.IO.Directory.Exists(folder))
            System.IO.Directory.Delete(folder, recursive: true);
    }

    /// <summary>The name, or with a number behind it when it is taken: what was kept earlier stays.</summary>
    public static string Free(string name) =>
        Enumerable.Range(2, int.MaxValue - 2).Select(n => FormattableString.Invariant($"{name}-{n}")).Prepend(name).First(free => !Path.Exists(free));

    /// <summary>Puts a folder where another may stand; that one is kept under the name given, which must be free, and comes back when this fails.</summary>
    public static void PutInPlace(string fresh, string target, string kept)
    {
        var stood = System.IO.Directory.Exists(target);
        if (stood)
            System.IO.Directory.Move(target, kept);
        try
        {
            System.IO.Directory.Move(fresh, target);
        }
        catch when (stood)
        {
            System.IO.Directory.Move(kept, target);
            throw;
        }
    }
}
