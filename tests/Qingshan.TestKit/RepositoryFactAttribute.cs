namespace Qingshan.TestKit;

/// <summary>A fact that needs a file of the checkout which another part of the work brings; skipped with its reason where the file is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RepositoryFactAttribute : FactAttribute
{
    public RepositoryFactAttribute(string relative)
    {
        Relative = relative;
        if (!File.Exists(Path.Combine(SharedData.RepositoryRoot, relative)))
            Skip = $"file missing: {relative}";
    }

    public string Relative { get; }
}
