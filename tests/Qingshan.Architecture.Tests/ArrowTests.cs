using Qingshan.TestKit;

namespace Qingshan.Architecture.Tests;

public sealed class ArrowTests
{
    [Fact]
    public void Projects_AreFound() => Assert.Equal(Arrows.Order.Order(StringComparer.Ordinal), Project.All.Select(p => p.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void NoArrow_PointsBackward() => Assert.Empty(Arrows.Wrong(Project.All));

    [Fact]
    public void ABackwardArrow_IsSeen() => Assert.Equal(
        ["Qingshan.Record → Qingshan.Cases points backward"],
        Arrows.Wrong([.. Project.All.Select(p => p.Name == "Qingshan.Record" ? p with { References = ["Qingshan.Cases"] } : p)]));

    [Fact]
    public void AnArrowUpwardsWithinAStage_IsSeen() => Assert.Equal(
        ["Qingshan.Directory → Qingshan.Registry points backward"],
        Arrows.Wrong([.. Project.All.Select(p => p.Name == "Qingshan.Directory" ? p with { References = ["Qingshan.Registry"] } : p)]));

    [Fact]
    public void AProjectWithoutPlace_IsSeen() =>
        Assert.Contains("Qingshan.Elsewhere has no place in the order of rooms", Arrows.Wrong([.. Project.All, new Project("Qingshan.Elsewhere", 3, [])]));

    [Fact]
    public void Protocols_DependOnNothingButTheRuntime() => Assert.Empty(Project.All.Single(p => p.Name == "Qingshan.Protocols").References);

    [Fact]
    public void EverySourceProject_HasTests()
    {
        var tests = System.IO.Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, "tests"), "*.Tests.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        Assert.Empty(Project.All.Where(p => !tests.Contains(p.Name + ".Tests")).Select(p => p.Name));
    }
}
