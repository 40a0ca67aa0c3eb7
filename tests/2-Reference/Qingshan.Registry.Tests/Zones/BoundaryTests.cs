using NodaTime;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry.Tests.Zones;

public sealed class BoundaryTests
{
    // A U that is open to the north: arms from x 0 to 1 and 3 to 4, floor up to y 1.
    private const string U = "POLYGON ((0 0, 4 0, 4 3, 3 3, 3 1, 1 1, 1 3, 0 3, 0 0))";
    private const string Reversed = "POLYGON ((0 0, 0 3, 1 3, 1 1, 3 1, 3 3, 4 3, 4 0, 0 0))";
    private const string Ring = "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3)), ((20 0, 21 0, 21 1, 20 0)))";

    [Theory]
    [InlineData(0.5, 0.5, true)]
    [InlineData(0.5, 2, true)]
    [InlineData(3.5, 2, true)]
    [InlineData(2, 2, false)]
    [InlineData(2, 1, true)]
    [InlineData(0, 0, true)]
    [InlineData(4, 3, true)]
    [InlineData(1, 2, true)]
    [InlineData(-1, 1, false)]
    [InlineData(5, 1, false)]
    [InlineData(3.5, 3.0001, false)]
    [InlineData(200, 0, false)]
    public void APoint_IsInsideOrOnTheEdge_OrOutside(double x, double y, bool inside)
    {
        Assert.Equal(inside, Zone(U).Contains(x, y));
        Assert.Equal(inside, Zone(Reversed).Contains(x, y));
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(4.5, 4.5, false)]
    [InlineData(3, 4, true)]
    [InlineData(20.9, 0.5, true)]
    [InlineData(15, 0, false)]
    public void AZoneOfSeveralPolygons_HasThemAll_WithoutTheirHoles(double x, double y, bool inside) => Assert.Equal(inside, Zone(Ring).Contains(x, y));

    [Theory]
    [InlineData("", "geography.not-an-area")]
    [InlineData("POLYGON ((", "geography.not-an-area")]
    [InlineData("POLYGON (())", "geography.not-an-area")]
    [InlineData("POLYGON ((0 0, 1 1, 0 0))", "geography.ring-not-closed")]
    [InlineData("POLYGON ((0 0, 1 0, 1 1, 0 1))", "geography.ring-not-closed")]
    [InlineData("POLYGON ((0 0, 1 0, 0 0, 0 0))", "geography.boundary-crosses-itself")]
    [InlineData("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))", "geography.boundary-crosses-itself")]
    [InlineData("POLYGON ((0 0, 181 0, 1 1, 0 0))", "geography.not-an-area")]
    [InlineData("POLYGON ((0 0, 1 91, 1 1, 0 0))", "geography.not-an-area")]
    [InlineData("POLYGON ((0 0, 1 NaN, 1 1, 0 0))", "geography.not-an-area")]
    [InlineData("POLYGON ((0 0, 1, 1 1, 0 0))", "geography.not-an-area")]
    [InlineData("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0))", "geography.not-an-area")]
    public void WhatIsNoArea_IsRefused(string text, string code) => Assert.Equal(code, Boundary.Read(text).Refusal?.Reason.Code);

    [Theory]
    [InlineData("POLYGON ((122.096 30.058, 122.105 30.058, 122.1065 30.064, 122.096 30.058))")]
    [InlineData(U)]
    [InlineData(Ring)]
    [InlineData("POLYGON ((121.1333333 40.8666667, 119.9166667 40, 121.9333333 40.1, 121.1333333 40.8666667))")]
    public void WhatIsWritten_IsReadBackExactly(string text) => Assert.Equal(text, Boundary.Write(Boundary.Read(text).Require()));

    [Fact]
    public void ARingThatRunsClockwise_IsTurned() => Assert.Equal(U, Boundary.Write(Boundary.Read(Reversed).Require()));

    [Fact]
    public void TheOutline_IsTheOuterRingOfTheFirstPolygon() =>
        Assert.Equal([new(0, 0), new(9, 0), new(9, 9), new(0, 9), new OutlinePoint(0, 0)], Zone(Ring).Outline);

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("2026-03-02", null, true)]
    [InlineData("2026-03-03", null, false)]
    [InlineData(null, "2026-03-02", true)]
    [InlineData(null, "2026-03-01", false)]
    public void AZone_HoldsOnItsFirstAndLastDay(string? from, string? to, bool valid) =>
        Assert.Equal(valid, (Zone(U) with { ValidFrom = Date(from), ValidTo = Date(to) }).IsValidOn(new LocalDate(2026, 3, 2)));

    private static Zone Zone(string boundary) => new("z", "industrial-park", "园", "Park", "330902", [], Boundary.Read(boundary).Require(), null, null, Demo: true);

    private static LocalDate? Date(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
