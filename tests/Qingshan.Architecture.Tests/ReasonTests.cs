using System.Reflection;
using System.Text.RegularExpressions;
using Qingshan.Record.Reasons;

namespace Qingshan.Architecture.Tests;

/// <summary>Every reason for a refusal, wherever a module declares it, is complete in both languages and has a code of its own.</summary>
public sealed partial class ReasonTests
{
    private static readonly IReadOnlyList<Reason> All =
    [
        .. Project.All.Where(p => p.Name != "Qingshan.Cli").Select(p => Assembly.Load(p.Name))
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Reason))
            .Select(field => (Reason)field.GetValue(null)!),
    ];

    [Fact]
    public void Reasons_AreFound() => Assert.True(All.Count > 60, $"only {All.Count} reasons were found");

    [Fact]
    public void Codes_AreUnique() => Assert.Empty(All.GroupBy(r => r.Code, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));

    // The one code that the contract at the command line names by itself.
    [Fact]
    public void Codes_HaveTheirShape() => Assert.Equal(["totp_required"], All.Where(r => !Code().IsMatch(r.Code)).Select(r => r.Code));

    [Fact]
    public void BothLanguages_AreThere() => Assert.Empty(All.Where(r => !Chinese().IsMatch(r.Zh) || r.En.Length == 0 || Chinese().IsMatch(r.En)).Select(r => r.Code));

    [Fact]
    public void BothLanguages_NameTheSameDetails() => Assert.Empty(All.Where(r => !Details(r.Zh).SetEquals(Details(r.En))).Select(r => r.Code));

    // A detail that is itself a sentence comes once a language: {whyZh} and {whyEn} are one.
    private static HashSet<string> Details(string text) => [.. Detail().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\{([a-zA-Z]+?)(?:Zh|En)?\}")]
    private static partial Regex Detail();
}
