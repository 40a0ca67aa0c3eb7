using System.Text;
using NodaTime;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Vessels;

namespace Qingshan.Sensing.Tests.Vessels;

public sealed class AisReaderTests
{
    private static readonly Instant Received = TestClock.Noon;
    private readonly AisReader reader = new(Rules(trustTime: true));

    [Fact]
    public void Position_GivesPlaceAndMovement()
    {
        var verdict = Read(Sentences.At(412000001, 122.5, 30.25, knots: 4.2, course: 271.5));
        Assert.Equal((true, null, Received), (verdict.Decoded, verdict.Reason, verdict.At));
        var p = verdict.Position!.Value;
        Assert.Equal((412000001, 73_500_000, 18_150_000, 42, 2715, 7), (p.Mmsi, p.Longitude, p.Latitude, p.Speed, p.Course, p.Status));
    }

    [Theory]
    [InlineData(122.5, 91, "sensing.ais-no-position")]
    [InlineData(181, 30, "sensing.ais-no-position")]
    [InlineData(122.5, 95, "sensing.ais-impossible-position")]
    [InlineData(200, 30, "sensing.ais-impossible-position")]
    public void Position_NotOnEarth_Withheld(double longitude, double latitude, string reason)
    {
        var verdict = Read(Sentences.At(412000001, longitude, latitude));
        Assert.Equal((true, reason), (verdict.Decoded, verdict.Reason!.Code));
    }

    [Fact]
    public void MmsiZero_Withheld() => Assert.Equal(SensingReasons.AisMmsi, Read(Sentences.At(0, 122.5, 30)).Reason);

    [Theory]
    [InlineData("1970-01-01T00:00:01Z", "sensing.time-implausible")]
    [InlineData("2002-06-30T23:59:59Z", "sensing.time-implausible")]
    [InlineData("2026-05-11T04:10:01Z", "sensing.time-future")]
    [InlineData("2099-01-01T00:00:00Z", "sensing.time-future")]
    public void ReceiverTime_Implausible_Withheld(string time, string reason) =>
        Assert.Equal(reason, Read(Sentences.At(412000001, 122.5, 30, time: Parse(time))).Reason!.Code);

    [Theory]
    [InlineData("2002-07-01T00:00:00Z")]
    [InlineData("2026-05-11T04:10:00Z")]
    public void ReceiverTime_Trusted_IsEventTime(string time) => Assert.Equal(Parse(time), Read(Sentences.At(412000001, 122.5, 30, time: Parse(time))).At);

    [Fact]
    public void ReceiverTime_NotTrusted_ReceiptIsEventTime()
    {
        var verdict = new AisReader(Rules(trustTime: false)).Read(Record(Sentences.At(412000001, 122.5, 30, time: Parse("1970-01-01T00:00:01Z"))));
        Assert.Equal((null, Received), (verdict.Reason, verdict.At));
    }

    [Fact]
    public void TwoParts_InterleavedFromTwoReceivers_BothRead()
    {
        var (a, b) = (Sentences.Named(412000001, "DEMO ONE"), Sentences.Named(412000002, "DEMO TWO"));
        Assert.Equal(SensingReasons.AisPart, Read(a[0], "receiver-a:1").Reason);
        Assert.Equal(SensingReasons.AisPart, Read(b[0], "receiver-b:1").Reason);
        Assert.NotNull(reader.OpenSince);
        Assert.Equal(("DEMO ONE", 32, 7), (Read(a[1], "receiver-a:1").Identity is { } one ? (one.Name, one.Length, one.Beam) : default));
        Assert.Equal("DEMO TWO", Read(b[1], "receiver-b:1").Identity!.Value.Name);
    }

    [Fact]
    public void LastPartAlone_Withheld() => Assert.Equal(SensingReasons.AisPartMissing, Read(Sentences.Named(412000001, "DEMO")[1]).Reason);

    [Fact]
    public void NotASentence_Rejected()
    {
        Assert.Equal(SensingReasons.AisChecksum, Read(Sentences.At(412000001, 122.5, 30)[..^2] + "00").Reason);
        Assert.Equal(SensingReasons.AisForm, Read(WithSum("AIVDM,0,1,,A,15M,0")).Reason);
        Assert.Equal(SensingReasons.ForeignText, reader.Read(Record("hello", cut: StretchCut.NoFrameStart)).Reason);
        Assert.Equal(SensingReasons.LineTooLong, reader.Read(Record("xxxx", cut: StretchCut.NoFrameEnd)).Reason);
        Assert.Equal(SensingReasons.Incomplete, reader.Read(Record("!AIVD", cut: StretchCut.Incomplete)).Reason);
    }

    [Fact]
    public void UnknownReceiver_Withheld_NeverAnObservation()
    {
        var verdict = reader.Read(Record(Sentences.At(412000001, 122.5, 30), authentication: SourceAuthentication.UnknownReceiver));
        Assert.Equal((true, SensingReasons.UnknownReceiver, null), (verdict.Decoded, verdict.Reason, verdict.Position));
    }

    private static string WithSum(string body) => $"!{body}*{Qingshan.Protocols.Ais.AisEncoder.Sum(body)}";

    private static Instant Parse(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;

    private static VesselRules Rules(bool trustTime) => VesselRules.From(new SensingOptions { DataFolder = "x", AisTrustTime = trustTime });

    private AisVerdict Read(string line, string source = "here:1") => reader.Read(Record(line, source));

    private static ArchiveRecord Record(
        string line, string source = "here:1", StretchCut cut = StretchCut.Frame, SourceAuthentication authentication = SourceAuthentication.Receiver) =>
        new(new(1, 64), new(1, 200), Received, source, 1, cut, authentication, new byte[32], Encoding.ASCII.GetBytes(line));
}
