using Qingshan.Geography.Areas;
using Qingshan.Geography.Points;

namespace Qingshan.Geography.Tests.Areas;

public sealed class AreaTests
{
    private static readonly IReadOnlyList<Wgs84Point> Square = Box(122, 30, 123, 31);
    private static readonly IReadOnlyList<Wgs84Point> Hole = Box(122.4, 30.4, 122.6, 30.6);

    [Theory]
    [InlineData(122.1, 30.1, true)]
    [InlineData(122.5, 30.5, false)]
    [InlineData(122, 30.5, true)]
    [InlineData(122.4, 30.5, true)]
    [InlineData(123, 31, true)]
    [InlineData(123.0000001, 30.5, false)]
    [InlineData(-122.1, 30.1, false)]
    public void Contains_CountsTheEdgeInAndTheHoleOut(double longitude, double latitude, bool expected) =>
        Assert.Equal(expected, Area.FromPolygons([[Square, Hole]]).Require().Contains(new Wgs84Point(longitude, latitude)));

    [Fact]
    public void Contains_AcrossParts_FindsEach()
    {
        var area = Area.FromPolygons([[Square], [Box(125, 30, 126, 31)]]).Require();
        Assert.True(area.Contains(new Wgs84Point(125.5, 30.5)));
        Assert.False(area.Contains(new Wgs84Point(124, 30.5)));
        Assert.Equal(new BoundingBox(122, 30, 126, 31), area.Bounds);
    }

    [Fact]
    public void FromPolygons_BadBoundaries_AreRefusedWithTheirReason()
    {
        Assert.Equal("geography.not-an-area", Area.FromPolygons([]).Refusal!.Reason.Code);
        Assert.Equal("geography.not-an-area", Area.FromPolygons([[]]).Refusal!.Reason.Code);
        Assert.Equal("geography.ring-not-closed", Area.FromOutline([.. Square.SkipLast(1)]).Refusal!.Reason.Code);
        Assert.Equal("geography.ring-not-closed", Area.FromOutline([new(1, 1), new(2, 2), new(1, 1)]).Refusal!.Reason.Code);
        var bowTie = Area.FromOutline([new(0, 0), new(2, 2), new(2, 0), new(0, 2), new(0, 0)]).Refusal!;
        Assert.Equal("边界线自相交或相互重叠，位置约在 1.000000,1.000000。", bowTie.Zh);
        Assert.Equal("geography.boundary-crosses-itself", Area.FromOutline([new(1, 1), new(1, 1), new(1, 1), new(1, 1)]).Refusal!.Reason.Code);
        Assert.Equal("geography.boundary-crosses-itself", Area.FromPolygons([[Square, Box(124, 30, 125, 31)]]).Refusal!.Reason.Code);
    }

    [Fact]
    public void Index_FindsEveryAreaThatHoldsThePoint()
    {
        var index = new AreaIndex<string>(
        [
            ("square", Area.FromPolygons([[Square, Hole]]).Require()),
            ("hole", Area.FromOutline(Hole).Require()),
            ("far", Area.FromOutline(Box(10, 10, 11, 11)).Require()),
        ]);
        Assert.Equal(["square"], index.Find(new Wgs84Point(122.1, 30.1)));
        Assert.Equal(["hole"], index.Find(new Wgs84Point(122.5, 30.5)));
        Assert.Equal(["hole", "square"], index.Find(new Wgs84Point(122.4, 30.5)).Order());
        Assert.Empty(index.Find(new Wgs84Point(-80, 0)));
        Assert.Empty(new AreaIndex<string>([]).Find(new Wgs84Point(122, 30)));
    }

    [Fact]
    public void Index_OfTenThousandZones_AgreesWithAskingEach()
    {
        var zones = Enumerable.Range(0, 10_000)
            .Select(i => (Owner: i, Area: Area.FromOutline(Box(119 + (i % 100 * 0.06), 27 + (i / 100 * 0.06), 119.09 + (i % 100 * 0.06), 27.09 + (i / 100 * 0.06))).Require()))
            .ToList();
        var index = new AreaIndex<int>(zones);
        for (var step = 0; step < 200; step++)
        {
            var point = new Wgs84Point(119 + (step * 0.031), 27 + (step * 0.029));
            Assert.Equal(zones.Where(z => z.Area.Contains(point)).Select(z => z.Owner), index.Find(point).Order());
        }
    }

    private static IReadOnlyList<Wgs84Point> Box(double west, double south, double east, double north) =>
        [new(west, south), new(west, north), new(east, north), new(east, south), new(west, south)];
}
