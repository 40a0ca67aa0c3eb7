using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212FactorsTests
{
    [Theory]
    [InlineData("w20117", "024", "六价铬", "μg/L", "Cr6", "PE-C03")]
    [InlineData("w20116", "023", "总铬", "mg/L", "Cr", "PE-C03")]
    [InlineData("w20111", "020", "总汞", "μg/L", "Hg", "PE-C03")]
    [InlineData("w20115", "022", "总镉", "μg/L", "Cd", "PE-C03")]
    [InlineData("w20119", "026", "总砷", "μg/L", "As", "PE-C03")]
    [InlineData("w20120", "027", "总铅", "μg/L", "Pb", "PE-C03")]
    [InlineData("w20121", "028", "总镍", "mg/L", "Ni", "PE-C04")]
    [InlineData("w20122", "029", "总铜", "mg/L", "Cu", "PE-C04")]
    [InlineData("w01018", "011", "化学需氧量", "mg/L", "", null)]
    [InlineData("a21026", "02", "二氧化硫", "mg/m³", "", null)]
    public void Old_and_new_codes_lead_to_the_same_factor(string code, string oldCode, string zh, string unit, string element, string? row)
    {
        var factor = Hj212Factors.Find(code)!;
        Assert.Same(factor, Hj212Factors.Find(oldCode));
        Assert.Equal((zh, unit, element, row), (factor.Zh, factor.Unit, factor.Element, factor.ScreeningRow));
    }

    [Fact]
    public void Every_metal_of_both_rows_has_a_factor_in_water() => Assert.Equal(
        ["Ag", "As", "Cd", "Co", "Cr", "Cr6", "Cu", "Hg", "Mn", "Ni", "Pb", "Sb", "Tl", "V", "Zn"],
        Hj212Factors.All.Where(factor => factor.Medium == "water" && factor.ScreeningRow is not null).Select(factor => factor.Element).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Private_codes_are_unknown() => Assert.Null(Hj212Factors.Find("PM25"));

    [Fact]
    public void The_table_is_complete_in_both_languages()
    {
        Assert.Equal(147, Hj212Factors.All.Count);
        foreach (var factor in Hj212Factors.All)
        {
            Assert.NotEmpty(factor.Zh);
            Assert.NotEmpty(factor.En);
            Assert.NotEmpty(factor.Unit);
            Assert.Contains(factor.Medium, new[] { "water", "air", "noise" });
            Assert.Contains(factor.Confidence, new[] { "agreed", "single", "named" });
            Assert.True(factor.Element.Length == 0 || factor.ScreeningRow is not null, factor.Code);
        }
    }
}
