using NodaTime;
using Qingshan.Sensing.Vessels;
using Qingshan.Web.Picture;

namespace Qingshan.Web.Tests.Picture;

public sealed class VesselFrameTests
{
    // 2026-09-23 02:30:00.250 UTC.
    private static readonly Instant Sent = Instant.FromUnixTimeMilliseconds(1_790_130_600_250);

    [Fact]
    public void Frame_OfOneVessel_IsTheseBytes()
    {
        // 122.1 E, 30.05 N, 12.3 kn, course 270.5, heading 271, engaged in fishing, heard 4.5 s before.
        var fix = new VesselFix(412_000_001, Sent - Duration.FromMilliseconds(4500), 73_260_000, 18_030_000, 123, 2705, 271, 7, 8);

        var bytes = VesselFrame.Encode(new VesselFrameHead(Complete: true, Past: false, HasSource: true, Sent, Sent, 8), [fix], _ => 30);

        Assert.Equal(
            "515356500100280018000100" + "01000000" + "0800000000000000" + "3A3919CCA0010000" + "3A3919CCA0010000"
            + "019F8E18" + "E0DB5D04" + "B01D1301" + "7B00" + "910A" + "0F01" + "07" + "1E" + "2D00" + "01" + "01",
            Convert.ToHexString(bytes));
    }

    [Fact]
    public void Frame_OfThePast_WithoutASource_SaysSoInItsFlags()
    {
        var at = Instant.FromUnixTimeMilliseconds(256);

        var bytes = VesselFrame.Encode(new VesselFrameHead(Complete: true, Past: true, HasSource: false, Sent, at, 0), [], _ => 0);

        Assert.Equal("515356500100280018000700" + "00000000" + "0000000000000000" + "3A3919CCA0010000" + "0001000000000000", Convert.ToHexString(bytes));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5_000, 0)]
    [InlineData(99, 0)]
    [InlineData(100, 1)]
    [InlineData(1_800_000, 18_000)]
    [InlineData(6_553_500, 65_535)]
    [InlineData(9_000_000, 65_535)]
    public void Age_IsInTenthsOfASecond_WithinItsField(int milliseconds, int expected)
    {
        var fix = new VesselFix(1, Sent - Duration.FromMilliseconds(milliseconds), 0, 0, 0, 0, 0, 0, 1);

        var bytes = VesselFrame.Encode(new VesselFrameHead(false, false, true, Sent, Sent, 1), [fix], _ => 0);

        Assert.Equal(expected, BitConverter.ToUInt16(bytes, VesselFrame.HeadSize + 20));
    }

    [Theory]
    [InlineData(30, VesselKind.Fishing)]
    [InlineData(31, VesselKind.Other)]
    [InlineData(69, VesselKind.Other)]
    [InlineData(70, VesselKind.Cargo)]
    [InlineData(89, VesselKind.Cargo)]
    [InlineData(90, VesselKind.Other)]
    [InlineData(0, VesselKind.Other)]
    public void Kind_FollowsFromTheShipType(int type, VesselKind expected) => Assert.Equal(expected, VesselSigns.Kind(type));

    [Theory]
    [InlineData(0, 100, VesselState.Underway)]
    [InlineData(0, 5, VesselState.Underway)]
    [InlineData(0, 4, VesselState.Still)]
    [InlineData(0, 1023, VesselState.Underway)]
    [InlineData(15, 100, VesselState.Underway)]
    [InlineData(1, 100, VesselState.Still)]
    [InlineData(5, 0, VesselState.Still)]
    [InlineData(7, 0, VesselState.Fishing)]
    [InlineData(2, 0, VesselState.Restricted)]
    [InlineData(14, 0, VesselState.Restricted)]
    public void State_FollowsFromStatusAndSpeed(byte status, ushort speed, VesselState expected) =>
        Assert.Equal(expected, VesselSigns.State(new VesselFix(1, Sent, 0, 0, speed, 0, 0, status, 1)));

    [Fact]
    public void State_AfterTenMinutes_IsStale()
    {
        var fix = new VesselFix(1, Sent, 0, 0, 100, 0, 0, 0, 1);

        Assert.Equal(VesselState.Underway, VesselSigns.State(fix, Sent + Duration.FromSeconds(599)));
        Assert.Equal(VesselState.Stale, VesselSigns.State(fix, Sent + Duration.FromSeconds(600)));
    }
}
