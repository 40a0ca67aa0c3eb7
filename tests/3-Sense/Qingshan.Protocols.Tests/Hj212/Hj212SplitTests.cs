using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212SplitTests
{
    private static readonly Hj212Envelope Envelope = new("20260301235959999", "32", "2051", "1", Samples.Mn, new Hj212Flag(9));
    private static readonly Hj212LocalTime Time = new(20260301101000, 0);
    private static readonly Hj212FactorValues[] Factors = [.. new[] { "w20117", "w01018", "w01001" }.Select(code => new Hj212FactorValues(code, [new(Hj212Statistic.Average, "1.50")], "N"))];

    [Fact]
    public void What_fits_is_one_frame()
    {
        var whole = Hj212Encoder.Report(Envelope, Time, Factors);
        var length = Samples.Read(whole).ActualLength;
        Assert.Equal([whole], Hj212Split.Report(Envelope, Time, Factors));
        Assert.Equal([whole], Hj212Split.Report(Envelope, Time, Factors, length));
        Assert.Equal(2, Hj212Split.Report(Envelope, Time, Factors, length - 1).Count);
    }

    [Fact]
    public void Each_packet_has_its_own_number_and_time_and_names_nothing_odd() => Assert.Equal(
        [
            "QN=20260301235959999;ST=32;CN=2051;PW=1;MN=QSDEMO00000000000000A001;Flag=11;PNUM=2;PNO=1;CP=&&DataTime=20260301101000;w20117-Avg=1.50,w20117-Flag=N;w01018-Avg=1.50,w01018-Flag=N&&",
            "QN=20260302000000000;ST=32;CN=2051;PW=1;MN=QSDEMO00000000000000A001;Flag=11;PNUM=2;PNO=2;CP=&&DataTime=20260301101000;w01001-Avg=1.50,w01001-Flag=N&&",
        ],
        Hj212Split.Report(Envelope, Time, Factors, 190).Select(raw =>
        {
            Assert.Equal(Hj212Problems.None, Hj212Inspection.Inspect(Samples.Read(raw)));
            return Samples.Text(Samples.Read(raw).SegmentBytes);
        }));

    [Theory]
    [InlineData(120, 120)]
    [InlineData(190, 60)]
    [InlineData(300, 24)]
    [InlineData(305, 20)]
    public void No_packet_is_longer_than_asked_for_unless_one_factor_is(int most, int packets)
    {
        var factors = Enumerable.Range(0, 40).SelectMany(_ => Factors).ToList();
        var lengths = Hj212Split.Report(Envelope, Time, factors, most).Select(raw => Samples.Read(raw).ActualLength).ToList();
        Assert.Equal(packets, lengths.Count);
        Assert.All(lengths, length => Assert.InRange(length, 1, Math.Max(most, 158)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("123")]
    [InlineData("99991231235959999")]
    public void A_number_that_is_no_time_is_that_of_every_packet(string? qn) => Assert.All(
        Hj212Split.Report(Envelope with { Qn = qn }, Time, Factors, 60), raw => Assert.Equal(qn ?? "", Samples.Text(Samples.Read(raw).Segment.Qn)));

    [Fact]
    public void Under_2005_every_packet_has_the_same_number()
    {
        var frames = Hj212Split.Report(Envelope with { Flag = new Hj212Flag(1) }, Time, Factors, 60);
        Assert.Equal(["1/3 3", "2/3 3", "3/3 3"], frames.Select(raw =>
        {
            var segment = Samples.Read(raw).Segment;
            Assert.Equal("20260301235959999", Samples.Text(segment.Qn));
            return $"{segment.Part!.Value.Number}/{segment.Part.Value.Count} {segment.Flag!.Value.Value}";
        }));
    }

    [Fact]
    public void Data_sent_again_say_so()
    {
        var segment = Samples.Read(Hj212Encoder.Report(Envelope with { Resent = true }, Time, Factors)).Segment;
        Assert.Equal("1", Samples.Text(segment.Rf));
        Assert.Equal(2025, Hj212Version.Infer(segment).Year);
        Assert.False(Samples.Read(Hj212Encoder.Report(Envelope, Time, Factors)).Segment.Has(Hj212Field.Rf));
    }

    [Fact]
    public void More_packets_than_numbers_is_the_callers_mistake() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Hj212Split.Report(Envelope, Time, Enumerable.Repeat(Factors[0], 10_000), 60));
}
