using Qingshan.Registry.Codes;

namespace Qingshan.Registry.Tests.Codes;

public sealed class TermsTests
{
    [Theory]
    [InlineData("trawl", "trawl")]
    [InlineData("Trawl", "trawl")]
    [InlineData("拖网", "trawl")]
    [InlineData("流网", "drift-gillnet")]
    [InlineData("流刺网", "drift-gillnet")]
    [InlineData("流刺网（流网）", "drift-gillnet")]
    [InlineData("hook and line", "hook-and-line")]
    [InlineData("网", null)]
    [InlineData("", null)]
    public void AWord_IsReadByItsIdOrNames(string text, string? id) => Assert.Equal(id, Terms.Gear.Read(text)?.Id);

    [Fact]
    public void Upward_LeadsFromAKindToItsClass()
    {
        Assert.Equal(["squid-jig", "hook-and-line"], Terms.Gear.Upward("squid-jig"));
        Assert.Empty(Terms.Gear.Upward("no such gear"));
    }

    [Fact]
    public void EveryWord_HasBothLanguages_AndAParentThatExists()
    {
        foreach (var terms in new[] { Terms.Gear, Terms.VesselTypes, Terms.ZoneKinds })
        {
            Assert.All(terms.List, term => Assert.True(term.Zh.Length > 0 && term.En.Length > 0 && (term.Of is null || terms.Find(term.Of) is { Of: null }), term.Id));
            Assert.Equal(terms.List.Count, terms.List.Select(term => term.En).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }
    }
}
