using System.Text;
using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;

namespace Qingshan.Sensing.Tests.Decoding;

public sealed class FrameDecoderTests
{
    private static readonly ObservationRules Rules = ObservationRules.From(new SensingOptions { DataFolder = "." });
    private static readonly string Mn = TestRegistry.Plating.Mn;

    [Fact]
    public void Frame_BecomesReadingsWithItsEventTime()
    {
        var verdict = Decode("DataTime=20260511115900;w20117-Rtd=2.60,w20117-Flag=N;w01001-Rtd=7.1");

        var frame = verdict.Frame!;
        Assert.Equal((Mn, 2011, Instant.FromUtc(2026, 5, 11, 3, 59), false), (frame.Mn, frame.Command, frame.DataTime, frame.Late));
        Assert.Equal(
            [new ObservedReading("w20117", Hj212Statistic.RealTime, 2.60m, "2.60", "N"), new ObservedReading("w01001", Hj212Statistic.RealTime, 7.1m, "7.1", "")],
            frame.Readings);
        Assert.Equal(TestRegistry.Plating, frame.Station);
        Assert.Equal(64, frame.FrameHash.Length);
    }

    [Theory]
    [InlineData("DataTime=20260511121000;w20117-Rtd=2.6", null)]
    [InlineData("DataTime=20260511121001;w20117-Rtd=2.6", "sensing.time-future")]
    [InlineData("DataTime=20990101000000;w20117-Rtd=2.6", "sensing.time-future")]
    [InlineData("DataTime=19700101080000;w20117-Rtd=2.6", "sensing.time-implausible")]
    [InlineData("DataTime=20000101000000;w20117-Rtd=2.6", "sensing.time-implausible")]
    [InlineData("DataTime=20260230000000;w20117-Rtd=2.6", "sensing.time-missing")]
    [InlineData("DataTime=00000000000000;w20117-Rtd=2.6", "sensing.time-missing")]
    [InlineData("w20117-Rtd=2.6", "sensing.time-missing")]
    [InlineData("DataTime=20260511115900", "sensing.no-measurements")]
    [InlineData("", "sensing.no-measurements")]
    [InlineData("DataTime=20260511115900;w20117-Rtd=2.6;DataTime=20260511115800;w20117-Rtd=2.7", "sensing.times-differ")]
    public void DataTime_IsBelievedWithinReason(string cp, string? reason)
    {
        var verdict = Decode(cp);
        Assert.True(verdict.Decoded);
        Assert.Equal(reason, verdict.Reason?.Code);
        Assert.Equal(Mn, verdict.Mn);
    }

    [Theory]
    [InlineData("DataTime=20260511115000;w20117-Rtd=2.6", false)]
    [InlineData("DataTime=20260511114959;w20117-Rtd=2.6", true)]
    public void RealTimeData_MoreThanTenMinutesOld_AreLate(string cp, bool late) => Assert.Equal(late, Decode(cp).Frame!.Late);

    [Theory]
    [InlineData(2051, "20260511114000", false)]
    [InlineData(2051, "20260511113959", true)]
    [InlineData(2061, "20260511104000", false)]
    [InlineData(2061, "20260511103959", true)]
    [InlineData(2031, "20260510100000", false)]
    [InlineData(2031, "20260510095959", true)]
    public void MinutesHoursAndDays_KeepTheirCommandAndTheirLateness(int command, string time, bool late)
    {
        var frame = OfSegment($"QN=20260511115901000;ST=32;CN={command};PW=p4ssw0;MN={Mn};Flag=5;CP=&&DataTime={time};w20117-Min=1,w20117-Avg=2,w20117-Max=3,w20117-Cou=4,w20117-Flag=N&&").Frame!;
        Assert.Equal((command, late), (frame.Command, frame.Late));
        Assert.Equal(
            [(Hj212Statistic.Minimum, 1m), (Hj212Statistic.Average, 2m), (Hj212Statistic.Maximum, 3m), (Hj212Statistic.Total, 4m)],
            frame.Readings.Select(reading => (reading.Statistic, reading.Value!.Value)));
        Assert.All(frame.Readings, reading => Assert.Equal("N", reading.Mark));
    }

    [Theory]
    [InlineData("ST=91;CN=9011;PW=p4ssw0;MN={0};Flag=0;CP=&&QN=20260511115901000;QnRtn=1&&", "sensing.answer")]
    [InlineData("QN=20260511115901000;ST=91;CN=9012;PW=p4ssw0;MN={0};Flag=4;CP=&&ExeRtn=1&&", "sensing.answer")]
    [InlineData("QN=20260511115901000;ST=91;CN=9014;PW=p4ssw0;MN={0};Flag=4;CP=&&&&", "sensing.answer")]
    [InlineData("QN=20260511115901000;ST=91;CN=9015;PW=p4ssw0;MN={0};Flag=9;CP=&&&&", "sensing.no-measurements")]
    [InlineData("QN=20260511115901000;ST=32;CN=2051;PW=p4ssw0;MN={0};Flag=6;PNUM=2;PNO=2;CP=&&w20117-Avg=2&&", "sensing.split-without-time")]
    [InlineData("QN=20260511115901000;ST=32;CN=2051;PW=p4ssw0;MN={0};Flag=6;PNUM=2;PNO=2;CP=&&DataTime=20260511115000;w20117-Avg=2&&", null)]
    [InlineData("ST=32;CN=2031;PW=p4ssw0;MN={0};CP=&&DataTime=20260510000000;024-Avg=2&&", null)]
    public void WhatIsNoObservation_IsWithheldByName(string segment, string? reason)
    {
        var verdict = OfSegment(string.Format(System.Globalization.CultureInfo.InvariantCulture, segment, Mn));
        Assert.Equal((true, reason), (verdict.Decoded, verdict.Reason?.Code));
        Assert.Equal(reason is null, verdict.Frame is not null);
    }

    [Fact]
    public void EncryptedFrame_IsRejectedByName()
    {
        var bytes = Encoding.ASCII.GetBytes($"##0150QN=20260511115901000;ST=32;CN=2011;PW=p4ssw0;MN={Mn};Flag=9;CP=&&{{0x3d,0x1f}}&&ABCD\r\n");
        var verdict = FrameDecoder.Decode(Record(bytes, SourceAuthentication.NotJudged), Rules, _ => null);
        Assert.Equal((false, "sensing.encrypted", Mn), (verdict.Decoded, verdict.Reason!.Code, verdict.Mn));
    }

    [Theory]
    [InlineData(SourceAuthentication.UnknownStation, "sensing.station-unknown")]
    [InlineData(SourceAuthentication.WrongPassword, "sensing.password-wrong")]
    [InlineData(SourceAuthentication.WrongAddress, "sensing.address-wrong")]
    [InlineData(SourceAuthentication.MissingStation, "sensing.station-missing")]
    public void MistrustedSource_IsWithheld(SourceAuthentication authentication, string reason)
    {
        var verdict = Decode("DataTime=20260511115900;w20117-Rtd=2.60", authentication);
        Assert.Equal((true, reason), (verdict.Decoded, verdict.Reason!.Code));
        Assert.Null(verdict.Frame);
    }

    [Fact]
    public void WrongChecksum_IsRejected()
    {
        var bytes = Frames.Damaged(Frames.RealTime(TestRegistry.Plating, TestClock.Noon, "2.60"));
        var verdict = FrameDecoder.Decode(Record(bytes, SourceAuthentication.NotJudged), Rules, _ => null);
        Assert.Equal((false, "sensing.crc", Mn), (verdict.Decoded, verdict.Reason!.Code, verdict.Mn));
    }

    [Fact]
    public void EveryCut_HasItsReason()
    {
        var codes = Enum.GetValues<StretchCut>().Where(c => c != StretchCut.Frame)
            .Select(c => FrameDecoder.Decode(Record([1], SourceAuthentication.NotJudged) with { Cut = c }, Rules, _ => null).Reason!.Code).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, c => Assert.True(SensingReasons.ByCode.ContainsKey(c)));
    }

    private static Verdict Decode(string cp, SourceAuthentication authentication = SourceAuthentication.Password) =>
        OfSegment($"QN=20260511115901000;ST=32;CN=2011;PW=p4ssw0;MN={Mn};Flag=5;CP=&&{cp}&&", authentication);

    private static Verdict OfSegment(string segment, SourceAuthentication authentication = SourceAuthentication.Password) =>
        FrameDecoder.Decode(Record(Frames.Of(segment), authentication), Rules, new TestRegistry().FindStation);

    private static ArchiveRecord Record(byte[] bytes, SourceAuthentication authentication) => new(
        ArchivePosition.Start, ArchivePosition.Start with { Offset = 200 }, TestClock.Noon, "127.0.0.1:5000", 1, StretchCut.Frame, authentication,
        MerkleStack.Leaf(Encoding.ASCII.GetBytes("x")), bytes);
}
