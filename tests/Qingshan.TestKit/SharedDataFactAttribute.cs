namespace Qingshan.TestKit;

/// <summary>A fact that needs a file of <c>../shared/data</c>; skipped with its reason where the file is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string relative)
    {
        Relative = relative;
        if (!SharedData.Exists(relative))
            Skip = $"shared data missing: {relative}";
    }

    public string Relative { get; }
}
