namespace Qingshan.Browser.Tests.Browsing;

/// <summary>Where pictures go, and where the parts from npm are: both in the repository's own folders that are not committed.</summary>
internal static class Artifacts
{
    public static string Repository { get; } = FindRepository();

    public static string Screenshots { get; } = System.IO.Directory.CreateDirectory(Path.Combine(Repository, "artifacts", "screenshots")).FullName;

    /// <summary>The accessibility checker.</summary>
    public static string Axe { get; } = Path.Combine(Repository, "node_modules", "axe-core", "axe.min.js");

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Qingshan.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
