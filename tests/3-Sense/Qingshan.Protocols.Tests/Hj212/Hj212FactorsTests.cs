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

    [Theory]
    [InlineData("w20117", Hj212Statistic.Average, "μg/L")]
    [InlineData("w20117", Hj212Statistic.Total, "g")]
    [InlineData("024", Hj212Statistic.Average, "mg/L")]
    [InlineData("024", Hj212Statistic.Total, "kg")]
    [InlineData("041", Hj212Statistic.Maximum, "mg/L")]
    [InlineData("10", Hj212Statistic.Minimum, "mg/m³")]
    [InlineData("a21001", Hj212Statistic.Minimum, "ng/m³")]
    [InlineData("w01001", Hj212Statistic.Total, "")]
    [InlineData("001", Hj212Statistic.RealTime, "1")]
    [InlineData("B01", Hj212Statistic.RealTime, "")]
    [InlineData("S04", Hj212Statistic.RealTime, "")]
    [InlineData("PM25", Hj212Statistic.RealTime, "")]
    public void The_unit_is_that_of_the_edition_whose_code_was_sent(string code, Hj212Statistic statistic, string unit) =>
        Assert.Equal(unit, Hj212Factors.UnitOf(code, statistic));

    [Fact]
    public void Old_codes_lead_to_one_factor_each()
    {
        var old = Hj212Factors.All.Where(factor => factor.OldCode.Length > 0).ToList();
        Assert.Equal(old.Count, old.Select(factor => factor.OldCode).Distinct().Count());
        Assert.All(old, factor => Assert.Same(factor, Hj212Factors.Find(factor.OldCode)));
        Assert.All(Hj212Factors.All.Where(factor => factor.OldCode.Length == 0), factor => Assert.Equal(("", ""), (factor.OldUnit, factor.OldTotalUnit)));
    }

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
