using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Qingshan.TestKit;

namespace Qingshan.Architecture.Tests;

/// <summary>A project of <c>src</c> as the architecture sees it.</summary>
/// <param name="Stage">Number of its folder: 1 for <c>1-Foundation</c>.</param>
/// <param name="References">Names of the projects it refers to.</param>
internal sealed partial record Project(string Name, int Stage, IReadOnlyList<string> References)
{
    /// <summary>Every project below <c>src</c>, found by looking, never listed by hand.</summary>
    public static IReadOnlyList<Project> All { get; } =
        [.. System.IO.Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    private static Project Read(string path)
    {
        var stage = StageFolder().Match(path.Replace('\\', '/'));
        var references = XDocument.Load(path).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        return new(Path.GetFileNameWithoutExtension(path), stage.Success ? int.Parse(stage.Groups[1].Value, CultureInfo.InvariantCulture) : 0, [.. references]);
    }

    [GeneratedRegex(@"/src/(\d)-[A-Za-z]+/")]
    private static partial Regex StageFolder();
}
