namespace Qingshan.TestKit;

/// <summary>Conformance data from outside the repository: <c>../shared/data</c> beside the checkout. It may be missing; a test that needs it then skips visibly.</summary>
public static class SharedData
{
    /// <summary>The checkout's root: the nearest parent folder that holds <c>Qingshan.slnx</c>.</summary>
    public static string RepositoryRoot { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Path(string relative) =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot, "..", "shared", "data", relative));

    public static bool Exists(string relative) => File.Exists(Path(relative)) || System.IO.Directory.Exists(Path(relative));

    private static string FindRoot(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Qingshan.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside a checkout: Qingshan.slnx was not found.");
    }
}
