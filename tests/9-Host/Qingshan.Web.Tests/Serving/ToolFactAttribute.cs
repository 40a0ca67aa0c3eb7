namespace Qingshan.Web.Tests.Serving;

/// <summary>A test that needs programs of the machine; without one it is skipped, and says which.</summary>
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] tools)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (tools.FirstOrDefault(tool => !path.Any(folder => File.Exists(Path.Combine(folder, tool)))) is { } missing)
            Skip = $"{missing} is not installed";
    }
}
