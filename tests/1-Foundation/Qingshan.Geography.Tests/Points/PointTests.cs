using Qingshan.Geography.Points;

namespace Qingshan.Geography.Tests.Points;

public sealed class PointTests
{
    [Theory]
    [InlineData(180.0000001, 0)]
    [InlineData(0, -90.0000001)]
    [InlineData(double.NaN, 30)]
    [InlineData(122, double.NaN)]
    [InlineData(double.PositiveInfinity, 30)]
    public void Create_OutOfRange_IsRefused(double longitude, double latitude)
    {
        Assert.Equal("geography.position-out-of-range", Wgs84Point.Create(longitude, latitude).Refusal!.Reason.Code);
        Assert.Equal("geography.position-out-of-range", Gcj02Point.Create(longitude, latitude).Refusal!.Reason.Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Wgs84Point(longitude, latitude));
    }

    [Fact]
    public void Create_AtTheLimits_IsAccepted() => Assert.Equal("-180.000000,90.000000", Wgs84Point.Create(-180, 90).Require().ToString());

    // Flinders Peak to Buninyong, the published worked example of Geoscience Australia: 54,972.271 m.
    [Fact]
    public void Metres_OnTheGeodesistsExample_AgreesWithinADecimetre() =>
        Assert.Equal(54972.271, Distance.Metres(new Wgs84Point(144.424867889, -37.951033417), new Wgs84Point(143.926495528, -37.652821139)), 0.1);

    // A degree along the equator is a π/180 of the semi-major axis; a meridian quadrant is 10,001,965.729 m.
    [Fact]
    public void Metres_OnKnownArcs_AgreesWithTheEllipsoid()
    {
        Assert.Equal(111319.491, Distance.Metres(new Wgs84Point(122, 0), new Wgs84Point(123, 0)), 0.001);
        Assert.Equal(10001965.729, Distance.Metres(new Wgs84Point(122, 0), new Wgs84Point(122, 90)), 30.0);
    }

    [Fact]
    public void Metres_ToItself_IsZero() => Assert.Equal(0, Distance.Metres(new Wgs84Point(122.1, 30), new Wgs84Point(122.1, 30)));

    [Fact]
    public void Metres_IsSymmetric_AndKeepsItsDigitsWhenClose()
    {
        var (a, b) = (new Wgs84Point(122.1, 30), new Wgs84Point(122.10001, 30));
        Assert.Equal(0.965, Distance.Metres(a, b), 0.001);
        Assert.Equal(Distance.Metres(a, b), Distance.Metres(b, a));
    }

    [Fact]
    public void BoundingBox_AroundPoints_HoldsThemAndItsEdges()
    {
        var box = BoundingBox.Around([new(122.5, 30.5), new(122.1, 29.9), new(122.3, 30.7)]);
        Assert.Equal(new BoundingBox(122.1, 29.9, 122.5, 30.7), box);
        Assert.True(box!.Value.Contains(new Wgs84Point(122.1, 30.7)));
        Assert.False(box.Value.Contains(new Wgs84Point(122.0999, 30)));
        Assert.True(box.Value.Intersects(new BoundingBox(122.5, 30.7, 123, 31)));
        Assert.False(box.Value.Intersects(new BoundingBox(122.5001, 30, 123, 31)));
        Assert.Null(BoundingBox.Around([]));
    }
}
