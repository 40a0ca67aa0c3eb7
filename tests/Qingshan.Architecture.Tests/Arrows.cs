namespace Qingshan.Architecture.Tests;

/// <summary>The rule of the arrows: a project refers to lower stages and, within one stage, to those listed above it.</summary>
internal static class Arrows
{
    /// <summary>The order within a stage, as <c>docs/flow.md</c> lists the rooms. A project that is missing here fails the test.</summary>
    public static IReadOnlyList<string> Order { get; } =
    [
        "Qingshan.Record", "Qingshan.Law", "Qingshan.Geography",
        "Qingshan.Directory", "Qingshan.Registry",
        "Qingshan.Protocols", "Qingshan.Sensing",
        "Qingshan.Signals", "Qingshan.Tasking", "Qingshan.Cases", "Qingshan.Transfers",
        "Qingshan.Web", "Qingshan.Cli",
    ];

    /// <summary>Says each arrow that points backward, and each project without a place.</summary>
    public static IEnumerable<string> Wrong(IReadOnlyList<Project> projects)
    {
        foreach (var project in projects)
        {
            if (project.Stage == 0 || !Order.Contains(project.Name))
                yield return $"{project.Name} has no place in the order of rooms";
            foreach (var target in project.References.Select(name => projects.FirstOrDefault(p => p.Name == name)).OfType<Project>())
            {
                if (target.Stage > project.Stage || (target.Stage == project.Stage && Place(target) >= Place(project)))
                    yield return $"{project.Name} → {target.Name} points backward";
            }
        }
    }

    private static int Place(Project project) => Order.ToList().IndexOf(project.Name);
}
