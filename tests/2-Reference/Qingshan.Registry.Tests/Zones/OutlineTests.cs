using NodaTime;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry.Tests.Zones;

public sealed class OutlineTests
{
    // A U that is open to the north: arms from x 0 to 1 and 3 to 4, floor up to y 1.
    private const string U = "POLYGON ((0 0, 4 0, 4 3, 3 3, 3 1, 1 1, 1 3, 0 3, 0 0))";

    [Theory]
    [InlineData(0.5, 0.5, true)]
    [InlineData(0.5, 2, true)]
    [InlineData(3.5, 2, true)]
    [InlineData(2, 0.5, true)]
    [InlineData(2, 2, false)]
    [InlineData(2, 1, true)]
    [InlineData(0, 0, true)]
    [InlineData(4, 3, true)]
    [InlineData(1, 2, true)]
    [InlineData(-1, 1, false)]
    [InlineData(-1, 0, false)]
    [InlineData(5, 1, false)]
    [InlineData(2, 3, false)]
    [InlineData(3.5, 3.0001, false)]
    public void APoint_IsInsideOrOnTheRing_OrOutside(double x, double y, bool inside)
    {
        var ring = Outline.TryParse(U)!;
        Assert.Equal(inside, Outline.Contains(ring, x, y));
        Assert.Equal(inside, Outline.Contains([.. ring.Reverse()], x, y));
    }

    [Theory]
    [InlineData("")]
    [InlineData("POLYGON ((")]
    [InlineData("POLYGON (())")]
    [InlineData("POLYGON ((0 0, 1 1, 0 0))")]
    [InlineData("POLYGON ((0 0, 1 0, 1 1, 0 1))")]
    [InlineData("POLYGON ((0 0, 1 0, 0 0, 0 0))")]
    [InlineData("POLYGON ((0 0, 181 0, 1 1, 0 0))")]
    [InlineData("POLYGON ((0 0, 1 91, 1 1, 0 0))")]
    [InlineData("POLYGON ((0 0, 1 NaN, 1 1, 0 0))")]
    [InlineData("POLYGON ((0 0, 1, 1 1, 0 0))")]
    public void WhatIsNoRing_IsRefused(string text) => Assert.Null(Outline.TryParse(text));

    [Fact]
    public void WhatIsWritten_IsReadBackExactly()
    {
        var text = Outline.Write([(122.096m, 30.058m), (122.105m, 30.058m), (122.1065m, 30.064m), (122.096m, 30.058m)]);
        Assert.Equal("POLYGON ((122.096 30.058, 122.105 30.058, 122.1065 30.064, 122.096 30.058))", text);
        Assert.Equal([new(122.096, 30.058), new(122.105, 30.058), new(122.1065, 30.064), new(122.096, 30.058)], Outline.TryParse(text)!);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("2026-03-02", null, true)]
    [InlineData("2026-03-03", null, false)]
    [InlineData(null, "2026-03-02", true)]
    [InlineData(null, "2026-03-01", false)]
    public void AZone_HoldsOnItsFirstAndLastDay(string? from, string? to, bool valid)
    {
        var zone = new Zone("z", "industrial-park", "园", "Park", "330902", [], [], Date(from), Date(to), Demo: true);
        Assert.Equal(valid, zone.IsValidOn(new LocalDate(2026, 3, 2)));
    }

    private static LocalDate? Date(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
