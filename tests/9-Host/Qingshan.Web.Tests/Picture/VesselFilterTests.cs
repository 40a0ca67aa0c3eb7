using NodaTime;
using Qingshan.Registry.Zones;
using Qingshan.Sensing.Vessels;
using Qingshan.Web.Picture;

namespace Qingshan.Web.Tests.Picture;

public sealed class VesselFilterTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 9, 23, 2, 30);

    // A fishing vessel that fishes at 3.5 knots near 122.6 E, 29.9 N.
    private static readonly VesselLine Fisher = Line(412_000_001, "SHIFAN YU 01", 30, 35, 7, 122.6, 29.9, 0);

    [Theory]
    [InlineData(null, null, null, null, null, true)]
    [InlineData("fishing", "fishing", "3.5", "3.5", "yu 01", true)]
    [InlineData("cargo", null, null, null, null, false)]
    [InlineData(null, "still", null, null, null, false)]
    [InlineData(null, null, "3.6", null, null, false)]
    [InlineData(null, null, null, "3.4", null, false)]
    [InlineData(null, null, "fast", "", null, true)]
    [InlineData(null, null, null, null, "412000001", true)]
    [InlineData(null, null, null, null, "BDM1", true)]
    [InlineData(null, null, null, null, "HUO", false)]
    public void AVessel_FitsWhatIsAsked(string? kind, string? state, string? from, string? to, string? text, bool expected) =>
        Assert.Equal(expected, new VesselFilter(kind, state, from, to, text, null).Fits(Fisher));

    [Fact]
    public void WithoutASpeed_AVesselFitsOnlyWhereNoneIsAsked()
    {
        var silent = Line(412_000_002, "X", 70, 1023, 0, 122, 30, 0);

        Assert.True(new VesselFilter(null, null, null, null, null, null).Fits(silent));
        Assert.False(new VesselFilter(null, null, "0", null, null, null).Fits(silent));
        Assert.False(new VesselFilter(null, null, null, "102", null, null).Fits(silent));
    }

    [Theory]
    [InlineData("kind-fishing", false)]
    [InlineData("state-fishing", false)]
    [InlineData("kind-cargo,state-still,zones", true)]
    [InlineData("", true)]
    public void WhatTheMapHides_TheListHides(string hidden, bool expected) =>
        Assert.Equal(expected, new VesselFilter(null, null, null, null, null, null, hidden).Fits(Fisher));

    [Fact]
    public void AZone_HoldsWhatLiesWithin_AndOneThatIsNotKnownHoldsNothing()
    {
        var zone = new Zone(
            "z1", "germplasm-reserve", "示范", "Demo", "330903", [], [new(122.5, 29.85), new(122.7, 29.85), new(122.7, 30), new(122.5, 30), new(122.5, 29.85)], null, null, true);
        var filter = new VesselFilter(null, null, null, null, null, "z1");

        Assert.True(filter.FitsZone(Fisher, zone));
        Assert.False(filter.FitsZone(Line(1, "", 0, 0, 0, 122.4, 29.9, 0), zone));
        Assert.False(filter.FitsZone(Fisher, null));
        Assert.True(new VesselFilter(null, null, null, null, null, "").FitsZone(Fisher, null));
    }

    [Fact]
    public void TheAddress_NamesWhatIsAskedAndNothingElse()
    {
        Assert.Equal("", new VesselFilter(null, "", null, null, " ", null).Query());
        Assert.Equal("?kind=cargo&q=%E8%88%B9&sort=-speed", new VesselFilter("cargo", null, null, null, "船", null).Query(("at", null), ("sort", "-speed")));
    }

    [Theory]
    [InlineData("name", "412000003,412000001,412000002")]
    [InlineData("-name", "412000002,412000001,412000003")]
    [InlineData("speed", "412000002,412000003,412000001")]
    [InlineData("-heard", "412000003,412000001,412000002")]
    [InlineData("nonsense", "412000003,412000001,412000002")]
    [InlineData(null, "412000003,412000001,412000002")]
    public void Order_IsByColumnAndThenByNumber(string? order, string expected)
    {
        List<VesselLine> lines = [Fisher, Line(412_000_002, "z", 70, 10, 0, 122, 30, 60), Line(412_000_003, "A", 70, 20, 0, 122, 30, 0) with { }];
        lines[0] = lines[0] with { Fix = lines[0].Fix with { At = Now - Duration.FromSeconds(30) } };

        VesselOrder.Sort(lines, order);

        Assert.Equal(expected, string.Join(',', lines.Select(line => line.Mmsi)));
    }

    [Theory]
    [InlineData("122,29,123,30", true)]
    [InlineData("122.6,29.9,122.6,29.9", true)]
    [InlineData("122.7,29,123,30", false)]
    [InlineData("122,29.95,123,30", false)]
    [InlineData("170,29,-170,30", false)]
    [InlineData("120,29,-170,30", true)]
    public void ABox_HoldsWhatLiesWithin(string text, bool expected) => Assert.Equal(expected, VesselBox.TryRead(text)!.Value.Contains(Fisher));

    [Theory]
    [InlineData(null)]
    [InlineData("1,2,3")]
    [InlineData("1,2,3,x")]
    [InlineData("1,2,3,NaN")]
    public void WhatIsNoBox_IsNone(string? text) => Assert.Null(VesselBox.TryRead(text));

    [Theory]
    [InlineData("2026-09-23T02:29:00Z", "2026-09-23T02:29:00Z")]
    [InlineData("2026-09-23T10:29:00+08:00", "2026-09-23T02:29:00Z")]
    [InlineData("20260923 1029", "2026-09-23T02:29:00Z")]
    [InlineData("2026-09-23T02:30:00Z", "2026-09-23T02:30:00Z")]
    public void ATimeOfThePast_IsRead(string text, string expected) => Assert.Equal(expected, PictureTime.Write(PictureTime.Read(text, Now).Require()!.Value));

    [Theory]
    [InlineData("2026-09-23T02:30:01Z")]
    [InlineData("yesterday")]
    public void WhatIsNoTimeOrLiesAhead_IsRefused(string text) => Assert.Equal(("web.field-invalid", "at"), (PictureTime.Read(text, Now).Refusal!.Reason.Code, PictureTime.Read(text, Now).Refusal!.Field));

    [Fact]
    public void NoTime_IsThePresent() => Assert.Null(PictureTime.Read(" ", Now).Require());

    private static VesselLine Line(int mmsi, string name, int type, ushort speed, byte status, double lon, double lat, int ago)
    {
        var fix = new VesselFix(mmsi, Now - Duration.FromSeconds(ago), (int)(lon * VesselFix.Degree), (int)(lat * VesselFix.Degree), speed, 0, 0, status, 1);
        return new VesselLine(fix, new VesselIdentity(mmsi, name, "BDM1", 0, type, 0, 0, "", Now), VesselSigns.State(fix, Now));
    }
}
