using Qingshan.Registry.Enterprises;
using Qingshan.Web.Registers;

namespace Qingshan.Web.Tests.Registers;

public sealed class EnterpriseFilterTests
{
    private static readonly Enterprise Firm = new(
        "ent-1", "示范电镀有限公司", "Demo Electroplating Co.", "91330902000000019C", "91330902000000019C001P", "330902", "", "", 122, 30, KeyDischarger: true, KeyPermit: true, Demo: true, [], []);

    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData("330900", null, null, true)]
    [InlineData("330902", "电镀", "true", true)]
    [InlineData("330903", null, null, false)]
    [InlineData(null, "ELECTRO", null, true)]
    [InlineData(null, "001P", null, true)]
    [InlineData(null, "水产", null, false)]
    public void It_keeps_what_fits(string? division, string? text, string? key, bool expected) => Assert.Equal(expected, new EnterpriseFilter(division, text, key).Fits(Firm));

    [Fact]
    public void The_list_of_key_dischargers_leaves_the_others_out() => Assert.False(new EnterpriseFilter(null, null, "true").Fits(Firm with { KeyDischarger = false }));
}
